using System.Data;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>Who enters again, and who is taken out.</summary>
public sealed class EntryRulesTests
{
    [OnEveryDatabase]
    public async Task Re_entry_counted_from_the_start_waits_until_the_account_is_out_and_keeps_its_limit(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.Groups.AccountAsync("Account", []);
        var journey = await world.PublishAsync(Waiting(world, new() { ReEntry = new(ReEntryWait.Start, new WaitDuration(1, WaitUnit.Days), 3) }));
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromDays(1.5));
        Assert.Equal("wait Active", (await world.WhereAsync(journey))["Account"]);

        await world.RunAfterAsync(TimeSpan.FromDays(0.5));
        Assert.Equal("end Completed; wait Active", (await world.WhereAsync(journey))["Account"]);
        for (var day = 0; day < 8; day++)
            await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal("end Completed; end Completed; end Completed", (await world.WhereAsync(journey))["Account"]);
        Assert.Equal((3, 3), ((await world.CountsAsync())["start/1"], (await world.CountsAsync())["end/1"]));
        Assert.Equal(await world.VisitsAsync(), await world.CountsAsync());
    }

    [OnEveryDatabase]
    public async Task Re_entry_counted_from_the_end_waits_that_long_after_it(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.Groups.AccountAsync("Account", []);
        var journey = await world.PublishAsync(Waiting(world, new() { ReEntry = new(ReEntryWait.End, new WaitDuration(1, WaitUnit.Days), null) }));
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        Assert.Equal("end Completed", (await world.WhereAsync(journey))["Account"]);

        await world.RunAfterAsync(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.Equal("end Completed", (await world.WhereAsync(journey))["Account"]);
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("end Completed; wait Active", (await world.WhereAsync(journey))["Account"]);
    }

    [OnEveryDatabase]
    public async Task Who_is_inside_is_looked_up_account_by_account_even_when_the_planner_knows_of_no_entries(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        for (var account = 0; account < 100; account++)
            await world.Groups.AccountAsync($"Account {account}", []);
        var journey = await world.PublishAsync(Waiting(world, new() { ReEntry = new(ReEntryWait.Start, new WaitDuration(1, WaitUnit.Days), 3) }));
        await using var context = world.Database.Open();
        await world.Database.Portal.Provider.RefreshStatisticsAsync(context, CancellationToken.None);
        await world.RunAsync();
        var version = await context.JourneyVersions.Where(one => one.JourneyId == journey).Select(one => one.Id).SingleAsync();
        var plan = (await new JourneyPlans().OfAsync(context, version, CancellationToken.None)).Plan;

        var steps = await PlanAsync(kind, Entering.NotInside(context.Accounts, context, plan, world.Clock.GetUtcNow().UtcDateTime));

        Assert.Contains(steps, step => step.Contains(kind == DatabaseKind.Sqlite ? "CORRELATED SCALAR SUBQUERY" : "SubPlan", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains("Join", StringComparison.Ordinal) || step.StartsWith("SCAN j", StringComparison.Ordinal));
    }

    /// <summary>What the database says that it would do.</summary>
    private static async Task<List<string>> PlanAsync(DatabaseKind kind, IQueryable<Account> accounts)
    {
        await using var command = accounts.Select(account => account.Id).CreateDbCommand();
        command.CommandText = (kind == DatabaseKind.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        if (command.Connection!.State != ConnectionState.Open)
            await command.Connection.OpenAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
            steps.Add(reader.GetString(reader.FieldCount - 1));
        return steps;
    }

    [OnEveryDatabase]
    public async Task Goal_and_exit_take_waiting_accounts_out_and_keep_others_from_entering(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        foreach (var name in new[] { "Stays", "Wins", "Goes", "Goal before" })
            await world.Groups.AccountAsync(name, []);
        var journey = await world.PublishAsync(Waiting(world, Leaving));
        await world.RunAsync();
        Assert.Equal(["Goes", "Stays", "Wins"], (await world.WhereAsync(journey)).Keys.Order());

        await RenameAsync(world, "Wins", "Goal");
        await RenameAsync(world, "Goes", "Exit");
        await world.RunAfterAsync(TimeSpan.FromHours(1));

        var where = await world.WhereAsync(journey);
        Assert.Equal(("wait GoalMet", "wait Exited", "wait Active"), (where["Goal"], where["Exit"], where["Stays"]));
        Assert.Equal(2, (await world.CountsAsync())["wait/-1"]);
        Assert.Equal(3, (await world.CountsAsync())["start/1"]);
    }

    [OnEveryDatabase]
    public async Task Whoever_met_the_goal_while_the_portal_was_down_leaves_instead_of_going_on(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.Groups.AccountAsync("Wins", []);
        var journey = await world.PublishAsync(Waiting(world, Leaving));
        await world.RunAsync();

        await RenameAsync(world, "Wins", "Goal");
        await world.RunAfterAsync(TimeSpan.FromDays(3));

        Assert.Equal("wait GoalMet", (await world.WhereAsync(journey))["Goal"]);
        Assert.False((await world.CountsAsync()).ContainsKey("end/1"));
    }

    [OnEveryDatabase]
    public async Task Goal_and_exit_hold_in_a_journey_closed_to_new_entries_and_in_earlier_versions_too(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.Groups.AccountAsync("First", []);
        var drawing = Waiting(world, Leaving);
        var journey = await world.PublishAsync(drawing);
        await world.RunAsync();
        await world.PublishVersionAsync(journey, drawing, 2);
        await world.Groups.AccountAsync("Second", []);
        await world.RunAsync();

        await RenameAsync(world, "First", "Goal");
        await world.RunAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal("wait GoalMet", (await world.WhereAsync(journey))["Goal"]);
        await using (var context = world.Database.Open())
            await context.Journeys.ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, JourneyStatus.ClosedToNewEntries));
        await RenameAsync(world, "Second", "Exit");
        await world.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal("wait Exited", (await world.WhereAsync(journey))["Exit"]);
        await using var after = world.Database.Open();
        Assert.Equal(JourneyStatus.Finished, (await after.Journeys.SingleAsync()).Status);
    }

    [OnEveryDatabase]
    public async Task Published_again_for_a_later_day_it_lets_nobody_in_until_then_and_goal_and_exit_hold(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.Groups.AccountAsync("Wins", []);
        var journey = await world.PublishAsync(Waiting(world, Leaving));
        await world.RunAsync();
        var later = world.Clock.GetUtcNow().UtcDateTime.AddDays(1);
        await world.PublishVersionAsync(journey, Waiting(world, Leaving with { StartsAt = later }), 2);
        await using (var context = world.Database.Open())
            await context.Journeys.ExecuteUpdateAsync(set => set.SetProperty(one => one.StartsAt, later));
        await world.Groups.AccountAsync("Comes", []);

        await RenameAsync(world, "Wins", "Goal");
        await world.RunAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal([("Goal", "wait GoalMet")], (await world.WhereAsync(journey)).Select(one => (one.Key, one.Value)));
        await world.RunAfterAsync(TimeSpan.FromHours(23));

        Assert.Equal("wait Active", (await world.WhereAsync(journey))["Comes"]);
    }

    private static JourneySettings Leaving => new() { Goal = When("name", ConditionOperator.StartsWith, "Goal"), Exit = When("name", ConditionOperator.Is, "Exit") };

    private static Drawing Waiting(JourneyWorld world, JourneySettings settings) => new Drawing { Settings = settings }
        .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "wait")
        .Add("wait", new WaitSettings(new(new WaitDuration(2, WaitUnit.Days), null, null)), "end")
        .Add("end", new AccountInterestingMomentSettings("Through"));

    private static async Task RenameAsync(JourneyWorld world, string from, string to)
    {
        await using var context = world.Database.Open();
        (await context.Accounts.SingleAsync(account => account.Name == from)).Name = to;
        await context.SaveChangesAsync();
    }
}
