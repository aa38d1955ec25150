using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Tests.Architecture;
using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Machine;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Designer;

/// <summary>By keys alone, in the outline: a whole journey is drawn, its fields filled in, put right, simulated, published and watched.</summary>
[Collection(BrowserTests.Name)]
public sealed class OutlineTests(Browser browser)
{
    private const string Stage = "update-buying-group-stage-1";

    private readonly List<string> _findings = [];

    [BrowserFact]
    public async Task A_journey_is_drawn_simulated_published_and_watched_by_keys_alone()
    {
        await using var portal = await FleetSteps.StartFleetAsync();
        await using var marketer = await Visitor.ArriveAsync(browser, portal);
        var (page, keys) = (marketer.Page, new Keyboarder(marketer.Page));
        await marketer.SignInAsync(FleetSteps.Email, SignInSteps.Password);
        await marketer.PrepareFleetAsync();
        await marketer.OpenAsync("/journeys/new");
        await marketer.FillAsync("Name", "Fleet autumn");
        await marketer.ClickAsync("Create draft");
        await page.WaitForURLAsync("**/draft");
        await marketer.OpenAsync("/journeys/1/designer");

        await keys.PushAsync(page.Locator("[data-view=outline]"));
        await DrawAsync(page, keys);
        await JoinAsync(page, keys);
        await PutRightAsync(page, keys);
        _findings.AddRange(await BothThemes.FindingsAsync(page, "designer-outline"));
        await ChangeAsync(page, keys);
        await ReopenAsync(marketer, keys);
        await SimulateAsync(page, keys);
        await PublishAsync(page, keys);
        await WatchAsync(page, keys);
        await EveryPaneAsync(marketer);
        Findings.None(_findings);
        marketer.NothingWentWrong();
    }

    private static async Task DrawAsync(IPage page, Keyboarder keys)
    {
        await page.Locator("[data-outline][data-ready]").WaitForAsync();
        await keys.PushAsync(page.Locator("[data-first]"));
        await page.Locator(".props [data-pane=account-audience-1] :focus").WaitForAsync();
        await keys.PickAsync("source", "All accounts");
        await keys.BackToAsync("s-account-audience-1");

        await keys.AddAsync("split by accounts", "split-by-accounts-1");
        await keys.FilterAsync("path-1", "Annual revenue", "≥", "1000000", matching: 2);
        await keys.PushAsync(page.Locator(".props [data-add-path]"));
        await page.Locator("#ol-p-split-by-accounts-1-path-2").WaitForAsync();
        await keys.FilterAsync("path-2", "Tier", null, "Gold", matching: 1);
        await keys.BackToAsync("s-split-by-accounts-1");

        await keys.GoToAsync("p-split-by-accounts-1-path-1");
        await keys.AddAsync("split by people", "split-by-people-1");
        await keys.FilterAsync("path-1", "Job title", "contains", "Chief", matching: 3);
        await keys.BackToAsync("s-split-by-people-1");
        await keys.GoToAsync("p-split-by-people-1-path-1");
        // Only what fits is offered.
        await keys.PressAsync("+");
        await page.Locator("[data-menu=add] [data-find]:focus").WaitForAsync();
        await keys.TypeAsync("wait");
        Assert.Equal(0, await page.Locator("[data-menu=add] [data-kind-key]:visible").CountAsync());
        await keys.PressAsync("Escape");
        await keys.AddAsync("assign", "assign-to-buying-group-1");
        await keys.PickAsync("solutionInterest", "Fleet analytics");
        await keys.PickAsync("role", "Decision Maker");
        await keys.BackToAsync("s-assign-to-buying-group-1");

        await keys.GoToAsync("p-split-by-accounts-1-path-2");
        await keys.AddAsync("wait", "wait-1");
        await WaitAsync(page, keys);
        await keys.BackToAsync("s-wait-1");
        await keys.AddAsync("listen", "listen-for-event-1");
        await keys.PickAsync("activityType", "Form Filled Out");
        foreach (var on in new[] { "Stop listening after a while", "A path for those who time out" })
            await keys.TurnOnAsync(page.Locator(".props").GetByRole(AriaRole.Switch, new() { Name = on }));
        await page.Locator("#ol-p-listen-for-event-1-timeout").WaitForAsync();
        await keys.BackToAsync("s-listen-for-event-1");
    }

    private static async Task WaitAsync(IPage page, Keyboarder keys)
    {
        await keys.EnterAsync(page.Locator(".props input[type=number]"), "5");
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday" })
        {
            await keys.TabToAsync(page.Locator($".props [data-day={day}]"));
            await keys.PressAsync("Space");
            await page.Locator($".props [data-day={day}][aria-pressed=true]").WaitForAsync();
        }
        await keys.TabToAsync(page.Locator(".props input[type=time]"));
        await keys.TypeAsync("0900AM");
        await keys.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#ol-s-wait-1")).ToContainTextAsync("5 days, then Mon–Fri at 09:00");
    }

    /// <summary>Three paths come together by one command, and one undo takes it back.</summary>
    private static async Task JoinAsync(IPage page, Keyboarder keys)
    {
        await keys.GoToAsync("p-listen-for-event-1-next");
        await keys.PressAsync("j");
        await keys.GoToAsync("p-listen-for-event-1-timeout");
        await keys.PressAsync("Space");
        await page.Locator("#ol-p-listen-for-event-1-timeout[data-chosen]").WaitForAsync();
        await keys.GoToAsync("s-people-merge-1");
        await keys.PressAsync("Enter");
        await page.Locator("#ol-s-merge-1:focus").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-undo]")).ToHaveAttributeAsync("title", "Undo: Join 3 paths (Ctrl Z)");
        foreach (var path in new[] { "people-merge-1-next", "listen-for-event-1-next", "listen-for-event-1-timeout" })
            await page.Locator("#ol-j-" + path).WaitForAsync();
        await keys.PressAsync("Control+z");
        await page.Locator("#ol-s-merge-1").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await keys.PressAsync("Control+y");
        await page.Locator("#ol-s-merge-1").WaitForAsync();
    }

    /// <summary>What is missing stands in the list of problems, which leads to its field.</summary>
    private async Task PutRightAsync(IPage page, Keyboarder keys)
    {
        await keys.GoToAsync("s-merge-1");
        await keys.AddAsync("stage", Stage);
        await keys.BackToAsync("s-" + Stage);
        await keys.PushAsync(page.GetByRole(AriaRole.Button, new() { Name = "Show all problems" }));
        await page.Locator("ul.problems li").First.WaitForAsync();
        _findings.AddRange(await BothThemes.FindingsAsync(page));
        await keys.PushAsync(page.Locator($"ul.problems [data-problem={Stage}]").First);
        await page.Locator($".props [data-pane={Stage}] [aria-invalid=true]:focus").WaitForAsync();
        await keys.BackToAsync("s-" + Stage);
        await keys.PressAsync("Enter");
        await page.Locator($".props [data-pane={Stage}] :focus").WaitForAsync();
        await keys.PickAsync("solutionInterest", "Fleet analytics");
        await keys.PickAsync("stage", "Engaged");
        await keys.BackToAsync("s-" + Stage);
        await Assertions.Expect(page.Locator(".prob [role=status]")).ToContainTextAsync("No problems");
        await Assertions.Expect(page.Locator("[data-draft=saved]")).ToBeVisibleAsync();
    }

    /// <summary>Folding, menus, moving, copying, renaming and undoing.</summary>
    private async Task ChangeAsync(IPage page, Keyboarder keys)
    {
        await keys.GoToAsync("s-split-by-people-1");
        await keys.PressAsync("ArrowLeft");
        await page.Locator("#ol-s-assign-to-buying-group-1").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await keys.PressAsync("ArrowRight");
        await page.Locator("#ol-s-assign-to-buying-group-1").WaitForAsync();

        await keys.GoToAsync("s-wait-1");
        await keys.PressAsync("m");
        await keys.GoToAsync("s-merge-1");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#ol-s-wait-1")).ToHaveAttributeAsync("aria-level", "1");
        await keys.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#ol-s-wait-1")).ToHaveAttributeAsync("aria-level", "3");

        await keys.GoToAsync("p-split-by-accounts-1-path-2");
        await keys.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator("#ol-p-split-by-accounts-1-path-2")).ToHaveAttributeAsync("aria-posinset", "1");
        await keys.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#ol-p-split-by-accounts-1-path-2")).ToHaveAttributeAsync("aria-posinset", "2");

        await keys.GoToAsync("s-listen-for-event-1");
        await keys.PressAsync("Control+d");
        await page.Locator("#ol-s-listen-for-event-2").WaitForAsync();
        await keys.PressAsync("Control+z");
        await page.Locator("#ol-s-listen-for-event-2").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await keys.GoToAsync("s-" + Stage);
        await keys.PressAsync("Shift+F10");
        await page.Locator("[data-menu=node] :focus").WaitForAsync();
        _findings.AddRange(await BothThemes.FindingsAsync(page));
        await keys.PressAsync("Escape");
        await keys.PressAsync("F2");
        await page.Locator(".namefield:focus").WaitForAsync();
        await keys.TypeAsync("Qualified now");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#ol-s-" + Stage)).ToContainTextAsync("Qualified now");
    }

    /// <summary>Opened again: the same view, the same drawing, and the steps can still be undone. Too narrow for the canvas: the outline comes by itself.</summary>
    private static async Task ReopenAsync(Visitor marketer, Keyboarder keys)
    {
        var page = marketer.Page;
        await Assertions.Expect(page.Locator("[data-draft=saved]")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await marketer.ReadyAsync();
        await page.Locator("[data-outline][data-ready]").WaitForAsync();
        await keys.TabToAsync(page.Locator("[data-row][tabindex='0']"));
        await keys.GoToAsync("s-" + Stage);
        await Assertions.Expect(page.Locator("#ol-s-" + Stage)).ToContainTextAsync("Qualified now");
        await keys.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#ol-s-" + Stage)).Not.ToContainTextAsync("Qualified now");

        await keys.PushAsync(page.Locator("[data-view=canvas]"));
        await page.Locator(".world [data-node=merge-1]").WaitForAsync();
        await page.SetViewportSizeAsync(1100, 800);
        await page.Locator("#ol-s-merge-1").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-view=canvas]")).ToBeDisabledAsync();
        await Picture.TakeAsync(page, "designer-outline-narrow");
        await page.SetViewportSizeAsync(1440, 900);
        await page.Locator(".world [data-node=merge-1]").WaitForAsync();
        await keys.PushAsync(page.Locator("[data-view=outline]"));
        await page.Locator("[data-outline][data-ready]").WaitForAsync();
    }

    private static async Task SimulateAsync(IPage page, Keyboarder keys)
    {
        var panel = page.Locator(".props");
        await keys.PushAsync(page.Locator("[data-simulate]"));
        await keys.TabToAsync(panel.Locator("input[type=search]"));
        await keys.TypeAsync("Hexa");
        await keys.PushAsync(panel.Locator(".found button").First);
        await keys.PushAsync(panel.GetByRole(AriaRole.Button, new() { Name = "Run to end" }));
        await panel.Locator("[data-over]").WaitForAsync();
        await Assertions.Expect(panel.Locator("[data-step='split-by-accounts-1']")).ToContainTextAsync("Because annual revenue ≥ 1,000,000");
        await keys.PushAsync(panel.Locator("[data-leave]"));
        await page.Locator("[data-simulate]:focus").WaitForAsync();
    }

    private static async Task PublishAsync(IPage page, Keyboarder keys)
    {
        var dialog = page.Locator("dialog[open]");
        await keys.PushAsync(page.Locator("[data-settings]"));
        await keys.TurnOnAsync(dialog.GetByRole(AriaRole.Switch, new() { Name = "Accounts may enter again" }));
        await keys.EnterAsync(dialog.GetByLabel("Entries of one account at most"), "3");
        await keys.PushAsync(dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }));
        await page.Locator("[data-settings]:focus").WaitForAsync();

        await keys.PushAsync(page.Locator("[data-review]"));
        await dialog.GetByText("4 accounts are in the audience now.").WaitForAsync();
        await keys.PushAsync(dialog.Locator("[data-publish]"));
        await dialog.GetByText("Version 1 is published.").WaitForAsync();
        await keys.PushAsync(dialog.GetByRole(AriaRole.Link, new() { Name = "Live view" }));
        await page.WaitForURLAsync("**/live");
    }

    private async Task WatchAsync(IPage page, Keyboarder keys)
    {
        // The engine looks for accounts by itself, and the view for counts; a minute is what is promised.
        await Assertions.Expect(page.Locator($"[data-counts='{Stage}']")).ToContainTextAsync("2 reached", new() { Timeout = 90_000 });
        await Assertions.Expect(page.Locator("[data-counts='wait-1']")).ToContainTextAsync("1 reached, 1 here now");
        await keys.TabToAsync(page.Locator("[data-canvas] [data-node][tabindex='0']"));
        await keys.PressAsync("End");
        await page.Locator($"[data-canvas] [data-node={Stage}]:focus").WaitForAsync();
        await keys.PressAsync("Enter");
        await page.Locator("[data-accounts]").GetByRole(AriaRole.Link, new() { Name = "Hexa Freight" }).WaitForAsync();
        _findings.AddRange(await BothThemes.FindingsAsync(page));
    }

    /// <summary>Every kind of step there is, with everything about it still missing: its pane and what it says is wrong.</summary>
    private async Task EveryPaneAsync(Visitor marketer)
    {
        var page = marketer.Page;
        var document = JourneyEdits.SetStart(JourneyDocument.Empty, new AccountAudienceSettings(null, null)).Demand().Document;
        PathPlace start = new(document.Start!.Value, "next"), people = new(new("split-by-people-1"), "path-1");
        foreach (var kind in NodeKinds.All.Where(kind => kind.IsInPalette && kind.Section != NodeSection.Start).OrderBy(kind => kind.Section == NodeSection.PeopleActions))
            document = JourneyEdits.Insert(document, kind.Section == NodeSection.PeopleActions ? people : start, kind.Blank()).Demand().Document;
        using var folder = new TemporaryFolder("panes");
        await File.WriteAllTextAsync(folder["all.json"], JourneyJson.Write(document));
        await marketer.OpenAsync("/journeys/new");
        await marketer.FillAsync("Name", "One of each");
        await page.Locator("input[type=file]").SetInputFilesAsync(folder["all.json"]);
        await page.Locator("[data-problems]").GetByText("assign-to-buying-group-1").First.WaitForAsync();
        await marketer.ClickAsync("Create draft");
        await page.WaitForURLAsync("**/draft");
        await marketer.OpenAsync(new Uri(page.Url).AbsolutePath.Replace("/draft", "/designer", StringComparison.Ordinal));
        await page.Locator("[data-outline][data-ready]").WaitForAsync();
        foreach (var node in document.Nodes.Keys)
        {
            await page.Locator("#ol-s-" + node).ClickAsync();
            await page.Locator($".props [data-pane={node}]").WaitForAsync();
            _findings.AddRange((await BothThemes.FindingsAsync(page)).Select(finding => $"{node}: {finding}"));
        }
    }
}
