using Bunit;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Tests.Journeys.Execution;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

/// <summary>The paths of splits and merges in their panes.</summary>
public sealed class PathPaneTests : DesignerTest
{
    private static readonly Condition Logistics = When("industry", ConditionOperator.Is, "Logistics");
    private static readonly Condition Food = When("industry", ConditionOperator.Is, "Food");

    [Fact]
    public async Task A_split_of_accounts_counts_every_path_and_those_that_match_none()
    {
        await World.Groups.AccountAsync("Hexa", []);
        await World.Groups.AccountAsync("Ostmark", []);
        await World.Groups.AccountAsync("Aria", [], "Food");
        await World.Groups.AccountAsync("Banco", [], "Banking");
        var (_, pane) = await PaneAsync(new SplitByAccountsSettings(), Branch("a", Logistics, null), Branch("b", Food, null), Drawing.Other(null));

        pane.WaitForAssertion(() => Assert.Contains("1 match now", pane.Find("[data-path=b]").TextContent, StringComparison.Ordinal));
        pane.WaitForAssertion(() => Assert.Equal("2", pane.Find("[data-path=a] .livec b").TextContent));
        pane.WaitForAssertion(() => Assert.Contains("1 match no path", pane.Find("[data-other]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Paths_are_added_named_put_in_order_given_a_condition_and_removed()
    {
        var (session, pane) = await PaneAsync(new SplitByAccountsSettings(), new JourneyPath("a", PathKind.Branch, null) { Condition = Logistics, Name = "Large" });

        await pane.Find("[data-add-path]").ClickAsync(new());
        pane.WaitForAssertion(() => Assert.Contains("The path has no condition", pane.Find("[data-path=path-1] [data-problem]").TextContent, StringComparison.Ordinal));
        await TypeAsync(pane, "[data-path=path-1] input[maxlength='100']", "Small");
        pane.WaitForElement("[data-path=path-1] .editor");
        await pane.FindAll("[data-path=path-1] button").First(button => button.GetAttribute("aria-label") == "Add a filter").ClickAsync(new());
        await pane.FindAll("[data-path=path-1] .chooser button").First(button => button.TextContent.Contains("Industry", StringComparison.Ordinal)).ClickAsync(new());
        pane.WaitForAssertion(() => Assert.IsType<ConditionGroup>(Paths(session)[1].Condition));
        await pane.Find("[data-path=path-1] input[data-value]").ChangeAsync(new() { Value = "Food" });
        pane.WaitForAssertion(() => Assert.Equal(Food, Paths(session)[1].Condition));
        await Button(pane, "Move Small up").ClickAsync(new());
        Assert.Equal(["Small", "Large"], Paths(session).Select(path => path.Name));

        await pane.Find("[data-other] [role=switch]").ClickAsync(new());
        Assert.Equal(PathKind.Other, Paths(session)[^1].Kind);
        pane.WaitForAssertion(() => Assert.Equal("true", pane.Find("[data-other] [role=switch]").GetAttribute("aria-checked")));
        await Button(pane, "Remove this path").ClickAsync(new());
        Assert.Equal(["a", "other"], Paths(session).Select(path => path.Key));
        Assert.Equal(6, session.Steps.Count() - 1);
    }

    [Fact]
    public async Task A_split_of_people_counts_people()
    {
        await World.Groups.AccountAsync("Hexa", ["chief", "VP", "VP"]);
        var document = new Drawing().Add("start", new AccountAudienceSettings(World.Groups.Audience.Id, null), "node")
            .Add("node", new SplitByPeopleSettings(), Branch("a", When("jobTitle", ConditionOperator.Is, "chief"), "merge"), Branch("b", When("jobTitle", ConditionOperator.Is, "VP"), "merge"))
            .Add("merge", new PeopleMergeSettings(new NodeId("node"))).Document;
        var session = await OpenAsync(document);
        session.Select(new NodeId("node"));
        var pane = Pane(session);

        pane.WaitForAssertion(() => Assert.Contains("2 match now", pane.Find("[data-path=b]").TextContent, StringComparison.Ordinal));
        await pane.InvokeAsync(() => session.Select(new NodeId("merge")));
        pane.WaitForAssertion(() => Assert.Contains("Split by people", pane.Find(".fields").TextContent, StringComparison.Ordinal));
        await Button(pane, "Go to the split").ClickAsync(new());
        Assert.Equal(new NodeId("node"), session.Primary);
    }

    [Fact]
    public async Task Shares_are_typed_summed_and_distributed_evenly()
    {
        var (session, pane) = await PaneAsync(new VariantSplitSettings(SplitSubject.Accounts), Share("a", 50, null), Share("b", 50, null));

        await TypeAsync(pane, "[data-path=a] input[type=number]", "70");
        pane.WaitForAssertion(() => Assert.Contains("The percentages sum to 120", pane.Find("[data-problem]").TextContent, StringComparison.Ordinal));
        Assert.Contains("120 %", pane.Find("[data-sum]").TextContent, StringComparison.Ordinal);
        await Button(pane, "Distribute evenly").ClickAsync(new());
        Assert.Equal([50, 50], Paths(session).Select(path => path.Percent));
        await pane.Find("[data-add-path]").ClickAsync(new());
        Assert.Equal([33, 33, 34], Paths(session).Select(path => path.Percent));
        await Button(pane, "People").ClickAsync(new());
        Assert.Equal(SplitSubject.People, Settings<VariantSplitSettings>(session).Subject);
    }

    [Fact]
    public async Task A_variant_split_with_something_on_its_paths_says_why_it_stays_as_it_is()
    {
        var document = new Drawing().Add("start", new AccountAudienceSettings(World.Groups.Audience.Id, null), "node")
            .Add("node", new VariantSplitSettings(SplitSubject.Accounts), Share("a", 50, "after"), Share("b", 50, null))
            .Add("after", new AccountInterestingMomentSettings("x")).Document;
        var session = await OpenAsync(document);
        session.Select(new NodeId("node"));
        var pane = Pane(session);

        await Button(pane, "People").ClickAsync(new());

        pane.WaitForAssertion(() => Assert.Contains("would not fit", pane.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(SplitSubject.Accounts, Settings<VariantSplitSettings>(session).Subject);
    }

    [Fact]
    public async Task A_merge_lists_its_paths_takes_one_off_and_joins_another()
    {
        var document = new Drawing().Add("start", new AccountAudienceSettings(World.Groups.Audience.Id, null), "split")
            .Add("split", new SplitByAccountsSettings(), Branch("a", Logistics, "node"), Branch("b", Food, "node"), Drawing.Other(null))
            .Add("node", new MergeSettings()).Document;
        var session = await OpenAsync(document);
        session.Select(new NodeId("node"));
        var pane = Pane(session);
        Assert.Equal(2, pane.FindAll("[data-joined]").Count);

        await pane.Find("select").ChangeAsync(new() { Value = "split/other" });
        pane.WaitForAssertion(() => Assert.Equal(3, pane.FindAll("[data-joined]").Count));
        await pane.Find("[data-joined='split/b'] button").ClickAsync(new());
        pane.WaitForAssertion(() => Assert.Equal(2, pane.FindAll("[data-joined]").Count));
        Assert.Null(session.Document.Nodes[new("split")].Paths[1].To);
    }
}
