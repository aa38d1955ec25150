using BuyingGroups.Tests.Architecture;
using BuyingGroups.Tests.EndToEnd.Story;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>A marketer draws a journey by mouse, fills in its panes, walks an account through it, publishes it, and sees the counts.</summary>
[Collection(BrowserTests.Name)]
public sealed class DesignerStoryTests(Browser browser)
{
    private readonly List<string> _findings = [];

    [BrowserFact]
    public async Task A_journey_is_drawn_by_mouse_simulated_published_and_travelled()
    {
        await using var portal = await FleetSteps.StartFleetAsync();
        await using var marketer = await Visitor.ArriveAsync(browser, portal);
        await marketer.SignInAsync(FleetSteps.Email, SignInSteps.Password);
        await marketer.PrepareFleetAsync();
        var page = marketer.Page;
        // Nothing is measured while it glides.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        await DrawAsync(marketer);
        await SimulateAsync(page);
        await PublishAsync(page);
        await SeeCountsAsync(marketer);
        Findings.None(_findings);
        marketer.NothingWentWrong();
    }

    private async Task DrawAsync(Visitor marketer)
    {
        var page = marketer.Page;
        await marketer.BeginJourneyAsync("Fleet autumn");
        await page.Pane("account-audience-1").PickAsync("source", "All accounts");
        await Assertions.Expect(page.Pane("account-audience-1").Locator("[data-count] b")).ToHaveTextAsync("4");

        await page.DragStepAsync("splitByAccounts", "account-audience-1", "next", "split-by-accounts-1");
        var split = page.Pane("split-by-accounts-1");
        await split.DescribePathAsync("path-1", "Large", "Annual revenue", "≥", "1000000", "2");
        await split.Locator("[data-add-path]").ClickAsync();
        await split.DescribePathAsync("path-2", "Gold tier", "Tier", "is", "Gold", "1");
        await Assertions.Expect(split.Locator("[data-path='path-1']")).ToContainTextAsync("2 match now");
        _findings.AddRange(await Accessibility.FindingsAsync(page));
        await split.Locator("[data-path='path-2']").GetByText("Expand").ClickAsync();
        await page.Locator("dialog[open] .palette").WaitForAsync();
        _findings.AddRange(await BothThemes.FindingsAsync(page));
        await page.Locator("dialog[open] footer .btn.p").ClickAsync();
        await Picture.TakeAsync(page, "designer-split");

        await page.DragStepAsync("splitByPeople", "split-by-accounts-1", "path-1", "split-by-people-1");
        await page.Pane("split-by-people-1").DescribePathAsync("path-1", "Chiefs", "Job title", "contains", "Chief", "3");
        await page.DragStepAsync("assignToBuyingGroup", "split-by-people-1", "path-1", "assign-to-buying-group-1");
        await page.Pane("assign-to-buying-group-1").PickAsync("solutionInterest", "Fleet analytics");
        await page.Pane("assign-to-buying-group-1").PickAsync("role", "Decision Maker");

        await page.DragStepAsync("wait", "split-by-accounts-1", "path-2", "wait-1");
        var wait = page.Pane("wait-1");
        await wait.Locator("input[type=number]").EnterAsync("5");
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday" })
            await wait.Locator($"[data-day={day}]").ClickAsync();
        await wait.Locator("input[type=time]").EnterAsync("09:00");
        await Assertions.Expect(page.Step("wait-1")).ToContainTextAsync("5 days, then Mon–Fri at 09:00");
        _findings.AddRange(await Accessibility.FindingsAsync(page));
        await Picture.TakeAsync(page, "designer-wait");

        await page.DragStepAsync("listenForEvent", "wait-1", "next", "listen-for-event-1");
        var listen = page.Pane("listen-for-event-1");
        await listen.PickAsync("activityType", "Form Filled Out");
        await listen.GetByRole(AriaRole.Switch, new() { Name = "Stop listening after a while" }).ClickAsync();
        await listen.GetByRole(AriaRole.Switch, new() { Name = "A path for those who time out" }).ClickAsync();
        await Assertions.Expect(page.Step("listen-for-event-1")).ToContainTextAsync("Form Filled Out, at most 14 days");
        _findings.AddRange(await Accessibility.FindingsAsync(page));

        // Three paths come together by one command: a click on each, Ctrl for all but the last.
        await page.Locator("[data-do=fit]").ClickAsync();
        await page.Plus("people-merge-1", "next").ClickAsync();
        await page.Locator("[data-menu=add] [data-verb=join]").ClickAsync();
        await page.Plus("listen-for-event-1", "next").ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await page.Locator(".cvsays").GetByText("2 paths are chosen.").WaitForAsync();
        await page.Plus("listen-for-event-1", "timeout").ClickAsync();
        await Assertions.Expect(page.Step("merge-1")).ToContainTextAsync("Joins 3 paths");
        await page.DragStepAsync("updateBuyingGroupStage", "merge-1", "next", "update-buying-group-stage-1");
        await page.Pane("update-buying-group-stage-1").PickAsync("solutionInterest", "Fleet analytics");
        await page.Pane("update-buying-group-stage-1").PickAsync("stage", "Engaged");
        await Assertions.Expect(page.Locator(".prob [role=status]")).ToContainTextAsync("No problems");
        await page.Step("split-by-accounts-1").ClickAsync();
        await page.Pane("split-by-accounts-1").WaitForAsync();
        await LookAtWindowsAsync(page);
        await page.Locator("[data-do=fit]").ClickAsync();
        await Picture.TakeAsync(page, "designer");
        await InTheDarkAsync(page, "designer-dark");
    }

    /// <summary>What opens over the canvas: the question before a split goes, the list of keys, the steps that can be undone, the ways to export.</summary>
    private async Task LookAtWindowsAsync(IPage page)
    {
        await page.Step("split-by-accounts-1").PressAsync("Delete");
        await page.Locator(".rz-dialog").GetByText("These steps go:").WaitForAsync();
        _findings.AddRange(await BothThemes.FindingsAsync(page, "designer-delete"));
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Keep as it is" }).ClickAsync();
        await page.Locator(".cvsays").GetByText("Nothing was deleted.").WaitForAsync();
        await page.Locator("[data-do=keys]").ClickAsync();
        await page.Locator("dialog[open] kbd").First.WaitForAsync();
        _findings.AddRange(await BothThemes.FindingsAsync(page));
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Steps that can be undone" }).ClickAsync();
        await page.Locator(".steps-back .mi").First.WaitForAsync();
        _findings.AddRange(await BothThemes.FindingsAsync(page, "designer-undo"));
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true }).ClickAsync();
        await page.Locator(".pop [data-png]").WaitForAsync();
        _findings.AddRange(await BothThemes.FindingsAsync(page));
        await page.Keyboard.PressAsync("Escape");
    }

    /// <summary>The same window in dark colours, and in one as narrow as a laptop's: only colours and widths differ.</summary>
    private async Task InTheDarkAsync(IPage page, string picture)
    {
        await page.EvaluateAsync("document.documentElement.dataset.theme = 'dark'");
        _findings.AddRange(await Accessibility.ContrastFindingsAsync(page));
        await page.SetViewportSizeAsync(1280, 800);
        await Picture.TakeAsync(page, picture);
        await page.SetViewportSizeAsync(1440, 900);
        await page.EvaluateAsync("document.documentElement.dataset.theme = 'light'");
    }

    private async Task SimulateAsync(IPage page)
    {
        await page.Locator("[data-simulate]").ClickAsync();
        var panel = page.Locator(".props");
        await panel.Locator("input[type=search]").FillAsync("Hexa");
        await panel.Locator(".found button").First.ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Run to end" }).ClickAsync();
        await panel.Locator("[data-over]").WaitForAsync();
        await Assertions.Expect(panel.Locator("[data-step='split-by-accounts-1']")).ToContainTextAsync("Because annual revenue ≥ 1,000,000");
        await page.Locator(".world [data-node='wait-1'].off").WaitForAsync();
        await page.Locator("path.hot[data-from='split-by-accounts-1'][data-key='path-1']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        _findings.AddRange(await Accessibility.FindingsAsync(page));
        await Assertions.Expect(panel.Locator("[data-step='update-buying-group-stage-1']")).ToContainTextAsync("moves to the stage “Engaged”");
        await Picture.TakeAsync(page, "designer-simulate");
        await InTheDarkAsync(page, "designer-simulate-dark");

        await panel.GetByRole(AriaRole.Button, new() { Name = "All accounts" }).ClickAsync();
        await panel.Locator("[data-counted='split-by-accounts-1']").WaitForAsync();
        await Assertions.Expect(panel.Locator("[data-counted='split-by-accounts-1']")).ToContainTextAsync("Gold tier");
        _findings.AddRange(await Accessibility.FindingsAsync(page));
        await Picture.TakeAsync(page, "designer-simulate-all");
        await panel.Locator("[data-leave]").ClickAsync();
    }

    private async Task PublishAsync(IPage page)
    {
        await page.Locator("[data-settings]").ClickAsync();
        await page.Locator("dialog[open] [role=switch]").First.WaitForAsync();
        await page.Locator("dialog[open] [role=switch]").First.ClickAsync();
        await page.Locator("dialog[open]").GetByLabel("Entries of one account at most").EnterAsync("3");
        _findings.AddRange(await Accessibility.FindingsAsync(page));
        await Picture.TakeAsync(page, "designer-settings");
        await InTheDarkAsync(page, "designer-settings-dark");
        await page.Locator("dialog[open] footer .btn.p").ClickAsync();

        await page.Locator("[data-review]").ClickAsync();
        await page.Locator("dialog[open]").GetByText("4 accounts are in the audience now.").WaitForAsync();
        _findings.AddRange(await Accessibility.FindingsAsync(page));
        await Picture.TakeAsync(page, "designer-review");
        await InTheDarkAsync(page, "designer-review-dark");
        await page.Locator("dialog[open] [data-publish]").ClickAsync();
        await page.Locator("dialog[open]").GetByText("Version 1 is published.").WaitForAsync();
        await page.Locator("dialog[open] footer .btn.p").ClickAsync();
        await Assertions.Expect(page.Locator(".dzbar .st-live")).ToBeVisibleAsync();
    }

    private async Task SeeCountsAsync(Visitor marketer)
    {
        var page = marketer.Page;
        await marketer.OpenAsync(new Uri(page.Url).AbsolutePath.Replace("/designer", "/live", StringComparison.Ordinal));
        // The engine looks for accounts by itself, and the view for counts; a minute is what is promised.
        await Assertions.Expect(page.Locator("[data-counts='update-buying-group-stage-1']")).ToContainTextAsync("2 reached", new() { Timeout = 90_000 });
        await Assertions.Expect(page.Locator("[data-counts='wait-1']")).ToContainTextAsync("1 reached, 1 here now");
        _findings.AddRange(await BothThemes.FindingsAsync(page, "designer-counts"));
    }
}
