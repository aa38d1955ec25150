using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell.Home;
using Quartz;

namespace BuyingGroups.Portal.Features.HandOvers;

/// <summary>Registers the hand-over to sales.</summary>
public static class AddHandOverExtensions
{
    public static IServiceCollection AddHandOver(this IServiceCollection services)
    {
        services.AddSingleton<OfferReadyGroups>();
        services.AddQuartz(quartz => quartz.AddRecurring<OfferReadyGroups>(OfferReadyGroups.Key, TimeSpan.FromMinutes(1)));
        services.AddSingleton(new HomeCard(5, Permissions.BuyingGroupsEditMembers, typeof(ReadyAtHome)));
        services.AddSingleton(new HomeCard(25, Permissions.BuyingGroupsEditMembers, typeof(MonthAtHome), Beside: true));
        return services;
    }
}
