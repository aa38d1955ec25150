using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>The figures per day are what the entries themselves tell, whichever way an entry began or ended.</summary>
public sealed class FiguresTests
{
    private static readonly WaitRule TwoDays = new(new WaitDuration(2, WaitUnit.Days), null, null);

    [OnEveryDatabase]
    public async Task Every_way_in_and_out_is_counted_on_its_day_with_how_long_it_took(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var audience = world.Groups.Audience.Id;
        for (var i = 0; i < 6; i++)
            await world.Groups.AccountAsync($"Account {i}", []);
        var third = await world.PublishAsync(new Drawing().Add("third", new AccountAudienceSettings(audience, null), "stay").Add("stay", new WaitSettings(TwoDays)), "Third");
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(5));
        var atOnce = await world.PublishAsync(new Drawing().Add("a", new AccountAudienceSettings(audience, null), "out").Add("out", new RemoveFromJourneySettings(third)), "At once");
        var waiting = await world.PublishAsync(new Drawing().Add("b", new AccountAudienceSettings(audience, null), "wait").Add("wait", new WaitSettings(TwoDays)), "Waiting");
        var aborted = await world.PublishAsync(new Drawing().Add("c", new AccountAudienceSettings(audience, null), "hold").Add("hold", new WaitSettings(TwoDays)), "Aborted");
        var goal = await world.PublishAsync(
            new Drawing { Settings = JourneySettings.Default with { Goal = When("numberOfEmployees", ConditionOperator.GreaterOrEqual, "1000") } }
                .Add("d", new AccountAudienceSettings(audience, null), "until").Add("until", new WaitSettings(TwoDays)),
            "Goal");
        await world.RunAsync();
        await using (var context = world.Database.Open())
        {
            await context.Accounts.Where(a => a.Name == "Account 3").ExecuteUpdateAsync(set => set.SetProperty(a => a.NumberOfEmployees, 5000));
            await context.Journeys.Where(j => j.Id == aborted).ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JourneyStatus.Aborted));
        }
        await world.RunAfterAsync(TimeSpan.FromHours(30));
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal([(JourneyDay.Entered, 6L, 0), (EntryStatus.Removed, 6L, 5)], await OutcomesAsync(world, third));
        Assert.Equal([(JourneyDay.Entered, 6L, 0), (EntryStatus.Completed, 6L, 0)], await OutcomesAsync(world, atOnce));
        Assert.Equal([(JourneyDay.Entered, 6L, 0), (EntryStatus.Completed, 6L, 54)], await OutcomesAsync(world, waiting));
        Assert.Equal([(JourneyDay.Entered, 6L, 0), (EntryStatus.Aborted, 6L, 30)], await OutcomesAsync(world, aborted));
        Assert.Equal([(JourneyDay.Entered, 6L, 0), (EntryStatus.Completed, 5L, 54), (EntryStatus.GoalMet, 1L, 30)], await OutcomesAsync(world, goal));
        await AssertToldByEntriesAsync(world);
    }

    [OnEveryDatabase]
    public async Task A_parked_account_counts_as_entered_and_not_as_ended(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var bad = await world.Groups.AccountAsync("Bad", []);
        await world.Groups.AccountAsync("Good", []);
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "join").Add("join", new MergeSettings()));

        await world.RunAsync(world.NewEngine(new FaultyStep { Fails = [bad.Id] }));

        Assert.Equal([(JourneyDay.Entered, 2L, 0), (EntryStatus.Completed, 1L, 0)], await OutcomesAsync(world, journey));
    }

    [OnEveryDatabase]
    public async Task People_and_accounts_active_while_they_travel_are_engaged_once_and_what_journeys_record_does_not_count(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var accounts = new List<Account>();
        for (var i = 0; i < 4; i++)
            accounts.Add(await world.Groups.AccountAsync($"Account {i}", ["VP Fleet", "Fleet manager"]));
        async Task<List<long>> PeopleAsync(int account)
        {
            await using var context = world.Database.Open();
            return await context.People.Where(p => p.AccountId == accounts[account].Id).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        }
        var people = new[] { await PeopleAsync(0), await PeopleAsync(1), await PeopleAsync(2), await PeopleAsync(3) };
        var counting = new CountEngaged(world.Database.Portal, world.Clock);
        // Before anybody travels.
        await world.HappenAsync(accounts[3].Id, ActivityType.PageViews, people[3][0]);
        world.Clock.Advance(TimeSpan.FromHours(2));
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "hello").Add("hello", new PersonInterestingMomentSettings("Hello"), "wait").Add("wait", new WaitSettings(TwoDays)));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.HappenAsync(accounts[0].Id, ActivityType.PageViews, people[0][0]);
        await world.HappenAsync(accounts[0].Id, ActivityType.FormFilledOut, people[0][0]);
        await world.HappenAsync(accounts[0].Id, ActivityType.FormFilledOut, people[0][1]);
        await world.HappenAsync(accounts[1].Id, ActivityType.PageViews);
        await counting.LookAsync(CancellationToken.None);
        await counting.LookAsync(CancellationToken.None);

        Assert.Equal((1L, 2L), await EngagedAsync(world, journey));
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.HappenAsync(accounts[2].Id, ActivityType.PageViews, people[2][1]);
        await counting.LookAsync(CancellationToken.None);
        Assert.Equal((2L, 3L), await EngagedAsync(world, journey));

        // After the end.
        await world.RunAfterAsync(TimeSpan.FromDays(3));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.HappenAsync(accounts[1].Id, ActivityType.PageViews, people[1][0]);
        await counting.LookAsync(CancellationToken.None);
        Assert.Equal((2L, 3L), await EngagedAsync(world, journey));
        await using var read = world.Database.Open();
        Assert.Equal(
            [accounts[0].Id, accounts[2].Id],
            await read.JourneyEngagements.Where(e => e.JourneyId == journey && e.PersonId == 0).OrderBy(e => e.AccountId).Select(e => e.AccountId).ToListAsync());
    }

    private static async Task<(long Accounts, long People)> EngagedAsync(JourneyWorld world, int journey)
    {
        await using var context = world.Database.Open();
        var mark = await context.JourneyEngagementMarks.SingleAsync(m => m.JourneyId == journey);
        Assert.Equal(mark.Accounts + mark.People, await context.JourneyEngagements.LongCountAsync(e => e.JourneyId == journey));
        return (mark.Accounts, mark.People);
    }

    /// <summary>Outcome, how many, and their mean hours.</summary>
    private static async Task<List<(object Outcome, long Entries, int Hours)>> OutcomesAsync(JourneyWorld world, int journey)
    {
        await using var context = world.Database.Open();
        var rows = await context.JourneyDays.Where(d => d.JourneyId == journey).GroupBy(d => d.Outcome)
            .Select(g => new { Outcome = g.Key, Entries = g.Sum(d => d.Entries), Milliseconds = g.Sum(d => d.Milliseconds) }).OrderBy(g => g.Outcome).ToListAsync();
        return [.. rows.Select(row => (row.Outcome == JourneyDay.Entered ? (object)row.Outcome : (EntryStatus)row.Outcome, row.Entries, (int)Math.Round(row.Milliseconds / 3_600_000d / row.Entries)))];
    }

    private static async Task AssertToldByEntriesAsync(JourneyWorld world)
    {
        await using var context = world.Database.Open();
        var entries = await context.JourneyEntries.ToListAsync();
        var told = entries.Select(e => (e.JourneyId, JourneyDay.DayOf(e.EnteredAt), JourneyDay.Entered, (short)0, 0L))
            .Concat(entries.Where(e => e.DueAt is null && e.Status != EntryStatus.Parked)
                .Select(e => (e.JourneyId, JourneyDay.DayOf(e.ArrivedAt), (short)e.Status, JourneyDuration.BandOf(e.ArrivedAt - e.EnteredAt), e.ArrivedAt - e.EnteredAt)))
            .GroupBy(one => (one.Item1, one.Item2, one.Item3, one.Item4)).Select(g => (g.Key, g.LongCount(), g.Sum(one => one.Item5))).Order();
        var kept = (await context.JourneyDays.ToListAsync()).GroupBy(d => (d.JourneyId, d.Day, d.Outcome, d.Took)).Select(g => (g.Key, g.Sum(d => d.Entries), g.Sum(d => d.Milliseconds))).Order();
        Assert.Equal(told, kept);
    }
}
