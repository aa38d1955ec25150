using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>What people do to a journey while it runs.</summary>
public sealed class SuddenChangeTests
{
    private static readonly JourneyPace TenAtOnce = new(10, TimeSpan.FromSeconds(15));
    private static readonly WaitRule ADay = new(new WaitDuration(1, WaitUnit.Days), null, null);

    [OnEveryDatabase]
    public async Task A_journey_aborted_between_two_transactions_lets_nobody_in_after_it_and_ends_those_inside(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var journey = await EnterThirtyAsync(world, JourneyStatus.Aborted);

        var where = await world.WhereAsync(journey);
        Assert.Equal((10, 10), (where.Count, where.Values.Count(one => one == "wait Aborted")));
        Assert.Equal(10, (await world.CountsAsync())["wait/-1"]);
        await using var context = world.Database.Open();
        Assert.Empty(await context.JourneyLeases.ToListAsync());
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        Assert.False((await world.CountsAsync()).ContainsKey("wait/1"));
    }

    [OnEveryDatabase]
    public async Task A_journey_closed_between_two_transactions_lets_nobody_in_after_it_and_those_inside_go_on(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var journey = await EnterThirtyAsync(world, JourneyStatus.ClosedToNewEntries);
        Assert.Equal(10, (await world.WhereAsync(journey)).Values.Count(one => one == "wait Active"));
        Assert.Equal(10, (await world.CountsAsync())["start/1"]);

        await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(10, (await world.WhereAsync(journey)).Values.Count(one => one == "wait Completed"));
        await using var context = world.Database.Open();
        Assert.Equal(JourneyStatus.Finished, (await context.Journeys.SingleAsync()).Status);
        Assert.Equal(await world.VisitsAsync(), await world.CountsAsync());
    }

    [OnEveryDatabase]
    public async Task The_end_date_ends_those_inside_and_the_journey(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.Groups.AccountAsync("Account", []);
        var journey = await world.PublishAsync(Waiting(world, new() { EndsAt = world.Clock.GetUtcNow().UtcDateTime.AddHours(5) }));
        await world.RunAsync();
        await world.Groups.AccountAsync("Too late", []);

        await world.RunAfterAsync(TimeSpan.FromHours(5));

        Assert.Equal(("Account", "wait Ended"), (await world.WhereAsync(journey)).Select(one => (one.Key, one.Value)).Single());
        await using var context = world.Database.Open();
        Assert.Equal(JourneyStatus.Finished, (await context.Journeys.SingleAsync()).Status);
    }

    [OnEveryDatabase]
    public async Task Whoever_entered_an_earlier_version_finishes_it(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.Groups.AccountAsync("Before", []);
        var journey = await world.PublishAsync(Waiting(world).Add("first", new MergeSettings()), "Journey");
        await world.RunAsync();
        await world.Groups.AccountAsync("After", []);
        await world.PublishVersionAsync(journey, new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "second")
            .Add("second", new AccountInterestingMomentSettings("Second")), 2);

        await world.RunAfterAsync(TimeSpan.FromDays(1));

        var where = await world.WhereAsync(journey);
        Assert.Equal(("wait Completed", "second Completed"), (where["Before"], where["After"]));
        Assert.Equal(await world.VisitsAsync(), await world.CountsAsync());
    }

    [OnEveryDatabase]
    public async Task A_deleted_account_leaves_its_journeys_and_is_counted_out(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await JourneyWorld.OnAsync(portal.Database, portal.Clock);
        var going = await world.Groups.AccountAsync("Going", []);
        await world.Groups.AccountAsync("Staying", []);
        var journey = await world.PublishAsync(Waiting(world));
        await world.RunAsync();

        (await portal.SendAsync(new DeleteAccount(going.Id))).Demand();
        Assert.Equal(1, (await world.CountsAsync())["wait/-1"]);
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(("Staying", "wait Completed"), (await world.WhereAsync(journey)).Select(one => (one.Key, one.Value)).Single());
        Assert.Equal(1, (await world.CountsAsync())["wait/1"]);
        await using var context = portal.Open();
        Assert.Equal(EntryStatus.Removed, (await context.JourneyEntries.SingleAsync(entry => entry.AccountId == going.Id)).Status);
    }

    [OnEveryDatabase]
    public async Task Editing_the_list_of_the_start_lets_new_ones_in_and_keeps_those_inside(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var first = await world.Groups.AccountAsync("First", []);
        var second = await world.Groups.AccountAsync("Second", []);
        var list = new AccountList { Name = "List", Kind = AccountListKind.Static, Status = PublicationStatus.Live };
        await world.Database.AddAsync([list]);
        AccountListMember On(long account) => new() { AccountListId = list.Id, AccountId = account, AddedAt = world.Clock.GetUtcNow().UtcDateTime, ActorId = world.Groups.Actors.Values.First() };
        await world.Database.AddAsync([On(first.Id)]);
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(null, list.Id), "wait")
            .Add("wait", new WaitSettings(ADay)));
        await world.RunAsync();

        await using (var context = world.Database.Open())
            await context.AccountListMembers.ExecuteDeleteAsync();
        await world.Database.AddAsync([On(second.Id)]);
        await world.RunAfterAsync(TimeSpan.FromHours(12));
        Assert.Equal(("wait Active", "wait Active"), ((await world.WhereAsync(journey))["First"], (await world.WhereAsync(journey))["Second"]));
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(("wait Completed", "wait Completed"), ((await world.WhereAsync(journey))["First"], (await world.WhereAsync(journey))["Second"]));
        Assert.Equal(2, (await world.CountsAsync())["start/1"]);
    }

    private static Drawing Waiting(JourneyWorld world, JourneySettings? settings = null) => new Drawing { Settings = settings ?? JourneySettings.Default }
        .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "join")
        .Add("join", new MergeSettings(), "wait")
        .Add("wait", new WaitSettings(ADay));

    /// <summary>Thirty accounts, ten a transaction, and the journey's state changes with the first ten.</summary>
    private static async Task<int> EnterThirtyAsync(JourneyWorld world, JourneyStatus status)
    {
        for (var i = 0; i < 30; i++)
            await world.Groups.AccountAsync($"Account {i}", []);
        var journey = await world.PublishAsync(Waiting(world));
        var engine = world.NewEngine(TenAtOnce, new SuddenStep(run => run.Database.Journeys.ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, status))));
        await world.RunAsync(engine);
        await world.RunAsync(engine);
        return journey;
    }
}
