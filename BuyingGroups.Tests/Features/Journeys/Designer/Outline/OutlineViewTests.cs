using AngleSharp.Dom;
using Bunit;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Portal.Features.Journeys.Designer;
using BuyingGroups.Portal.Features.Journeys.Designer.Canvas;
using BuyingGroups.Portal.Features.Journeys.Designer.Outline;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Tests.Features.Journeys.Designer.Outline;

public sealed class OutlineViewTests : PageTest
{
    private DesignerSession session = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        JSInterop.SetupModule("./Features/Journeys/Designer/Outline/OutlineView.razor.js").Mode = JSRuntimeMode.Loose;
        var world = await new JourneyWorld(Portal).BuildAsync();
        var (journey, document, catalog) = (await Portal.AskAsync(new OpenDesigner(world.Id))).Demand();
        session = new DesignerSession(journey, document, catalog, false, Services.GetRequiredService<IStringLocalizer<Text>>());
    }

    [Fact]
    public void The_tree_tells_level_place_and_settings_of_each_line()
    {
        var view = ShowOutline();

        var wait = Line(view, "ol-s-wait");
        Assert.Equal(("treeitem", "3", "1", "3"), (wait.GetAttribute("role"), wait.GetAttribute("aria-level"), wait.GetAttribute("aria-posinset"), wait.GetAttribute("aria-setsize")));
        Assert.Equal("1 Big. annual revenue ≥ 1,000,000. A path of “How large?”", Line(view, "ol-p-split-big").GetAttribute("aria-label"));
        Assert.Equal("true", Line(view, "ol-s-split").GetAttribute("aria-expanded"));
        Assert.Null(wait.GetAttribute("aria-expanded"));
        Assert.Contains("Merge", Line(view, "ol-j-assign-next").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 day", wait.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_commands_are_those_of_the_canvas_and_what_they_do_is_shown()
    {
        var view = ShowOutline();

        var answer = await view.InvokeAsync(() => view.Instance.DoAsync(new CanvasCommand { Number = 1, Verb = "insert", Text = "wait", Places = [new CanvasPlace("split", "big")] }));
        Assert.True(answer is { Done: true, Fields: true, Focus: not null });
        view.Render();
        Assert.Equal("true", Line(view, "ol-s-" + answer.Focus).GetAttribute("aria-selected"));
        Assert.Same(answer, await view.Instance.DoAsync(new CanvasCommand { Number = 1, Verb = "insert", Text = "wait", Places = [new CanvasPlace("split", "big")] }));

        await view.InvokeAsync(() => view.Instance.DoAsync(new CanvasCommand { Number = 2, Verb = "undo", Count = 1 }));
        view.Render();
        Assert.Empty(view.FindAll("#ol-s-" + answer.Focus));
    }

    [Fact]
    public void A_problem_stands_in_the_line_of_its_step()
    {
        session.Do(document => JourneyEdits.Insert(document, new(new NodeId("split"), "big"), NodeKinds.Find("addToAccountList")!.Blank())).Demand();

        var view = ShowOutline();

        var line = view.FindAll("[role=treeitem].err").First(item => item.GetAttribute("data-kind") == "addToAccountList");
        Assert.Contains("This is an error", line.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    private IRenderedComponent<OutlineView> ShowOutline()
    {
        var commands = new CanvasCommands(session, Services.GetRequiredService<Confirmation>(), Services.GetRequiredService<IStringLocalizer<Text>>());
        return Show<OutlineView>("/journeys", with: parameters => parameters.Add(view => view.Session, session).Add(view => view.Commands, commands.DoAsync));
    }

    private static IElement Line(IRenderedComponent<OutlineView> view, string id) => view.Find("#" + id);
}
