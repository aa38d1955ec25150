using System.Globalization;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using BuyingGroups.Tests.Journeys.Execution;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

public sealed class NodeSummaryTests
{
    private static readonly NamedReference Aware = new(1, "Aware");
    private static readonly NamedReference Qualified = new(2, "Qualified");
    private static readonly NamedReference Decides = new(1, "Decision Maker");

    private static readonly JourneyCatalog Catalog = new()
    {
        Conditions = new ConditionCatalog { Now = new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc), Roles = [Decides], ActivityTypes = [new(4, "Form Filled Out")] },
        Audiences = [new(1, "EMEA logistics", PublicationStatus.Live)],
        AccountLists = [new(1, "Fleet, contacted", AccountListKind.Static, PublicationStatus.Live)],
        SolutionInterests = [new(1, "Fleet analytics", PublicationStatus.Live, [Decides], 1, [Aware, Qualified])],
        ActivityTypes = [new(4, "Form Filled Out")],
        Journeys = [new(9, "Welcome", JourneyStatus.Live)],
    };

    public NodeSummaryTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");

    public static TheoryData<NodeSettings, string> Settings => new()
    {
        { new AccountAudienceSettings(1, null), "EMEA logistics" },
        { new AccountAudienceSettings(null, 1), "List: Fleet, contacted" },
        { new AccountAudienceSettings(null, null), "Choose an audience" },
        { new AccountAudienceSettings(77, null), "(deleted: 77)" },
        { new AccountAudienceSettings(new JourneyReference(null, "By name"), null), "By name" },
        { new AccountInterestingMomentSettings("Opened the door"), "“Opened the door”" },
        { new PersonInterestingMomentSettings(" "), "Write the text" },
        { new AddToJourneySettings(9), "Welcome" },
        { new RemoveFromJourneySettings(new(null)), "Choose a journey" },
        { new AddToAccountListSettings(1), "Fleet, contacted" },
        { new RemoveFromAccountListSettings(new(null)), "Choose an account list" },
        { new SendSalesAlertSettings(1), "To the owner, about Fleet analytics" },
        { new UpdateAccountProfileSettings("industry", "Logistics"), "Industry becomes Logistics" },
        { new UpdateAccountProfileSettings("annualRevenue", "1250000"), "Annual revenue becomes 1,250,000" },
        { new UpdateAccountProfileSettings("industry", null), "Empties Industry" },
        { new UpdateAccountProfileSettings("", null), "Choose a field" },
        { new UpdatePersonProfileSettings("custom:7", "x"), "(deleted field custom:7) becomes x" },
        { new UpdateBuyingGroupStageSettings(1, 2), "To Qualified, Fleet analytics" },
        { new UpdateBuyingGroupStageSettings(1, new(null)), "Choose a stage" },
        { new UpdateBuyingGroupStatusSettings(1, "Hot"), "“Hot”, Fleet analytics" },
        { new UpdateBuyingGroupStatusSettings(1, ""), "No status, Fleet analytics" },
        { new WebhookSettings("https://hooks.example.com/in/42/"), "hooks.example.com/in/42" },
        { new WebhookSettings(""), "Write the address" },
        { new AssignToBuyingGroupSettings(1, 1), "Decision Maker, Fleet analytics" },
        { new AssignToBuyingGroupSettings(1, new(null)), "Choose a role" },
        { new RemoveFromBuyingGroupSettings(1), "From Fleet analytics" },
        { new SendEmailSettings("Who runs your fleet?", "…"), "“Who runs your fleet?”" },
        { new SendEmailSettings("", ""), "Write the subject" },
        { new WaitSettings(new(new(3, WaitUnit.Days), null, null)), "3 days" },
        { new WaitSettings(new(new(1, WaitUnit.Weeks), null, null)), "1 week" },
        { new WaitSettings(new(new(5, WaitUnit.Days), null, new(Weekdays, new TimeOnly(9, 0)))), "5 days, then Mon–Fri at 09:00" },
        { new WaitSettings(new(new(0, WaitUnit.Days), null, new([DayOfWeek.Thursday, DayOfWeek.Tuesday], null))), "Until Tue, Thu" },
        { new WaitSettings(new(null, new DateTime(2026, 12, 24, 15, 0, 0, DateTimeKind.Unspecified), null)), "Until 24/12/2026 15:00" },
        { new WaitSettings(new(null, null, null)), "Say how long" },
        { new ListenForEventSettings(new(JourneyEventKind.Activity), null), "Choose an activity type" },
        { new ListenForEventSettings(Form("page", "pricing"), Days(14)), "Form Filled Out, page contains “pricing”, at most 14 days" },
        { new ListenForEventSettings(new(JourneyEventKind.StageChanged) { NewValue = "2", SolutionInterest = 1 }, null), "Stage changed, to Qualified" },
        { new ListenForEventSettings(new(JourneyEventKind.CompletenessChanged) { AtLeast = 70 }, null), "Completeness changed, at least 70" },
        { new ListenForEventSettings(new(JourneyEventKind.EngagementChanged) { AtLeast = 10, AtMost = 20 }, null), "Engagement changed, 10 to 20" },
        { new ListenForEventSettings(new(JourneyEventKind.AccountDataChanged) { Field = "industry", NewValue = "Food" }, null), "Account data changed, Industry becomes Food" },
        { new ListenForEventSettings(new(JourneyEventKind.AssignedToBuyingGroup) { Role = 1 }, null), "Assigned to buying group, Decision Maker" },
        { new ListenForEventSettings(new(JourneyEventKind.InterestingMoment) { Person = Condition.Everything }, null), "Interesting moment, of chosen people" },
    };

    public static TheoryData<NodeSettings, JourneyPath[], string> Shapes => new()
    {
        { new SplitByAccountsSettings(), [Branch("a", Condition.Everything, null), Branch("b", Condition.Everything, null), Drawing.Other(null)], "3 paths, first match wins" },
        { new SplitByAccountsSettings(), [Branch("a", Condition.Everything, null)], "1 path, others end here" },
        { new SplitByPeopleSettings(), [Branch("a", Condition.Everything, null), Branch("b", Condition.Everything, null)], "2 paths, others go past" },
        { new VariantSplitSettings(SplitSubject.Accounts), [Share("a", 60, null), Share("b", 40, null)], "60 / 40 % of accounts" },
        { new VariantSplitSettings(SplitSubject.People), [.. Enumerable.Range(1, 6).Select(path => Share($"p{path}", 10, null))], "6 paths, shares of people" },
    };

    private static IReadOnlyList<DayOfWeek> Weekdays => [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_summary_says_the_settings_in_one_line(NodeSettings settings, string expected) =>
        Assert.Equal(expected, NodeSummary.Of(new JourneyNode(new NodeId("n"), settings, [JourneyPath.Next(null)]), Catalog, new EnglishTexts()));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_summary_of_a_split_counts_its_paths(NodeSettings settings, JourneyPath[] paths, string expected) =>
        Assert.Equal(expected, NodeSummary.Of(new JourneyNode(new NodeId("n"), settings, paths), Catalog, new EnglishTexts()));

    [Fact]
    public void A_merge_says_how_many_paths_it_joins_and_a_merge_of_people_what_it_closes()
    {
        var document = new Drawing()
            .Add("start", new AccountAudienceSettings(1, null), "split")
            .Add("split", new SplitByAccountsSettings(), Branch("a", Condition.Everything, "join"), Drawing.Other("join"))
            .Add("join", new MergeSettings(), "people")
            .Add("people", new SplitByPeopleSettings(), Branch("a", Condition.Everything, "together"))
            .Add("together", new PeopleMergeSettings(new NodeId("people"))).Document;

        Assert.Equal("Joins 2 paths", NodeSummary.Of(document.Nodes[new("join")], Catalog, new EnglishTexts(), document));
        Assert.Equal("Closes “Split by people”", NodeSummary.Of(document.Nodes[new("together")], Catalog, new EnglishTexts(), document));
    }

    [Fact]
    public void Weekdays_follow_the_week_of_the_user()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");

        Assert.Equal("Sun–Tue, Fri", WaitSummary.Days([DayOfWeek.Friday, DayOfWeek.Tuesday, DayOfWeek.Monday, DayOfWeek.Sunday]));
    }

    private static WaitRule Days(int days) => new(new WaitDuration(days, WaitUnit.Days), null, null);

    private static JourneyEvent Form(string name, string value) =>
        new(JourneyEventKind.Activity) { ActivityType = 4, Attributes = [new(name, ConditionOperator.Contains, value)] };
}
