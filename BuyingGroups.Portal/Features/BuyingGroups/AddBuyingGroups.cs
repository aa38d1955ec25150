using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Features.Groups.Details;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Jobs.Schedules;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Registers the background work of buying groups.</summary>
public static class AddBuyingGroupsExtensions
{
    public static IServiceCollection AddBuyingGroups(this IServiceCollection services)
    {
        services.AddSingleton<IBackgroundWork, CreateBuyingGroupsWork>();
        services.AddSingleton<IListExport, MemberExport>();
        services.AddSingleton<PickUpNewAccounts>();
        services.AddClockJob<PickUpNewAccounts>(new ClockJob("Groups for new accounts", "Makes the groups of accounts that have joined the audience of a creation job.", "group_add", TimeSpan.FromMinutes(1), PickUpNewAccounts.Key));
        return services;
    }
}
