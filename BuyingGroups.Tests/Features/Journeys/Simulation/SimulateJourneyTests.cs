using System.Globalization;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Simulation;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Journeys.Execution;
using BuyingGroups.Tests.Portals;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Features.Journeys.Simulation;

/// <summary>What a simulation tells, that it leaves nothing behind, and that the engine then does the same.</summary>
public sealed class SimulateJourneyTests
{
    private static readonly WaitRule ADay = new(new WaitDuration(1, WaitUnit.Days), null, null);
    private static readonly JourneyEvent Form = new(JourneyEventKind.Activity) { ActivityType = ActivityType.FormFilledOut };

    [OnEveryDatabase]
    public async Task A_simulation_tells_every_step_its_reason_and_effects_and_leaves_no_row_behind(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = new SimulationWorld(portal);
        await world.Groups.BuildAsync();
        var account = await world.Groups.AccountAsync("Hexa", ["chief", "VP", "planner"]);
        var group = await world.Groups.GroupAsync(account);
        await RemoveByHandAsync(portal, world, group.Id, account.People.MinBy(person => person.Id)!.Id);
        var list = (await portal.SendAsync(new SaveAccountList(null, "Warm", null, AccountListKind.Static))).Demand();
        (await portal.SendAsync(new PublishAccountList(list))).Demand();
        var other = (await portal.SendAsync(new CreateJourney("Other"))).Demand();
        await world.DraftAsync(EveryKind(world.Groups, list, other));
        var before = await world.RowsAsync();

        var simulation = await world.SimulateAsync(account.Id, ("listen", SimulationChoice.Event));

        Assert.Equal(before, await world.RowsAsync());
        Assert.Equal(("Hexa", null, EntryStatus.Completed), (simulation.Account, simulation.WhyNot, simulation.Status));
        Assert.Equal(
            ["start", "split", "people", "assign", "moments", "joined", "list", "journey", "profile", "status", "email", "alert", "hook", "wait", "listen", "remove", "off"],
            simulation.Steps.Select(step => step.NodeId));
        var steps = simulation.Steps.ToDictionary(step => step.NodeId, StringComparer.Ordinal);
        Assert.Equal(("logistics", "Because industry is Logistics"), (steps["split"].PathTaken!.Key, Said(steps["split"].Reason!)));
        Assert.Equal(["leaders", "leaders", "other"], steps["people"].People.Select(person => person.Path.Key));
        Assert.Contains("chief", steps["people"].People[0].Why, StringComparison.OrdinalIgnoreCase);
        Assert.Null(steps["people"].People[2].Why);
        Assert.Equal([(false, "A Manual actor"), (true, null)], steps["assign"].Members.Select(member => (member.Applied, member.StandingBy)));
        Assert.Equal("Interesting moment “Hello” of 1 people", Said(Assert.Single(steps["moments"].Effects)));
        Assert.Equal(StepDetailNotLetIn, steps["journey"].Detail);
        Assert.Equal("Would send “News” to 3 people", Said(Assert.Single(steps["email"].Effects)));
        Assert.Equal("The status of the buying group is “Warm”", Said(Assert.Single(steps["status"].Effects)));
        Assert.Equal(portal.Clock.GetUtcNow().UtcDateTime, steps["wait"].ArrivedAt);
        Assert.Equal(portal.Clock.GetUtcNow().UtcDateTime.AddDays(1), steps["wait"].LeftAt);
        Assert.Equal([("event", true), ("timeout", false)], steps["listen"].Choices.Select(choice => (choice.Key, choice.IsTaken)));
        Assert.Equal([true], steps["remove"].Members.Select(member => member.Applied));
        var late = await world.SimulateAsync(account.Id);
        Assert.Equal((PathKind.Timeout, portal.Clock.GetUtcNow().UtcDateTime.AddDays(2)), (late.Steps.Single(step => step.NodeId == "listen").PathTaken!.Kind, late.EndsAt));
    }

    [OnEveryDatabase]
    public async Task What_is_simulated_is_what_the_engine_then_does(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = new SimulationWorld(portal);
        await world.Groups.BuildAsync();
        var random = new Random(20260302);
        var accounts = new List<long>();
        for (var i = 0; i < 14; i++)
        {
            string[] titles = [.. new[] { "chief", "VP", "planner", "cook" }.Where(_ => random.Next(2) == 0)];
            var account = await world.Groups.AccountAsync($"Account {i}", titles, random.Next(5) == 0 ? "Mining" : "Logistics");
            accounts.Add(account.Id);
            if (random.Next(3) > 0)
                await world.Groups.GroupAsync(account);
        }
        await world.DraftAsync(Winding(world.Groups));

        var predicted = new Dictionary<long, string>();
        foreach (var id in accounts)
        {
            var simulation = await world.SimulateAsync(id);
            predicted[id] = simulation.WhyNot is null ? Way(simulation.Steps.Select(step => (step.Kind, step.Path, step.Detail, Members(step.Members)))) + simulation.Status : "outside";
        }
        await world.RunAsync();

        foreach (var id in accounts)
        {
            var timeline = await portal.AskAsync(new GetJourneyTimeline(world.Id, id));
            var happened = timeline.Succeeded ? Way(timeline.Value.Steps.Select(step => (step.Kind, step.Path, step.Detail, Members(step.Effects)))) + timeline.Value.Entry.Status : "outside";
            Assert.Equal(predicted[id], happened);
        }
        Assert.InRange(predicted.Values.Distinct(StringComparer.Ordinal).Count(), 5, accounts.Count);
    }

    [OnEveryDatabase]
    public async Task Variants_start_with_the_first_slot_and_can_be_chosen(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = new SimulationWorld(portal);
        await world.Groups.BuildAsync();
        var account = await world.Groups.AccountAsync("Hexa", []);
        await world.DraftAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "variant")
            .Add("variant", new VariantSplitSettings(SplitSubject.Accounts), Share("a", 20, "x"), Share("b", 70, null), Share("c", 10, null))
            .Add("x", new AccountInterestingMomentSettings("X")));

        foreach (var key in new[] { "a", "b", "c" })
            Assert.Equal(key, (await world.SimulateAsync(account.Id, ("variant", key))).Steps[1].PathTaken!.Key);
        var first = (await world.SimulateAsync(account.Id)).Steps[1].Path;
        await world.RunAsync();

        Assert.Equal((await portal.AskAsync(new GetJourneyTimeline(world.Id, account.Id))).Demand().Steps[1].Path, first);
    }

    [OnEveryDatabase]
    public async Task A_draft_with_problems_is_not_simulated_and_who_would_not_enter_is_told_so(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = new SimulationWorld(portal);
        await world.Groups.BuildAsync();
        var outside = await world.Groups.AccountAsync("Mine", [], "Mining");
        var goal = await world.Groups.AccountAsync("Goal", []);
        await world.DraftAsync(new Drawing { Settings = JourneySettings.Default with { Goal = When("name", ConditionOperator.Is, "Goal") } }
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "wait")
            .Add("wait", new WaitSettings(ADay)));

        var mine = await world.SimulateAsync(outside.Id);
        Assert.Contains("not in the audience", mine.WhyNot!.Text, StringComparison.Ordinal);
        Assert.Equal(EntryStatus.Completed, mine.Status);
        var met = await world.SimulateAsync(goal.Id);
        Assert.Contains("goal", met.WhyNot!.Text, StringComparison.Ordinal);
        Assert.Equal((EntryStatus.GoalMet, "wait"), (met.Status, met.Steps[^1].NodeId));
        Assert.NotNull(met.Why);

        var broken = JourneyJson.Write(new Drawing().Add("start", new AccountAudienceSettings(99, null), "wait").Add("wait", new WaitSettings(ADay)).Document);
        Assert.NotEmpty((await portal.AskAsync(new SimulateJourney(world.Id, outside.Id, broken))).Refusals);
        Assert.IsType<NotFound>((await portal.AskAsync(new SimulateJourney(world.Id, 99_999))).Refusal);
        Assert.IsType<NotFound>((await portal.AskAsync(new SimulateJourney(99, outside.Id))).Refusal);
    }

    private const string StepDetailNotLetIn = BuyingGroups.Portal.Features.Journeys.Execution.StepDetail.NotLetIn;

    private static Drawing EveryKind(GroupWorld groups, int list, int other) => new Drawing()
        .Add("start", new AccountAudienceSettings(groups.Audience.Id, null), "split")
        .Add("split", new SplitByAccountsSettings(), Branch("mining", When("industry", ConditionOperator.Is, "Mining"), null), Branch("logistics", When("industry", ConditionOperator.IsAnyOf, "Food", "Logistics"), "people"))
        .Add("people", new SplitByPeopleSettings(), Branch("leaders", When("jobTitle", ConditionOperator.IsAnyOf, "chief", "VP"), "assign"), Other("moments"))
        .Add("assign", new AssignToBuyingGroupSettings(groups.Solution.Id, GroupWorld.DecisionMaker), "joined")
        .Add("moments", new PersonInterestingMomentSettings("Hello"), "joined")
        .Add("joined", new PeopleMergeSettings(new NodeId("people")), "list")
        .Add("list", new AddToAccountListSettings(list), "journey")
        .Add("journey", new AddToJourneySettings(other), "profile")
        .Add("profile", new UpdateAccountProfileSettings("industry", "Transport"), "status")
        .Add("status", new UpdateBuyingGroupStatusSettings(groups.Solution.Id, "Warm"), "email")
        .Add("email", new SendEmailSettings("News", "Hello"), "alert")
        .Add("alert", new SendSalesAlertSettings(groups.Solution.Id), "hook")
        .Add("hook", new WebhookSettings("https://portal.example/hook"), "wait")
        .Add("wait", new WaitSettings(ADay), "listen")
        .Add("listen", new ListenForEventSettings(Form, ADay), JourneyPath.Next(new NodeId("remove")), Timeout(null))
        .Add("remove", new RemoveFromBuyingGroupSettings(groups.Solution.Id), "off")
        .Add("off", new RemoveFromAccountListSettings(list));

    /// <summary>Splits whose outcome depends on what earlier nodes did.</summary>
    private static Drawing Winding(GroupWorld groups) => new Drawing()
        .Add("start", new AccountAudienceSettings(groups.Audience.Id, null), "split")
        .Add("split", new SplitByAccountsSettings(),
            Branch("low", When("name", ConditionOperator.IsAnyOf, "Account 1", "Account 3", "Account 5"), "note"),
            Branch("mid", When("name", ConditionOperator.IsAnyOf, "Account 2", "Account 3", "Account 7"), "joined"),
            Other("listen"))
        .Add("note", new UpdateAccountProfileSettings("phone", "123"), "joined")
        .Add("listen", new ListenForEventSettings(Form, ADay), JourneyPath.Next(null), Timeout("joined"))
        .Add("joined", new MergeSettings(), "people")
        .Add("people", new SplitByPeopleSettings(), Branch("leaders", When("jobTitle", ConditionOperator.IsAnyOf, "chief", "VP"), "assign"))
        .Add("assign", new AssignToBuyingGroupSettings(groups.Solution.Id, GroupWorld.DecisionMaker), "closed")
        .Add("closed", new PeopleMergeSettings(new NodeId("people")), "status")
        .Add("status", new UpdateBuyingGroupStatusSettings(groups.Solution.Id, "Warm"), "wait")
        .Add("wait", new WaitSettings(ADay), "again")
        .Add("again", new SplitByAccountsSettings(), Branch("noted", When("phone", ConditionOperator.Is, "123"), "remove"), Branch("odd", When("name", ConditionOperator.Contains, "1"), null))
        .Add("remove", new RemoveFromBuyingGroupSettings(groups.Solution.Id));

    private static Task RemoveByHandAsync(TestPortal portal, SimulationWorld world, long groupId, long personId) => portal.Database.AddAsync([new Member
    {
        BuyingGroupId = groupId, PersonId = personId, RoleId = GroupWorld.Champion, Source = ActorKind.Manual, ActorId = world.Groups.Actors[ActorKind.Manual], IsActive = false, ChangedAt = portal.Clock.GetUtcNow().UtcDateTime,
    }]);

    private static string Said(SimulatedText text) => string.Format(CultureInfo.InvariantCulture, text.Text, text.Arguments);

    private static string Members(IEnumerable<TimelineEffect> effects) => string.Join('+', effects.Select(effect => $"{effect.PersonId}:{effect.Kind}:{effect.Applied}").Order(StringComparer.Ordinal));

    private static string Way(IEnumerable<(string Kind, int Path, string? Detail, string Members)> steps) => string.Concat(steps.Select(step => $"{step.Kind}/{step.Path}/{step.Detail}/{step.Members} > "));
}
