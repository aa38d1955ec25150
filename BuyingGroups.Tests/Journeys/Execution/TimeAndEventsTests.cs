using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>Clocks that jump, portals that were away, and events that come at the wrong moment.</summary>
public sealed class TimeAndEventsTests
{
    private static readonly WaitRule AnHour = new(new WaitDuration(1, WaitUnit.Hours), null, null);

    [OnEveryDatabase]
    public async Task An_event_that_comes_while_the_account_is_on_its_way_to_the_listening_node_is_heard(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var account = await world.Groups.AccountAsync("Account", []);
        await world.Groups.AccountAsync("Listens already", []);
        var journey = await world.PublishAsync(Listening(world));
        await world.RunAsync();
        var arrived = world.Clock.GetUtcNow();

        // The transaction that brings the account began before the event and ends after the look that saw it.
        await HideAsync(world, account.Id, arrived, hide: true);
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.HappenAsync(account.Id, ActivityType.FormFilledOut);
        await world.RunAfterAsync(TimeSpan.FromSeconds(5));
        await HideAsync(world, account.Id, arrived, hide: false);
        await world.RunAfterAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("came Completed", (await world.WhereAsync(journey))["Account"]);
    }

    [OnEveryDatabase]
    public async Task An_event_before_the_arrival_does_not_count_and_one_after_it_counts_once(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var account = await world.Groups.AccountAsync("Account", []);
        var journey = await world.PublishAsync(Listening(world));
        await world.HappenAsync(account.Id, ActivityType.FormFilledOut, at: world.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        await world.RunAsync();
        Assert.Equal("listen Active", (await world.WhereAsync(journey))["Account"]);

        await world.HappenAsync(account.Id, ActivityType.FormFilledOut, at: world.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await world.HappenAsync(account.Id, ActivityType.FormFilledOut, at: world.Clock.GetUtcNow() + TimeSpan.FromSeconds(2));
        await world.RunAfterAsync(TimeSpan.FromSeconds(3));
        await world.RunAfterAsync(TimeSpan.FromSeconds(3));

        Assert.Equal("came Completed", (await world.WhereAsync(journey))["Account"]);
        Assert.Equal((1, 1), ((await world.CountsAsync())["listen/1"], (await world.CountsAsync())["came/1"]));
    }

    [OnEveryDatabase]
    public async Task After_six_hours_away_every_account_goes_where_it_would_have_gone_in_time(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var inTime = await world.Groups.AccountAsync("In time", []);
        var tooLate = await world.Groups.AccountAsync("Too late", []);
        await world.Groups.AccountAsync("Silent", []);
        var journey = await world.PublishAsync(Listening(world));
        await world.RunAsync();
        var arrived = world.Clock.GetUtcNow();

        world.Clock.Advance(TimeSpan.FromHours(6));
        await world.HappenAsync(inTime.Id, ActivityType.FormFilledOut, at: arrived + TimeSpan.FromMinutes(59));
        await world.HappenAsync(tooLate.Id, ActivityType.FormFilledOut, at: arrived + TimeSpan.FromMinutes(61));
        var engine = world.NewEngine();
        await world.RunAsync(engine);
        await world.RunAsync(engine);

        var where = await world.WhereAsync(journey);
        Assert.Equal(("came Completed", "missed Completed", "missed Completed"), (where["In time"], where["Too late"], where["Silent"]));
        Assert.Equal(await world.VisitsAsync(), await world.CountsAsync());
    }

    [OnEveryDatabase]
    public async Task A_clock_that_jumps_back_sends_nobody_twice_and_stops_nobody(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.Groups.AccountAsync("Waits", []);
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "wait")
            .Add("wait", new WaitSettings(AnHour), "end")
            .Add("end", new AccountInterestingMomentSettings("Through")));
        await world.RunAsync();
        // Whoever held the journey died with the lease in hand, just before the clock was set back.
        await new JourneyLeases(world.Database.Portal, world.Clock).TakeAsync(journey, 0, "dead", CancellationToken.None);
        world.Clock.Advance(-TimeSpan.FromHours(3));
        await world.Groups.AccountAsync("Comes", []);

        Assert.True(await world.Engine.RunAsync("test", CancellationToken.None) > 0, "Nobody was let in: the look waits for the time before the jump.");
        Assert.Equal(("wait Active", "wait Active"), ((await world.WhereAsync(journey))["Waits"], (await world.WhereAsync(journey))["Comes"]));
        await world.RunAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal(("wait Active", "end Completed"), ((await world.WhereAsync(journey))["Waits"], (await world.WhereAsync(journey))["Comes"]));
        await world.RunAfterAsync(TimeSpan.FromHours(3));

        Assert.Equal(("end Completed", "end Completed"), ((await world.WhereAsync(journey))["Waits"], (await world.WhereAsync(journey))["Comes"]));
        Assert.Equal(2, (await world.CountsAsync())["end/1"]);
        Assert.Equal(await world.VisitsAsync(), await world.CountsAsync());
    }

    private static Drawing Listening(JourneyWorld world) => new Drawing()
        .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "listen")
        .Add("listen", new ListenForEventSettings(new JourneyEvent(JourneyEventKind.Activity) { ActivityType = ActivityType.FormFilledOut }, AnHour), JourneyPath.Next(new NodeId("came")), Timeout("missed"))
        .Add("came", new AccountInterestingMomentSettings("Came"))
        .Add("missed", new AccountInterestingMomentSettings("Missed"));

    /// <summary>An entry that is not committed yet is seen by nobody.</summary>
    private static async Task HideAsync(JourneyWorld world, long account, DateTimeOffset arrived, bool hide)
    {
        await using var context = world.Database.Open();
        var due = hide ? (long?)null : arrived.AddHours(1).ToUnixTimeMilliseconds();
        await context.JourneyEntries.Where(entry => entry.AccountId == account).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.DueAt, due));
    }
}
