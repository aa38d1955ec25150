using Bunit;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Portal.Features.Journeys.Designer.Simulate;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

/// <summary>One account walks the draft that is on screen, saved or not; or all are counted.</summary>
public sealed class SimulatePanelTests : DesignerTest
{
    private readonly SimulationView _view = new();

    [Fact]
    public async Task An_account_walks_step_by_step_and_the_canvas_shows_its_way()
    {
        await World.Groups.AccountAsync("Hexa", ["chief"]);
        var session = await OpenAsync(JourneyJson.Read(JourneyWorld.Document).Document!);
        session.Do(document => JourneyEdits.Rename(document, new NodeId("halves"), "Toss a coin"));
        var panel = Show<SimulatePanel>("", parameters => parameters.Add(one => one.Session, session).Add(one => one.View, _view));
        await panel.Find("input[type=search]").InputAsync(new() { Value = "hex" });
        panel.WaitForAssertion(() => Assert.Single(panel.FindAll(".found button")));
        await panel.Find(".found button").ClickAsync(new());

        panel.WaitForAssertion(() => Assert.Single(panel.FindAll("[data-step]")));
        Assert.Equal("here", _view.NodeClass(new("start")));
        Assert.Equal("off", _view.NodeClass(new("wait")));
        await Button(panel, "Next step").ClickAsync(new());
        await Button(panel, "Next step").ClickAsync(new());
        panel.WaitForAssertion(() => Assert.Contains("Toss a coin", panel.FindAll("[data-step]")[^1].TextContent, StringComparison.Ordinal));
        Assert.Contains("It matches none of the paths before.", panel.Find("[data-step=split]").TextContent, StringComparison.Ordinal);
        Assert.Equal("passed", _view.NodeClass(new("split")));
        Assert.Equal("hot", _view.PathClass(new(new("split"), "other")));
        Assert.Equal("dim", _view.PathClass(new(new("split"), "big")));
        Assert.Equal("dim", _view.PathClass(new(new("halves"), "a")));

        await Button(panel, "Run to end").ClickAsync(new());
        panel.WaitForElement("[data-over]");
        Assert.Equal("hot", _view.PathClass(new(new("halves"), "a")));
        await panel.Find("[data-step=halves] select").ChangeAsync(new() { Value = "b" });
        panel.WaitForAssertion(() => Assert.Equal("hot", _view.PathClass(new(new("halves"), "b"))));
        Assert.Equal("off", _view.NodeClass(new("moment")));
        await Button(panel, "First step").ClickAsync(new());
        Assert.Equal(0, _view.At);
    }

    [Fact]
    public async Task All_accounts_are_counted_per_path_on_panel_and_canvas()
    {
        await World.Groups.AccountAsync("Hexa", []);
        await World.Groups.AccountAsync("Ostmark", []);
        var session = await OpenAsync(JourneyJson.Read(JourneyWorld.Document).Document!);
        var panel = Show<SimulatePanel>("", parameters => parameters.Add(one => one.Session, session).Add(one => one.View, _view));

        await Button(panel, "All accounts").ClickAsync(new());

        panel.WaitForAssertion(() => Assert.Contains("2 accounts in the audience", panel.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(2, _view.Taking(new(new("split"), "other")));
        Assert.Equal(1, _view.Taking(new(new("halves"), "b")));
        Assert.Equal("off", _view.NodeClass(new("wait")));
        Assert.Contains("Other accounts2", string.Concat(panel.Find("[data-counted=split]").TextContent.Where(letter => letter is not '\n' and not '\r')).Replace("  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_with_errors_says_what_is_wrong_instead_of_walking()
    {
        var session = await OpenAsync(JourneyJson.Read(JourneyWorld.Document.Replace("Influencer", "Wizard", StringComparison.Ordinal)).Document!);
        var panel = Show<SimulatePanel>("", parameters => parameters.Add(one => one.Session, session).Add(one => one.View, _view));

        Assert.Empty(panel.FindAll("input"));
        await panel.Find("button[data-problem=assign]").ClickAsync(new());
        Assert.Equal(new NodeId("assign"), session.Primary);
    }
}
