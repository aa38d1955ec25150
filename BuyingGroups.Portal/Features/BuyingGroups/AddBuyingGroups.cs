using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Features.Groups.Details;
using BuyingGroups.Portal.Features.Jobs;
using Quartz;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Registers the background work of buying groups.</summary>
public static class AddBuyingGroupsExtensions
{
    public static IServiceCollection AddBuyingGroups(this IServiceCollection services)
    {
        services.AddSingleton<IBackgroundWork, CreateBuyingGroupsWork>();
        services.AddSingleton<IListExport, MemberExport>();
        services.AddSingleton<PickUpNewAccounts>();
        services.AddQuartz(quartz => quartz.AddRecurring<PickUpNewAccounts>(PickUpNewAccounts.Key, TimeSpan.FromMinutes(1)));
        return services;
    }
}
