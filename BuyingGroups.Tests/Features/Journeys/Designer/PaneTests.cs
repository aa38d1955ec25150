using Bunit;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Journeys.Execution;
using Microsoft.AspNetCore.Components.Web;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

/// <summary>Each pane changes what it should, through the session, so that undo takes it back.</summary>
public sealed class PaneTests : DesignerTest
{
    [Fact]
    public async Task The_name_is_one_step_of_undo_and_what_is_refused_stays_with_its_reason()
    {
        var (session, pane) = await PaneAsync(new WaitSettings(new WaitRule(new(1, WaitUnit.Days), null, null)));

        pane.Find("input[data-field=name]").Input("A qu");
        pane.Find("input[data-field=name]").Input("A quiet day");
        await pane.Find("input[data-field=name]").BlurAsync(new());

        Assert.Equal("A quiet day", session.Document.Nodes[new("node")].Name);
        Assert.Single(session.Steps);
        session.Undo();
        pane.WaitForAssertion(() => Assert.Equal("", pane.Find("input[data-field=name]").GetAttribute("value")));

        await TypeAsync(pane, "input[data-field=name]", new string('x', JourneyNode.NameMaxLength + 1));
        pane.WaitForAssertion(() => Assert.Contains("longer than 100", pane.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Null(session.Document.Nodes[new("node")].Name);
    }

    [Fact]
    public async Task What_was_typed_when_another_node_is_chosen_counts_and_the_other_stays_chosen()
    {
        var (session, pane) = await PaneAsync(new AccountInterestingMomentSettings(""));

        pane.Find("textarea[data-field=text]").Input("Hello");
        await pane.InvokeAsync(() => session.Select(new NodeId("start")));

        pane.WaitForAssertion(() => Assert.Equal("Hello", Settings<AccountInterestingMomentSettings>(session).Text));
        Assert.Equal(new NodeId("start"), session.Primary);
    }

    [Fact]
    public async Task The_start_takes_an_audience_or_a_list_and_says_how_many_are_in_it()
    {
        await World.Groups.AccountAsync("Hexa", []);
        var session = await OpenAsync(new Drawing().Add("node", new AccountAudienceSettings(null, null)).Document);
        session.Select(new NodeId("node"));
        var pane = Pane(session);
        pane.WaitForAssertion(() => Assert.Contains("No audience or account list is chosen", pane.Find("[data-problem]").TextContent, StringComparison.Ordinal));
        Assert.Equal("true", pane.Find("input[data-field=source]").GetAttribute("aria-invalid"));

        await PickAsync(pane, "source", "Logistics");
        Assert.Equal(World.Groups.Audience.Id, Settings<AccountAudienceSettings>(session).Audience!.Id);
        pane.WaitForAssertion(() => Assert.Equal("1", pane.Find("[data-count] b").TextContent));
        Assert.Empty(pane.FindAll("[data-problem]"));

        await Button(pane, "An account list").ClickAsync(new());
        await PickAsync(pane, "source", "Contacted");
        Assert.Equal(new AccountAudienceSettings(null, ListId), Settings<AccountAudienceSettings>(session));
    }

    [Fact]
    public async Task A_picker_searches_on_the_server_by_keys_and_knows_what_was_made_since()
    {
        var (session, pane) = await PaneAsync(new AddToAccountListSettings(new(null)));
        await using (var context = Portal.Open())
        {
            context.Add(new AccountList { Name = "Made just now", Kind = AccountListKind.Static, Status = PublicationStatus.Live });
            await context.SaveChangesAsync();
        }

        await pane.Find("input[data-field=accountList]").InputAsync(new() { Value = "just" });
        pane.WaitForAssertion(() => Assert.Single(pane.FindAll("[role=option]")));
        await pane.Find("input[data-field=accountList]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        pane.WaitForAssertion(() => Assert.Equal("Made just now", pane.Find("input[data-field=accountList]").GetAttribute("value")));
        Assert.DoesNotContain(session.Problems, problem => problem.Node == new NodeId("node"));
    }

    [Fact]
    public async Task Actions_on_lists_journeys_and_moments_take_what_is_chosen_and_typed()
    {
        var (adding, add) = await PaneAsync(new AddToAccountListSettings(new(null)));
        await PickAsync(add, "accountList", "Contacted");
        Assert.Equal(ListId, Settings<AddToAccountListSettings>(adding).AccountList.Id);

        var (removing, remove) = await PaneAsync(new RemoveFromAccountListSettings(new(null)));
        await PickAsync(remove, "accountList", "Contacted");
        Assert.Equal(ListId, Settings<RemoveFromAccountListSettings>(removing).AccountList.Id);

        var second = (await Portal.SendAsync(new CreateJourney("Second", null, null))).Demand();
        var (joining, join) = await PaneAsync(new AddToJourneySettings(new(null)));
        await PickAsync(join, "journey", "Second");
        Assert.Equal(second, Settings<AddToJourneySettings>(joining).Journey.Id);
        join.WaitForAssertion(() => Assert.Contains("is not live", join.Find("[data-problem]").TextContent, StringComparison.Ordinal));

        var (leaving, leave) = await PaneAsync(new RemoveFromJourneySettings(new(null)));
        await PickAsync(leave, "journey", "Second");
        Assert.Equal(second, Settings<RemoveFromJourneySettings>(leaving).Journey.Id);

        var (telling, tell) = await PaneAsync(new PersonInterestingMomentSettings(""));
        await TypeAsync(tell, "textarea[data-field=text]", "Came by");
        Assert.Equal("Came by", Settings<PersonInterestingMomentSettings>(telling).Text);
    }

    [Fact]
    public async Task A_profile_pane_asks_for_the_value_as_the_field_does_and_shows_what_is_wrong_with_it()
    {
        var (session, pane) = await PaneAsync(new UpdateAccountProfileSettings("", null));
        await PickAsync(pane, "field", "Annual revenue");
        await TypeAsync(pane, "input[type=number][data-field=value]", "-5");
        Assert.Equal(new UpdateAccountProfileSettings("annualRevenue", "-5"), Settings<UpdateAccountProfileSettings>(session));
        pane.WaitForAssertion(() => Assert.Equal("true", pane.Find("input[data-field=value]").GetAttribute("aria-invalid")));

        await PickAsync(pane, "field", "Tier");
        await pane.Find("select[data-field=value]").ChangeAsync(new() { Value = "Gold" });
        Assert.Equal(new UpdateAccountProfileSettings(ConditionCatalog.CustomFieldKey(FieldId), "Gold"), Settings<UpdateAccountProfileSettings>(session));

        var (people, person) = await PaneAsync(new UpdatePersonProfileSettings("", null));
        await PickAsync(person, "field", "Job title");
        await TypeAsync(person, "input[data-field=value]", "CFO");
        Assert.Equal(new UpdatePersonProfileSettings("jobTitle", "CFO"), Settings<UpdatePersonProfileSettings>(people));
    }

    [Fact]
    public async Task Panes_of_buying_groups_choose_interest_then_role_or_stage_or_status()
    {
        var (assigning, assign) = await PaneAsync(new AssignToBuyingGroupSettings(new(null), new(null)));
        Assert.True(assign.Find("input[data-field=role]").HasAttribute("disabled"));
        await PickAsync(assign, "solutionInterest", "Fleet analytics");
        await PickAsync(assign, "role", "Champion");
        Assert.Equal(new AssignToBuyingGroupSettings(World.Groups.Solution.Id, GroupWorld.Champion), Settings<AssignToBuyingGroupSettings>(assigning));

        var (removing, remove) = await PaneAsync(new RemoveFromBuyingGroupSettings(new(null)));
        await PickAsync(remove, "solutionInterest", "Fleet analytics");
        Assert.Equal(World.Groups.Solution.Id, Settings<RemoveFromBuyingGroupSettings>(removing).SolutionInterest.Id);

        var (moving, move) = await PaneAsync(new UpdateBuyingGroupStageSettings(new(null), new(null)));
        await PickAsync(move, "solutionInterest", "Fleet analytics");
        move.WaitForAssertion(() => Assert.Contains("has no stage model", move.Find("[data-problem]").TextContent, StringComparison.Ordinal));
        await PickAsync(move, "solutionInterest", "Route planning");
        await PickAsync(move, "stage", "Qualified");
        Assert.Equal(new UpdateBuyingGroupStageSettings(StagedId, StageId), Settings<UpdateBuyingGroupStageSettings>(moving));

        var (stating, state) = await PaneAsync(new UpdateBuyingGroupStatusSettings(new(null), ""));
        await PickAsync(state, "solutionInterest", "Fleet analytics");
        await TypeAsync(state, "input[data-field=status]", "Hot");
        Assert.Equal(new UpdateBuyingGroupStatusSettings(World.Groups.Solution.Id, "Hot"), Settings<UpdateBuyingGroupStatusSettings>(stating));
    }

    [Fact]
    public async Task What_is_sent_says_honestly_whether_anything_sends_it()
    {
        var (emailing, email) = await PaneAsync(new SendEmailSettings("", ""));
        Assert.Contains("waits in the outbox until a sender is set up", email.Find("[data-sending]").TextContent, StringComparison.Ordinal);
        await TypeAsync(email, "input[data-field=emailSubject]", "Who runs your fleet?");
        await TypeAsync(email, "textarea[data-field=body]", "Tell us.");
        Assert.Equal(new SendEmailSettings("Who runs your fleet?", "Tell us."), Settings<SendEmailSettings>(emailing));

        var (alerting, alert) = await PaneAsync(new SendSalesAlertSettings(new(null)));
        await PickAsync(alert, "solutionInterest", "Fleet analytics");
        Assert.Equal(World.Groups.Solution.Id, Settings<SendSalesAlertSettings>(alerting).SolutionInterest.Id);

        var (calling, call) = await PaneAsync(new WebhookSettings(""));
        await TypeAsync(call, "input[data-field=address]", "http://plain.example.com");
        call.WaitForAssertion(() => Assert.Contains("begins with https://", call.Find("[data-problem]").TextContent, StringComparison.Ordinal));
        await TypeAsync(call, "input[data-field=address]", "https://hooks.example.com/in");
        Assert.Equal(new WebhookSettings("https://hooks.example.com/in"), Settings<WebhookSettings>(calling));
        call.WaitForAssertion(() => Assert.Empty(call.FindAll("[data-problem]")));
    }

    [Fact]
    public async Task A_wait_takes_an_amount_weekdays_a_time_and_says_when_somebody_leaves()
    {
        var (session, pane) = await PaneAsync(new WaitSettings(new WaitRule(new(1, WaitUnit.Days), null, null, "Europe/Stockholm")));
        await TypeAsync(pane, "input[type=number]", "5");
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday" })
            await pane.Find($"[data-day={day}]").ClickAsync(new());
        await TypeAsync(pane, "input[type=time]", "09:00");

        var rule = Settings<WaitSettings>(session).Until;
        Assert.Equal(new WaitDuration(5, WaitUnit.Days), rule.Duration);
        Assert.Equal(5, rule.MustEndOn!.Days.Count);
        Assert.Equal(new TimeOnly(9, 0), rule.MustEndOn.Time);
        pane.WaitForAssertion(() => Assert.Contains("09:00", pane.Find("[data-preview]").TextContent, StringComparison.Ordinal));

        await pane.FindAll("select").Single().ChangeAsync(new() { Value = nameof(WaitUnit.Weeks) });
        Assert.Equal(new WaitDuration(5, WaitUnit.Weeks), Settings<WaitSettings>(session).Until.Duration);
        await TypeAsync(pane, "input[type=number]", "0");
        await TypeAsync(pane, "input[type=time]", "");
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday" })
            await pane.Find($"[data-day={day}]").ClickAsync(new());
        pane.WaitForAssertion(() => Assert.Contains("must be a whole number from 1", pane.Find("[data-problem]").TextContent, StringComparison.Ordinal));

        await Button(pane, "Until a date").ClickAsync(new());
        await TypeAsync(pane, "input[type=datetime-local]", "2027-01-05T10:30");
        Assert.Equal(new DateTime(2027, 1, 5, 10, 30, 0, DateTimeKind.Unspecified), Settings<WaitSettings>(session).Until.Date);
    }

    [Fact]
    public async Task Listening_takes_the_event_its_attributes_the_people_and_a_timeout_with_a_path()
    {
        var (session, pane) = await PaneAsync(new ListenForEventSettings(new JourneyEvent(JourneyEventKind.Activity), null));
        await PickAsync(pane, "activityType", "Form Filled Out");
        await pane.Find("[data-add-constraint]").ClickAsync(new());
        pane.WaitForAssertion(() => Assert.Contains("The name of the attribute is empty", pane.Markup, StringComparison.Ordinal));
        await TypeAsync(pane, "[data-constraint] input:not([placeholder=Value])", "page");
        await TypeAsync(pane, "[data-constraint] input[placeholder=Value]", "pricing");
        await pane.FindAll("[role=switch]")[0].ClickAsync(new());
        pane.WaitForAssertion(() => Assert.NotNull(Settings<ListenForEventSettings>(session).Event.Person));
        await pane.FindAll("[role=switch]")[1].ClickAsync(new());
        pane.WaitForAssertion(() => Assert.Equal(3, pane.FindAll("[role=switch]").Count));
        await pane.FindAll("[role=switch]")[2].ClickAsync(new());

        var settings = Settings<ListenForEventSettings>(session);
        Assert.Equal(ActivityType.FormFilledOut, settings.Event.ActivityType!.Id);
        Assert.Equal(new ActivityConstraint("page", ConditionOperator.Contains, "pricing"), settings.Event.Attributes.Single());
        Assert.Equal(new WaitDuration(14, WaitUnit.Days), settings.Timeout!.Duration);
        Assert.Equal([PathKind.Next, PathKind.Timeout], Paths(session).Select(path => path.Kind));

        await pane.FindAll("[role=switch]")[1].ClickAsync(new());
        Assert.Null(Settings<ListenForEventSettings>(session).Timeout);
        Assert.Equal([PathKind.Next], Paths(session).Select(path => path.Kind));
        session.Undo();
        Assert.NotNull(Settings<ListenForEventSettings>(session).Timeout);
        Assert.Equal(2, Paths(session).Count);
    }

    [Fact]
    public async Task Another_event_keeps_what_it_has_in_common_and_nothing_stray()
    {
        var (session, pane) = await PaneAsync(new ListenForEventSettings(new JourneyEvent(JourneyEventKind.Activity) { ActivityType = ActivityType.FormFilledOut, Person = Condition.Everything }, null));
        async Task TurnAsync(JourneyEventKind kind) => await pane.Find("select[data-field=event]").ChangeAsync(new() { Value = kind.ToString() });

        await TurnAsync(JourneyEventKind.StageChanged);
        await PickAsync(pane, "solutionInterest", "Route planning");
        await PickAsync(pane, "stage", "Qualified");
        Assert.Equal(new JourneyEvent(JourneyEventKind.StageChanged) { SolutionInterest = StagedId, NewValue = $"{StageId}" }, Settings<ListenForEventSettings>(session).Event);

        await TurnAsync(JourneyEventKind.CompletenessChanged);
        await TypeAsync(pane, "input[data-field=score]", "170");
        pane.WaitForAssertion(() => Assert.Contains("Scores are from 0 to 100", pane.Markup, StringComparison.Ordinal));
        await TypeAsync(pane, "input[data-field=score]", "70");
        Assert.Equal(new JourneyEvent(JourneyEventKind.CompletenessChanged) { SolutionInterest = StagedId, AtLeast = 70 }, Settings<ListenForEventSettings>(session).Event);

        await TurnAsync(JourneyEventKind.AccountDataChanged);
        await PickAsync(pane, "field", "Tier");
        await pane.Find("select[data-field=value]").ChangeAsync(new() { Value = "Silver" });
        Assert.Equal(new JourneyEvent(JourneyEventKind.AccountDataChanged) { Field = ConditionCatalog.CustomFieldKey(FieldId), NewValue = "Silver" }, Settings<ListenForEventSettings>(session).Event);

        await TurnAsync(JourneyEventKind.AssignedToBuyingGroup);
        await PickAsync(pane, "role", "Champion");
        Assert.Equal(GroupWorld.Champion, Settings<ListenForEventSettings>(session).Event.Role!.Id);
        Assert.DoesNotContain(session.Problems, problem => problem.Node == new NodeId("node"));
    }

    [Fact]
    public async Task Without_the_right_to_change_a_pane_shows_and_locks()
    {
        var session = await OpenAsync(new Drawing().Add("node", new AccountAudienceSettings(World.Groups.Audience.Id, null)).Document, readOnly: true);
        session.Select(new NodeId("node"));
        var pane = Pane(session);

        Assert.All(pane.FindAll("input,select,textarea,.seg button"), field => Assert.True(field.HasAttribute("disabled")));
        Assert.Contains("not change it", pane.Markup, StringComparison.Ordinal);
    }
}
