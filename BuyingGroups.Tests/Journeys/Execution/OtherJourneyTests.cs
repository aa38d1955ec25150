using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>Journeys that send accounts into each other and take them out.</summary>
public sealed class OtherJourneyTests
{
    private static readonly WaitRule ADay = new(new WaitDuration(1, WaitUnit.Days), null, null);

    [OnEveryDatabase]
    public async Task An_account_is_added_to_another_journey_once_and_taken_out_of_a_third_where_it_is(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        for (var i = 0; i < 20; i++)
            await world.Groups.AccountAsync($"Account {i}", []);
        var other = await world.PublishAsync(await ElsewhereAsync(world), "Other");
        var third = await world.PublishAsync(new Drawing()
            .Add("third", new AccountAudienceSettings(world.Groups.Audience.Id, null), "stay")
            .Add("stay", new WaitSettings(ADay)), "Third");
        await world.RunAsync();
        Assert.Equal(20, (await world.WhereAsync(third)).Count);
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "add")
            .Add("add", new AddToJourneySettings(other), "again")
            .Add("again", new AddToJourneySettings(other), "remove")
            .Add("remove", new RemoveFromJourneySettings(third)));

        await world.RunAsync();

        Assert.Equal(20, (await world.WhereAsync(journey)).Values.Count(one => one == "remove Completed"));
        Assert.Equal(20, (await world.WhereAsync(other)).Values.Count(one => one == "elsewhere Active"));
        Assert.Equal(20, (await world.WhereAsync(third)).Values.Count(one => one == "stay Removed"));
        Assert.Equal(20, (await world.CountsAsync())["stay/-1"]);
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        Assert.False((await world.CountsAsync()).ContainsKey("stay/1"));
        Assert.Equal(20, (await world.CountsAsync())["elsewhere/1"]);
        await using var context = world.Database.Open();
        Assert.Empty(await context.JourneyInvitations.ToListAsync());
    }

    [OnEveryDatabase]
    public async Task Who_met_the_goal_of_another_journey_is_not_let_in_and_who_is_parked_there_is_taken_out(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        foreach (var name in new[] { "Goal", "Parked", "Other" })
            await world.Groups.AccountAsync(name, []);
        var goal = await world.PublishAsync(await ElsewhereAsync(world, new JourneySettings { Goal = When("name", ConditionOperator.Is, "Goal") }), "Other");
        var third = await world.PublishAsync(new Drawing()
            .Add("third", new AccountAudienceSettings(world.Groups.Audience.Id, null), "stay")
            .Add("stay", new WaitSettings(ADay)), "Third");
        await world.RunAsync();
        await using (var context = world.Database.Open())
        {
            var parked = await context.Accounts.Where(account => account.Name == "Parked").Select(account => account.Id).SingleAsync();
            await context.JourneyEntries.Where(entry => entry.AccountId == parked && entry.JourneyId == third)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.DueAt, (long?)null).SetProperty(entry => entry.Status, EntryStatus.Parked).SetProperty(entry => entry.Error, "Broken."));
        }
        await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "add")
            .Add("add", new AddToJourneySettings(goal), "remove")
            .Add("remove", new RemoveFromJourneySettings(third)));

        await world.RunAsync();

        Assert.Equal(["Other", "Parked"], (await world.WhereAsync(goal)).Keys.Order());
        Assert.All((await world.WhereAsync(third)).Values, one => Assert.Equal("stay Removed", one));
        Assert.Equal(3, (await world.CountsAsync())["stay/-1"]);
        await using var after = world.Database.Open();
        Assert.Empty(await after.JourneyInvitations.ToListAsync());
        Assert.Equal(3, await after.JourneyDays.Where(day => day.JourneyId == third && day.Outcome == (short)EntryStatus.Removed).SumAsync(day => day.Entries));
    }

    [OnEveryDatabase(NotOnSqlite = true)]
    public async Task An_invitation_that_comes_while_others_are_taken_up_is_not_lost(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var first = await world.Groups.AccountAsync("First", []);
        var second = await world.Groups.AccountAsync("Second", []);
        var inside = await world.Groups.AccountAsync("Inside", []);
        var other = await world.PublishAsync(await ElsewhereAsync(world), "Other");
        await world.Database.AddAsync([Invitation(other, inside.Id)]);
        await world.RunAsync();
        await world.Database.AddAsync([Invitation(other, first.Id), Invitation(other, inside.Id)]);

        // Another worker's transaction commits in the middle of ours.
        var engine = world.NewEngine(new SuddenStep(_ => world.Database.AddAsync([Invitation(other, second.Id)])));
        await world.RunAsync(engine);

        Assert.Equal(["First", "Inside", "Second"], (await world.WhereAsync(other)).Keys.Order());
        await using var context = world.Database.Open();
        Assert.Empty(await context.JourneyInvitations.ToListAsync());
    }

    /// <summary>Nobody enters it but by invitation.</summary>
    private static async Task<Drawing> ElsewhereAsync(JourneyWorld world, JourneySettings? settings = null)
    {
        var nobody = new AccountList { Name = "Nobody", Kind = AccountListKind.Static, Status = PublicationStatus.Live };
        await world.Database.AddAsync([nobody]);
        return new Drawing { Settings = settings ?? JourneySettings.Default }
            .Add("nobody", new AccountAudienceSettings(null, nobody.Id), "join")
            .Add("join", new MergeSettings(), "elsewhere")
            .Add("elsewhere", new WaitSettings(ADay), "end")
            .Add("end", new MergeSettings());
    }

    private static JourneyInvitation Invitation(int journey, long account) => new() { JourneyId = journey, AccountId = account, NodeKey = 1, At = 1 };
}
