using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.HandOvers;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.HandOvers;

public sealed class HandOverTests
{
    [OnEveryDatabase]
    public async Task A_ready_group_is_offered_once_told_to_its_owner_accepted_by_the_first_and_its_time_measured(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var (world, owner) = (await new GroupWorld(portal.Open).BuildAsync(), await portal.UserAsync("Karin Lindqvist", "Sales"));
        var ready = await GroupAsync(portal, world, "Norrland Steel", 100, 81, owner.UserId);
        await GroupAsync(portal, world, "Vega Grid", 75, 90, owner.UserId);

        Assert.Equal(1, await OfferAsync(portal));
        Assert.Equal(0, await OfferAsync(portal));
        var waiting = (await portal.AskAsync(new FindHandOvers(HandOverStatus.Waiting, Mine: true, new PageRequest()), owner)).Demand();
        portal.Clock.Advance(TimeSpan.FromHours(36));
        var first = await portal.SendAsync(new AcceptGroup(ready.Id), owner);
        var second = await portal.SendAsync(new AcceptGroup(ready.Id), owner);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([ready.Id], waiting.Rows.Select(row => row.BuyingGroupId));
        Assert.True(first.Succeeded);
        Assert.IsType<GroupIsNotWaiting>(second.Refusal);
        Assert.Equal(0, await OfferAsync(portal));
        Assert.Equal((1, 1.5), ((await portal.AskAsync(new GetSalesMonth(Mine: true), owner)).Demand() is var month ? (month.Accepted, month.MedianDays!.Value) : default));
        await using var context = portal.Open();
        var told = await context.Notifications.SingleAsync(n => n.UserId == owner.UserId);
        Assert.Contains("Norrland Steel", told.Arguments, StringComparison.Ordinal);
        Assert.Equal("Karin Lindqvist", (await portal.AskAsync(new GetHandOver(ready.Id))).Demand().Last!.DecidedBy);
    }

    [OnEveryDatabase]
    public async Task A_group_sent_back_comes_again_when_it_has_risen_and_one_that_falls_is_taken_back(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var (world, owner) = (await new GroupWorld(portal.Open).BuildAsync(), await portal.UserAsync("Karin Lindqvist", "Sales"));
        var group = await GroupAsync(portal, world, "Alder Health", 100, 60, owner.UserId);
        await OfferAsync(portal);

        Assert.IsType<ReasonMissing>((await portal.SendAsync(new SendGroupBack(group.Id, "  "), owner)).Refusal);
        Assert.True((await portal.SendAsync(new SendGroupBack(group.Id, "No budget before spring."), owner)).Succeeded);
        Assert.Equal(0, await OfferAsync(portal));
        await SetAsync(portal, group.Id, 100, 72);
        Assert.Equal(1, await OfferAsync(portal));
        await SetAsync(portal, group.Id, 100, 20);
        Assert.Equal(0, await OfferAsync(portal));

        await using var context = portal.Open();
        Assert.Equal([HandOverStatus.SentBack, HandOverStatus.Lapsed], await context.HandOvers.OrderBy(h => h.Id).Select(h => h.Status).ToListAsync());
        Assert.Equal("No budget before spring.", (await portal.AskAsync(new FindHandOvers(HandOverStatus.SentBack, Mine: true, new PageRequest()), owner)).Demand().Rows.Single().Reason);
    }

    [Fact]
    public async Task Thresholds_are_counted_before_they_are_saved_and_refused_out_of_range()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new GroupWorld(portal.Open).BuildAsync();
        await GroupAsync(portal, world, "Alder Health", 60, 30, null);

        Assert.Equal(1, (await portal.AskAsync(new CountReadyGroups(new HandOverThresholds(50, 30, [])))).Demand());
        Assert.IsType<ThresholdOutOfRange>((await portal.SendAsync(new SetHandOverThresholds(101, 30, []))).Refusal);
        Assert.IsType<global::BuyingGroups.Domain.Refusals.NotFound>((await portal.SendAsync(new SetHandOverThresholds(50, 30, [99]))).Refusal);
        Assert.True((await portal.SendAsync(new SetHandOverThresholds(50, 30, []))).Succeeded);
        Assert.Equal((50, 30), (await portal.AskAsync(new GetHandOverThresholds())).Demand() is var kept ? (kept.Completeness, kept.Engagement) : default);
        Assert.Equal(1, await OfferAsync(portal));
    }

    private static Task<int> OfferAsync(TestPortal portal) => portal.Services.GetRequiredService<OfferReadyGroups>().RunAsync(CancellationToken.None);

    private static async Task<BuyingGroup> GroupAsync(TestPortal portal, GroupWorld world, string account, int completeness, double engagement, int? owner)
    {
        var group = await world.GroupAsync(await world.AccountAsync(account, ["chief"]));
        await SetAsync(portal, group.Id, completeness, engagement);
        await using var context = portal.Open();
        await context.Accounts.Where(a => a.Id == group.AccountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.OwnerId, owner));
        return group;
    }

    private static async Task SetAsync(TestPortal portal, long group, int completeness, double engagement)
    {
        await using var context = portal.Open();
        await context.BuyingGroups.Where(g => g.Id == group).ExecuteUpdateAsync(set => set.SetProperty(g => g.Completeness, completeness).SetProperty(g => g.EngagementScore, engagement));
    }
}
