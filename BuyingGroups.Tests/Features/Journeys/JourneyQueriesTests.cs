using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Journeys;

/// <summary>Where accounts are, what happened to them, and what a user can do about those that stand still.</summary>
public sealed class JourneyQueriesTests
{
    [OnEveryDatabase]
    public async Task Counts_follow_from_the_paths_that_were_taken(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await TravelAsync(portal);

        var counts = (await portal.AskAsync(new CountJourney(world.Id))).Demand();

        Assert.Equal((1, 5L, 3L, 1L), (counts.Number!.Value, counts.Entered, counts.Inside, counts.Parked));
        Assert.Equal(
            [("start", 5L, 0L), ("split", 5L, 0L), ("wait", 3L, 3L), ("assign", 0L, 0L), ("halves", 2L, 0L), ("join", 1L, 0L), ("moment", 1L, 0L)],
            counts.Nodes.Select(n => (n.NodeId, n.Reached, n.Here)));
        Assert.Equal([3L, 2L], counts.Nodes[1].Paths.Select(p => p.Passed!.Value));
        Assert.Equal(1, counts.Nodes[2].Parked);
    }

    [OnEveryDatabase]
    public async Task A_journey_nobody_published_counts_nothing(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();
        var counts = (await portal.AskAsync(new CountJourney(world.Id))).Demand();
        Assert.Null(counts.Number);
        Assert.Empty(counts.Nodes);
        Assert.IsType<NotFound>((await portal.AskAsync(new CountJourney(world.Id, 7))).Refusal);
        Assert.IsType<NotFound>((await portal.AskAsync(new CountJourney(99))).Refusal);
    }

    [OnEveryDatabase]
    public async Task Accounts_at_a_node_are_those_there_now_or_those_that_passed(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await TravelAsync(portal);

        Assert.Equal(["A", "B", "C"], await NamesAsync("wait", AtNode.Here));
        Assert.Empty(await NamesAsync("wait", AtNode.Passed));
        Assert.Equal(["D", "E"], await NamesAsync("halves", AtNode.Passed));
        Assert.Equal(["A", "B", "C", "D", "E"], await NamesAsync("split", AtNode.Passed));
        Assert.Equal(["B"], (await portal.AskAsync(new FindAccountsAtNode(world.Id, world.Keys["wait"], AtNode.Here, new PageRequest(2, 1)))).Demand().Rows.Select(r => r.Account));
        Assert.Equal(("How large?", 1), ((await portal.AskAsync(new GetJourneyNode(world.Id, world.Keys["split"]))).Demand().Name, (await portal.AskAsync(new GetJourneyNode(world.Id, world.Keys["split"]))).Demand().Number));

        async Task<IEnumerable<string?>> NamesAsync(string node, AtNode which) =>
            (await portal.AskAsync(new FindAccountsAtNode(world.Id, world.Keys[node], which, new PageRequest()))).Demand().Rows.Select(r => r.Account);
    }

    [OnEveryDatabase]
    public async Task The_timeline_tells_nodes_paths_effects_and_refusals_in_order(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();
        await world.PublishAsync();
        var account = await world.Groups.AccountAsync("Hexa", ["VP", "chief"]);
        var group = await world.Groups.GroupAsync(account);
        await world.EnterAsync(account, "moment", EntryStatus.Completed, ("start", 1), ("split", 1), ("wait", 1), ("assign", 1), ("join", 1), ("moment", 1));
        await using (var context = portal.Open())
        {
            var actor = await context.JourneyNodeKeys.Where(k => k.Id == world.Keys["assign"]).Select(k => k.ActorId).SingleAsync();
            var at = portal.Clock.GetUtcNow().UtcDateTime;
            var people = await context.People.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
            context.MembershipChanges.AddRange(
                new MembershipChange { BuyingGroupId = group.Id, PersonId = people[0], Kind = MembershipChangeKind.Assign, Applied = true, RoleId = 2, Source = ActorKind.Journey, ActorId = actor, At = at },
                new MembershipChange
                {
                    BuyingGroupId = group.Id,
                    PersonId = people[1],
                    Kind = MembershipChangeKind.Assign,
                    Applied = false,
                    RoleId = 2,
                    Source = ActorKind.Journey,
                    ActorId = actor,
                    At = at,
                    StandingSource = ActorKind.Manual,
                    StandingActorId = world.Groups.Actors[ActorKind.Manual],
                    StandingRemoved = true,
                });
            await context.SaveChangesAsync();
        }

        var timeline = (await portal.AskAsync(new GetJourneyTimeline(world.Id, account.Id))).Demand();

        Assert.Equal(("Nurture", "Hexa", EntryStatus.Completed, 1), (timeline.Journey, timeline.Account, timeline.Entry.Status, timeline.Entries));
        Assert.Equal(["accountAudience", "splitByAccounts", "wait", "assignToBuyingGroup", "merge", "accountInterestingMoment"], timeline.Steps.Select(s => s.Kind));
        Assert.Equal("Big", timeline.Steps[1].PathName);
        Assert.All(timeline.Steps, step => Assert.Equal(portal.Clock.GetUtcNow().UtcDateTime, step.At));
        Assert.Equal([(true, null), (false, "A Manual actor")], timeline.Steps[3].Effects.Select(e => (e.Applied, e.StandingBy)));
        var listed = Assert.Single((await portal.AskAsync(new FindEntriesOfAccount(account.Id, new PageRequest()))).Demand().Rows);
        Assert.Equal(("Nurture", EntryStatus.Completed), (listed.Journey, listed.Entry.Status));
    }

    [OnEveryDatabase]
    public async Task Parked_accounts_are_listed_with_their_error_and_go_on_when_told(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await TravelAsync(portal);
        var parked = Assert.Single((await portal.AskAsync(new FindParkedEntries(world.Id, new PageRequest()))).Demand().Rows);
        Assert.Equal(("C", "The disk was full.", "Wait"), (parked.Account, parked.Error, parked.Node));

        (await portal.SendAsync(new RetryParkedEntry(parked.EntryId))).Demand();

        Assert.IsType<EntryNotParked>((await portal.SendAsync(new RetryParkedEntry(parked.EntryId))).Refusal);
        await using var context = portal.Open();
        var entry = await context.JourneyEntries.SingleAsync(e => e.Id == parked.EntryId);
        Assert.Equal((EntryStatus.Active, (long?)portal.Clock.GetUtcNow().ToUnixTimeMilliseconds(), null), (entry.Status, entry.DueAt, entry.Error));
    }

    [OnEveryDatabase]
    public async Task All_parked_accounts_go_on_at_once_and_the_standstill_ends(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await TravelAsync(portal);
        await using (var context = portal.Open())
            await context.Journeys.ExecuteUpdateAsync(set => set.SetProperty(j => j.Problem, "Every account failed."));

        Assert.Equal(new ParkedRetried(1, false), (await portal.SendAsync(new RetryAllParked(world.Id))).Demand());

        Assert.Equal(0, (await portal.AskAsync(new FindParkedEntries(world.Id, new PageRequest()))).Demand().Total);
        Assert.Null((await portal.AskAsync(new GetJourney(world.Id))).Demand().Journey.Problem);
        (await portal.SendAsync(new AbortJourney(world.Id))).Demand();
        Assert.IsType<JourneyIsOver>((await portal.SendAsync(new RetryAllParked(world.Id))).Refusal);
    }

    [OnEveryDatabase]
    public async Task An_account_taken_out_by_hand_leaves_the_counts_and_the_history_right(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await TravelAsync(portal);
        var here = (await portal.AskAsync(new FindAccountsAtNode(world.Id, world.Keys["wait"], AtNode.Here, new PageRequest()))).Demand().Rows;

        foreach (var row in here)
            (await portal.SendAsync(new RemoveAccountFromJourney(world.Id, row.AccountId))).Demand();

        var wait = (await portal.AskAsync(new CountJourney(world.Id))).Demand().Nodes[2];
        Assert.Equal((3L, 0L, 3L), (wait.Reached, wait.Here, wait.Stopped));
        Assert.Equal(EntryStatus.Removed, (await portal.AskAsync(new GetJourneyTimeline(world.Id, here[0].AccountId))).Demand().Entry.Status);
        Assert.IsType<EntryIsOver>((await portal.SendAsync(new RemoveAccountFromJourney(world.Id, here[0].AccountId))).Refusal);
        var stranger = await world.Groups.AccountAsync("Stranger", []);
        Assert.IsType<NeverEntered>((await portal.SendAsync(new RemoveAccountFromJourney(world.Id, stranger.Id))).Refusal);
    }

    /// <summary>A and B wait, C is parked there, D went through, E ended on the other half.</summary>
    private static async Task<JourneyWorld> TravelAsync(TestPortal portal)
    {
        var world = await new JourneyWorld(portal).BuildAsync();
        await world.PublishAsync();
        await world.EnterAsync(await world.Groups.AccountAsync("A", []), "wait", EntryStatus.Active, ("start", 1), ("split", 1));
        await world.EnterAsync(await world.Groups.AccountAsync("B", []), "wait", EntryStatus.Active, ("start", 1), ("split", 1));
        await world.EnterAsync(await world.Groups.AccountAsync("C", []), "wait", EntryStatus.Parked, ("start", 1), ("split", 1));
        await world.EnterAsync(await world.Groups.AccountAsync("D", []), "moment", EntryStatus.Completed, ("start", 1), ("split", 2), ("halves", 1), ("join", 1), ("moment", 1));
        await world.EnterAsync(await world.Groups.AccountAsync("E", []), "halves", EntryStatus.Completed, ("start", 1), ("split", 2), ("halves", 2));
        return world;
    }
}
