using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Portal.Features.Dashboards;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Dashboards;

public sealed class MarketingSpendTests
{
    [Fact]
    public async Task A_lead_costs_the_spend_of_the_period_over_the_groups_that_became_ready_in_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var (hexa, vega) = (await world.GroupAsync(await world.AccountAsync("Hexa Freight", [])), await world.GroupAsync(await world.AccountAsync("Vega Grid", [])));
        await portal.Services.GetRequiredService<RollUpWriter>().CountAllAsync(portal.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
        portal.Clock.Advance(TimeSpan.FromDays(40));
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        Assert.Null(await CostAsync(new DashboardFilter()));

        Assert.IsType<SpendOutOfRange>((await portal.SendAsync(new SetMarketingSpend(-1))).Refusal);
        (await portal.SendAsync(new SetMarketingSpend(36_500))).Demand();
        Assert.Null(await CostAsync(new DashboardFilter()));
        // One group twice is one lead; what became ready before the period is none.
        await portal.Database.AddAsync(Ready(hexa.Id, now.AddDays(-2)), Ready(hexa.Id, now.AddDays(-9)), Ready(vega.Id, now.AddDays(-3)), Ready(vega.Id, now.AddDays(-33)));

        var zone = portal.Services.GetRequiredService<PortalTimeZone>();
        Assert.Equal(1_200 * (now - zone.StartOf(zone.DayOf(now).AddDays(-30))).TotalDays / 2, (await CostAsync(new DashboardFilter()))!.Value, 0.001);
        Assert.Null(await CostAsync(new DashboardFilter(Region: "EMEA")));
        (await portal.SendAsync(new SetMarketingSpend(null))).Demand();
        Assert.Null((await portal.AskAsync(new GetMarketingSpend())).Value!.Month);

        async Task<double?> CostAsync(DashboardFilter filter) => (await portal.AskAsync(new GetEngagementDashboard(filter))).Demand().Figures.Single(figure => figure.Title == "Cost per lead").Value;
    }

    private static HandOver Ready(long group, DateTime at) => new() { BuyingGroupId = group, ReadyAt = at, Status = HandOverStatus.Accepted, DecidedAt = at.AddHours(1), SecondsToAccept = 3_600 };
}
