using Bunit;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.Journeys.Designer.Canvas;
using static BuyingGroups.Tests.Journeys.RandomJourneys.JourneyWorld;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

public sealed class JourneyCanvasTests : ComponentTest
{
    private static readonly JourneyDocument Split = Document(
        Start("s"), Node("s", new SplitByAccountsSettings(), [Branch("one", "x"), Branch("two", "y")]), Moment("x"), Moment("y", "z"), Moment("z"));

    [Fact]
    public void Everything_of_the_layout_is_drawn_with_what_the_script_reads()
    {
        var canvas = Show(Split);

        Assert.Equal(["s", "start", "x", "y", "z"], canvas.FindAll("[data-node]").Select(node => node.GetAttribute("data-node")).Order(StringComparer.Ordinal));
        Assert.Equal(["s/one>x", "s/two>y", "start/next>s", "x/next>", "y/next>z", "z/next>"],
            canvas.FindAll("svg path").Select(line => $"{line.GetAttribute("data-from")}/{line.GetAttribute("data-key")}>{line.GetAttribute("data-to")}").Order(StringComparer.Ordinal));
        Assert.Equal(6, canvas.FindAll("[data-plus]").Count);
        Assert.Equal(["1Path", "2Path"], canvas.FindAll("[data-label]").Select(label => label.TextContent));
        Assert.Equal(2, canvas.FindAll("[data-end]").Count);
        Assert.Equal("Path 2 of Split by accounts: Path. Add a step here", canvas.Find("[data-of=s][data-plus=two]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Somebody_who_only_looks_has_nothing_to_change_it_with()
    {
        var canvas = Show(Split, readOnly: true);

        Assert.Equal(5, canvas.FindAll("[data-node]").Count);
        Assert.Empty(canvas.FindAll("[data-plus], [data-menu], [data-more], button.pl"));
    }

    [Fact]
    public void A_change_renders_the_node_it_is_about_and_what_moved_by_it_and_nothing_else()
    {
        var canvas = Show(Split);
        var before = Renders(canvas);

        var renamed = JourneyEdits.Rename(Split, new("y"), "Hello").Demand().Document;
        Set(canvas, renamed);
        Assert.Equal(["y"], Rendered(canvas, before));

        before = Renders(canvas);
        Set(canvas, JourneyEdits.Insert(renamed, new(new("y"), "next"), new AccountInterestingMomentSettings("New")).Demand().Document);
        Assert.Equal(["account-interesting-moment-1", "y", "z"], Rendered(canvas, before));

        before = Renders(canvas);
        canvas.Render(parameters => parameters.Add(c => c.Selected, [new NodeId("x")]));
        Assert.Equal(["x"], Rendered(canvas, before));
    }

    [Fact]
    public async Task A_command_that_is_sent_again_is_answered_again_and_not_done_again()
    {
        var done = 0;
        var canvas = Show(Split, commands: _ => Task.FromResult(new CanvasAnswer(true, $"{++done}")));

        var first = await canvas.InvokeAsync(() => canvas.Instance.DoAsync(new() { Number = 1, Verb = "undo" }));
        var again = await canvas.InvokeAsync(() => canvas.Instance.DoAsync(new() { Number = 1, Verb = "undo" }));
        var second = await canvas.InvokeAsync(() => canvas.Instance.DoAsync(new() { Number = 2, Verb = "undo" }));

        Assert.Equal(("1", "1", "2", 2), (first.Said, again.Said, second.Said, done));
    }

    [Fact]
    public async Task Without_commands_a_click_chooses_a_node()
    {
        NodeId? chosen = null;
        var canvas = Render<JourneyCanvas>(parameters => parameters
            .Add(c => c.Document, Split).Add(c => c.Layout, JourneyLayout.Of(Split)).Add(c => c.ReadOnly, true).Add(c => c.OnNodeChosen, (NodeId node) => chosen = node));

        await canvas.InvokeAsync(() => canvas.Instance.DoAsync(new() { Number = 1, Verb = "select", Nodes = ["y"] }));

        Assert.Equal(new NodeId("y"), chosen);
    }

    private IRenderedComponent<JourneyCanvas> Show(JourneyDocument document, bool readOnly = false, Func<CanvasCommand, Task<CanvasAnswer>>? commands = null) =>
        Render<JourneyCanvas>(parameters => parameters.Add(c => c.Document, document).Add(c => c.Layout, JourneyLayout.Of(document)).Add(c => c.ReadOnly, readOnly).Add(c => c.Commands, commands));

    private static void Set(IRenderedComponent<JourneyCanvas> canvas, JourneyDocument document) =>
        canvas.Render(parameters => parameters.Add(c => c.Document, document).Add(c => c.Layout, JourneyLayout.Of(document)));

    private static Dictionary<string, int> Renders(IRenderedComponent<JourneyCanvas> canvas) =>
        canvas.FindComponents<CanvasStep>().ToDictionary(step => step.Instance.Node.Id.Value, step => step.RenderCount, StringComparer.Ordinal);

    private static IEnumerable<string> Rendered(IRenderedComponent<JourneyCanvas> canvas, Dictionary<string, int> before) =>
        canvas.FindComponents<CanvasStep>().Where(step => step.RenderCount > before.GetValueOrDefault(step.Instance.Node.Id.Value)).Select(step => step.Instance.Node.Id.Value).Order(StringComparer.Ordinal);
}
