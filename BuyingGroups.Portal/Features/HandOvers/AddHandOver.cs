using BuyingGroups.Portal.Features.Jobs.Schedules;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell.Home;

namespace BuyingGroups.Portal.Features.HandOvers;

/// <summary>Registers the hand-over to sales.</summary>
public static class AddHandOverExtensions
{
    public static IServiceCollection AddHandOver(this IServiceCollection services)
    {
        services.AddSingleton<OfferReadyGroups>();
        services.AddClockJob<OfferReadyGroups>(new ClockJob("Ready groups", "Offers groups that are past the thresholds to the owners of their accounts.", "handshake", TimeSpan.FromMinutes(1), OfferReadyGroups.Key));
        services.AddSingleton(new HomeCard(5, Permissions.BuyingGroupsEditMembers, typeof(ReadyAtHome)));
        services.AddSingleton(new HomeCard(25, Permissions.BuyingGroupsEditMembers, typeof(MonthAtHome), Beside: true));
        return services;
    }
}
