using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>One account's failure never stops the others; everybody's failure is the journey's.</summary>
public sealed class FailingAccountTests
{
    private const string Error = "This account cannot be carried.";
    private static readonly WaitRule ADay = new(new WaitDuration(1, WaitUnit.Days), null, null);

    [OnEveryDatabase]
    public async Task A_failing_account_is_parked_alone_and_goes_on_when_it_is_retried(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var accounts = await AccountsAsync(world, 150);
        var faulty = new FaultyStep { Fails = [accounts[3], accounts[77], accounts[149]] };
        var engine = world.NewEngine(faulty);
        var journey = await world.PublishAsync(Through(world));

        await world.RunAsync(engine);

        var where = await world.WhereAsync(journey);
        Assert.Equal(3, where.Values.Count(one => one == $"start Parked: {Error}"));
        Assert.Equal(147, where.Values.Count(one => one == "moment Completed"));
        Assert.Equal((147, 147), ((await world.CountsAsync())["start/1"], (await world.CountsAsync())["moment/1"]));
        await using (var context = world.Database.Open())
            Assert.Null((await context.Journeys.SingleAsync()).Problem);

        faulty.Fails = [accounts[77]];
        await RetryAsync(world);
        await world.RunAsync(engine);

        where = await world.WhereAsync(journey);
        Assert.Equal($"start Parked: {Error}", where["Account 77"]);
        Assert.Equal(149, where.Values.Count(one => one == "moment Completed"));
        faulty.Fails = [];
        await RetryAsync(world);
        await world.RunAsync(engine);
        Assert.All((await world.WhereAsync(journey)).Values, one => Assert.Equal("moment Completed", one));
        Assert.Equal(150, (await world.CountsAsync())["moment/1"]);
        Assert.Equal(await world.VisitsAsync(), await world.CountsAsync());
        await using var after = world.Database.Open();
        Assert.Equal(150, await after.Activities.CountAsync());
    }

    [OnEveryDatabase]
    public async Task An_account_that_fails_after_its_wait_is_parked_where_it_waited(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var accounts = await AccountsAsync(world, 40);
        var faulty = new FaultyStep { Fails = [accounts[20]] };
        var engine = world.NewEngine(faulty);
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "wait")
            .Add("wait", new WaitSettings(ADay), "join")
            .Add("join", new MergeSettings()));
        await world.RunAsync(engine);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.RunAsync(engine);

        var where = await world.WhereAsync(journey);
        Assert.Equal($"wait Parked: {Error}", where["Account 20"]);
        Assert.Equal(39, where.Values.Count(one => one == "join Completed"));
        faulty.Fails = [];
        await RetryAsync(world);
        await world.RunAsync(engine);

        Assert.Equal("join Completed", (await world.WhereAsync(journey))["Account 20"]);
        Assert.Equal(await world.VisitsAsync(), await world.CountsAsync());
    }

    [OnEveryDatabase]
    public async Task An_account_that_failed_after_its_event_takes_the_path_of_the_event_when_it_is_retried_long_after_the_time_was_up(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var accounts = await AccountsAsync(world, 5);
        var faulty = new FaultyStep { Fails = [accounts[1]] };
        var engine = world.NewEngine(faulty);
        var form = new JourneyEvent(JourneyEventKind.Activity) { ActivityType = ActivityType.FormFilledOut };
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "listen")
            .Add("listen", new ListenForEventSettings(form, ADay), JourneyPath.Next(new NodeId("came")), Timeout("missed"))
            .Add("came", new MergeSettings())
            .Add("missed", new AccountInterestingMomentSettings("Missed")));
        await world.RunAsync(engine);
        await world.HappenAsync(accounts[0], ActivityType.FormFilledOut);
        await world.HappenAsync(accounts[1], ActivityType.FormFilledOut);
        await world.RunAsync(engine);
        Assert.Equal($"listen Parked: {Error}", (await world.WhereAsync(journey))["Account 1"]);

        faulty.Fails = [];
        world.Clock.Advance(TimeSpan.FromDays(3));
        await RetryAsync(world);
        await world.RunAsync(engine);

        var where = await world.WhereAsync(journey);
        Assert.Equal(("came Completed", "came Completed"), (where["Account 0"], where["Account 1"]));
        Assert.Equal(3, where.Values.Count(one => one == "missed Completed"));
        await using var context = world.Database.Open();
        Assert.False(await context.JourneyEntries.AnyAsync(entry => entry.HasHeard));
    }

    [OnEveryDatabase]
    public async Task A_journey_in_which_everybody_fails_stands_still_and_says_so_and_parks_no_more_than_25(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await AccountsAsync(world, 60);
        var faulty = new FaultyStep { Fails = null };
        var engine = world.NewEngine(faulty);
        var journey = await world.PublishAsync(Through(world));

        for (var minute = 0; minute < 4; minute++)
        {
            await world.RunAsync(engine);
            world.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        var where = await world.WhereAsync(journey);
        Assert.Equal((25, 25), (where.Count, where.Values.Count(one => one == $"start Parked: {Error}")));
        await using (var context = world.Database.Open())
            Assert.Equal(Error, (await context.Journeys.SingleAsync()).Problem);

        faulty.Fails = [];
        await world.RunAsync(engine);

        Assert.Equal(35, (await world.WhereAsync(journey)).Values.Count(one => one == "moment Completed"));
        await using var after = world.Database.Open();
        Assert.Null((await after.Journeys.SingleAsync()).Problem);
    }

    private static Drawing Through(JourneyWorld world) => new Drawing()
        .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "join")
        .Add("join", new MergeSettings(), "moment")
        .Add("moment", new AccountInterestingMomentSettings("Through"));

    private static async Task<List<long>> AccountsAsync(JourneyWorld world, int count)
    {
        var ids = new List<long>();
        for (var i = 0; i < count; i++)
            ids.Add((await world.Groups.AccountAsync($"Account {i}", [])).Id);
        return ids;
    }

    private static async Task RetryAsync(JourneyWorld world)
    {
        await using var context = world.Database.Open();
        await JourneyEntries.RetryAsync(context.JourneyEntries, world.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
    }
}
