using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

public sealed class JourneyEngineTests
{
    private static readonly WaitRule ADay = new(new WaitDuration(1, WaitUnit.Days), null, null);

    [OnEveryDatabase]
    public async Task Accounts_enter_pass_split_and_wait_and_leave_when_the_wait_is_over(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        for (var i = 1; i <= 6; i++)
            await world.Groups.AccountAsync($"Account {i}", ["cook"]);
        await world.Groups.AccountAsync("Outside", ["cook"], industry: "Mining");
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "split")
            .Add("split", new SplitByAccountsSettings(),
                Branch("first", When("name", ConditionOperator.IsAnyOf, "Account 1", "Account 2"), "wait"),
                Branch("second", When("name", ConditionOperator.IsAnyOf, "Account 2", "Account 3"), "join"))
            .Add("wait", new WaitSettings(ADay), "join")
            .Add("join", new MergeSettings(), "moment")
            .Add("moment", new AccountInterestingMomentSettings("Through")));

        await world.RunAsync();

        var counts = await world.CountsAsync();
        Assert.Equal((6, 2, 1, 3, 1), (counts["start/1"], counts["split/1"], counts["split/2"], counts["split/0"], counts["moment/1"]));
        Assert.Equal("wait Active", (await world.WhereAsync(journey))["Account 2"]);
        Assert.Equal("moment Completed", (await world.WhereAsync(journey))["Account 3"]);
        Assert.Equal("split Completed", (await world.WhereAsync(journey))["Account 4"]);
        Assert.False((await world.WhereAsync(journey)).ContainsKey("Outside"));

        await world.RunAfterAsync(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.Equal("wait Active", (await world.WhereAsync(journey))["Account 2"]);
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));

        counts = await world.CountsAsync();
        Assert.Equal((2, 3, 3), (counts["wait/1"], counts["join/1"], counts["moment/1"]));
        Assert.Equal(await world.VisitsAsync(), counts);
        await using var context = world.Database.Open();
        Assert.Equal(3, await context.Activities.CountAsync(activity => activity.ActivityTypeId == ActivityType.InterestingMoment));
        Assert.All(await context.ActivityAttributes.ToListAsync(), attribute => Assert.Equal("Through", attribute.Value));
    }

    [OnEveryDatabase]
    public async Task An_event_sends_a_listening_account_on_and_the_timeout_the_others(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var heard = await world.Groups.AccountAsync("Heard", ["cook"]);
        var early = await world.Groups.AccountAsync("Early", ["cook"]);
        var other = await world.Groups.AccountAsync("Other form", ["cook"]);
        await world.HappenAsync(early.Id, ActivityType.FormFilledOut, early.People.First().Id, world.Clock.GetUtcNow().AddMinutes(-1), new ActivityAttribute { Name = "form", Value = "Demo" });
        var demoForm = new JourneyEvent(JourneyEventKind.Activity) { ActivityType = ActivityType.FormFilledOut, Attributes = [new ActivityConstraint("form", ConditionOperator.Is, "demo")] };
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "listen")
            .Add("listen", new ListenForEventSettings(demoForm, ADay), JourneyPath.Next(new NodeId("came")), Timeout("missed"))
            .Add("came", new AccountInterestingMomentSettings("Came"))
            .Add("missed", new AccountInterestingMomentSettings("Missed")));
        await world.RunAsync();

        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.HappenAsync(heard.Id, ActivityType.FormFilledOut, heard.People.First().Id, attributes: new ActivityAttribute { Name = "form", Value = "DEMO" });
        await world.HappenAsync(other.Id, ActivityType.FormFilledOut, other.People.First().Id, attributes: new ActivityAttribute { Name = "form", Value = "Newsletter" });
        await world.RunAsync();

        Assert.Equal("came Completed", (await world.WhereAsync(journey))["Heard"]);
        Assert.Equal("listen Active", (await world.WhereAsync(journey))["Early"]);
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(("missed Completed", "missed Completed"), ((await world.WhereAsync(journey))["Early"], (await world.WhereAsync(journey))["Other form"]));
        Assert.Equal((1, 2), ((await world.CountsAsync())["listen/1"], (await world.CountsAsync())["listen/2"]));
    }

    [OnEveryDatabase]
    public async Task A_journey_assigns_by_precedence_and_its_refusals_are_kept(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var account = await world.Groups.AccountAsync("Account", ["chief", "VP", "planner"]);
        var without = await world.Groups.AccountAsync("No group", ["chief"]);
        var group = await world.Groups.GroupAsync(account);
        var people = account.People.OrderBy(person => person.Id).ToList();
        await world.Database.AddAsync([new Member
        {
            BuyingGroupId = group.Id, PersonId = people[0].Id, RoleId = GroupWorld.Champion, Source = ActorKind.Manual, ActorId = world.Groups.Actors[ActorKind.Manual], IsActive = false, ChangedAt = world.Clock.GetUtcNow().UtcDateTime,
        }]);
        var solution = world.Groups.Solution.Id;
        await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "people")
            .Add("people", new SplitByPeopleSettings(),
                Branch("leaders", When("jobTitle", ConditionOperator.IsAnyOf, "chief", "VP"), "assign"),
                Other("influence"))
            .Add("assign", new AssignToBuyingGroupSettings(solution, GroupWorld.DecisionMaker), "joined")
            .Add("influence", new AssignToBuyingGroupSettings(solution, GroupWorld.Influencer), "joined")
            .Add("joined", new PeopleMergeSettings(new NodeId("people")), "wait")
            .Add("wait", new WaitSettings(ADay), "remove")
            .Add("remove", new RemoveFromBuyingGroupSettings(solution)));
        await world.RunAsync();

        await using (var context = world.Database.Open())
        {
            var members = await context.Members.Where(member => member.BuyingGroupId == group.Id && member.IsActive).OrderBy(member => member.PersonId).Select(member => new { member.PersonId, member.RoleId, member.Source }).ToListAsync();
            Assert.Equal([(people[1].Id, GroupWorld.DecisionMaker), (people[2].Id, GroupWorld.Influencer)], members.Select(member => (member.PersonId, member.RoleId)));
            Assert.All(members, member => Assert.Equal(ActorKind.Journey, member.Source));
            var refused = await context.MembershipChanges.SingleAsync(change => !change.Applied);
            Assert.Equal((people[0].Id, ActorKind.Manual), (refused.PersonId, refused.StandingSource));
            Assert.StartsWith("journey:", (await context.Actors.SingleAsync(actor => actor.Id == refused.ActorId)).Reference, StringComparison.Ordinal);
        }
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        await using var after = world.Database.Open();
        Assert.Equal(0, await after.Members.CountAsync(member => member.IsActive));
        var details = await (from visit in after.JourneyVisits
                             join entry in after.JourneyEntries on visit.EntryId equals entry.Id
                             join key in after.JourneyNodeKeys on visit.NodeKey equals key.Id
                             where key.NodeId == "remove"
                             orderby entry.AccountId
                             select visit.Detail).ToListAsync();
        Assert.Equal([null, "No buying group"], details);
        Assert.NotEqual(0, without.Id);
    }

    [OnEveryDatabase]
    public async Task A_variant_split_of_accounts_keeps_its_quota_whatever_the_batches(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "variant")
            .Add("variant", new VariantSplitSettings(SplitSubject.Accounts), Share("a", 50, "wait"), Share("b", 30, "wait"), Share("c", 20, "wait"))
            .Add("wait", new MergeSettings()));
        var arrived = 0;
        foreach (var batch in new[] { 1, 2, 1, 13, 5, 1, 1, 7 })
        {
            for (var i = 0; i < batch; i++)
                await world.Groups.AccountAsync($"Account {++arrived}", []);
            await world.RunAsync();

            var counts = await world.CountsAsync();
            foreach (var (path, percent) in new[] { (1, 50m), (2, 30m), (3, 20m) })
                Assert.True(Math.Abs(counts.GetValueOrDefault($"variant/{path}") - (arrived * percent / 100)) < 1, $"{arrived} accounts: path {path} has {counts.GetValueOrDefault($"variant/{path}")}.");
        }
    }

    [OnEveryDatabase]
    public async Task A_variant_split_of_people_takes_floors_and_leaves_the_rest_to_the_last_path(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var five = await world.Groups.AccountAsync("Five", ["a", "b", "c", "d", "e"]);
        var single = await world.Groups.AccountAsync("Single", ["a"]);
        foreach (var account in new[] { five, single })
            await world.Groups.GroupAsync(account);
        await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "variant")
            .Add("variant", new VariantSplitSettings(SplitSubject.People), Share("a", 50, "deciders"), Share("b", 50, "influencers"))
            .Add("deciders", new AssignToBuyingGroupSettings(world.Groups.Solution.Id, GroupWorld.DecisionMaker), "joined")
            .Add("influencers", new AssignToBuyingGroupSettings(world.Groups.Solution.Id, GroupWorld.Influencer), "joined")
            .Add("joined", new PeopleMergeSettings(new NodeId("variant"))));

        await world.RunAsync();

        await using var context = world.Database.Open();
        var roles = await context.Members.GroupBy(member => new { member.BuyingGroup!.AccountId, member.RoleId }).Select(group => new { group.Key.AccountId, group.Key.RoleId, Count = group.Count() }).ToListAsync();
        Assert.Equal(
            [(five.Id, GroupWorld.DecisionMaker, 2), (five.Id, GroupWorld.Influencer, 3), (single.Id, GroupWorld.DecisionMaker, 1)],
            roles.Select(row => (row.AccountId, row.RoleId, row.Count)).Order());
    }
}
