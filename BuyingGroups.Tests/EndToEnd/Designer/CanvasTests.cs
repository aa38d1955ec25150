using BuyingGroups.Tests.EndToEnd.Story;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Designer;

/// <summary>Drawing a journey in a browser: by mouse, by keyboard alone, over a slow road and over one that breaks.</summary>
[Collection(BrowserTests.Name)]
public sealed class CanvasTests(Browser browser)
{
    private const string Email = "sofia.wallin@portal.example";

    /// <summary>Each step with those that follow it, as the script reads the drawing.</summary>
    private const string Drawn = """
        () => [...document.querySelectorAll('svg.e path')].map(line => `${line.dataset.from}/${line.dataset.key}>${line.dataset.to ?? ''}`).sort().join(' ')
        """;

    private const string WholeJourney =
        "account-audience-1/next>split-by-accounts-1 assign-to-buying-group-1/next>people-merge-1 listen-for-event-1/next>merge-1 merge-1/next>update-buying-group-stage-1 "
        + "people-merge-1/next>merge-1 split-by-accounts-1/other>wait-1 split-by-accounts-1/path-1>split-by-people-1 split-by-people-1/path-1>assign-to-buying-group-1 "
        + "update-buying-group-stage-1/next> wait-1/next>listen-for-event-1";

    [BrowserFact]
    public async Task A_journey_is_drawn_by_mouse_and_each_drop_is_one_message()
    {
        await using var portal = await PortalAsync();
        await using var marketer = await Visitor.ArriveAsync(browser, portal);
        var (page, hand) = (marketer.Page, new DesignerHand(marketer.Page));
        await marketer.SignInAsync(Email, SignInSteps.Password);
        var address = await NewJourneyAsync(marketer, "Fleet autumn");
        await hand.OpenAsync(address);

        await page.Locator("[data-first]").ClickAsync();
        (ILocator What, ILocator To)[] drags =
        [
            (hand.Kind("splitByAccounts"), hand.Plus("account-audience-1")),
            (hand.Kind("splitByPeople"), hand.Plus("split-by-accounts-1", "path-1")),
            (hand.Kind("assignToBuyingGroup"), hand.Plus("split-by-people-1", "path-1")),
            (hand.Kind("wait"), hand.Plus("split-by-accounts-1", "other")),
            (hand.Kind("listenForEvent"), hand.Plus("wait-1")),
            (hand.End("listen-for-event-1"), hand.Plus("people-merge-1")),
            (hand.Kind("updateBuyingGroupStage"), hand.Plus("merge-1")),
        ];
        foreach (var (what, to) in drags)
            Assert.Equal((0, 1), await hand.DragAsync(what, to));
        Assert.Equal(WholeJourney, await page.EvaluateAsync<string>(Drawn));

        // Where it does not fit it goes back, says why, and nothing is sent.
        Assert.Equal((0, 0), await hand.DragAsync(hand.Kind("wait"), hand.Plus("split-by-people-1", "path-1")));
        Assert.Equal(WholeJourney, await page.EvaluateAsync<string>(Drawn));

        // What only the server can tell is refused after the drop: the canvas is put back, and says why.
        Assert.Equal((0, 1), await hand.DragAsync(hand.End("update-buying-group-stage-1"), hand.Plus("wait-1")));
        await page.Locator(".cvsays.bad").GetByText("Accounts would go round in a circle. Nothing was changed; choose other paths.").WaitForAsync();
        Assert.Equal(WholeJourney, await page.EvaluateAsync<string>(Drawn));
        Assert.Empty(await BothThemes.FindingsAsync(page, "designer-refused"));

        // A step with all that follows; the step alone; a copy.
        Assert.Equal((0, 1), await hand.DragAsync(hand.Node("wait-1"), hand.Plus("account-audience-1")));
        Assert.Contains("account-audience-1/next>wait-1", await page.EvaluateAsync<string>(Drawn), StringComparison.Ordinal);
        await page.Locator("[data-undo]").ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('svg.e path[data-from=account-audience-1]').dataset.to === 'split-by-accounts-1'");
        Assert.Equal((0, 1), await hand.DragAsync(hand.Node("wait-1"), hand.Plus("merge-1"), "Alt"));
        Assert.Equal((0, 1), await hand.DragAsync(hand.Node("wait-1"), hand.Plus("update-buying-group-stage-1"), "Control"));
        await hand.Node("wait-2").WaitForAsync();

        // Panning and a marquee: nothing, and one selection. What the drop before is answered with, when it has been saved, is not of the panning.
        await Assertions.Expect(page.Locator("[data-draft=saved]")).ToBeVisibleAsync();
        await hand.QuietAsync();
        var (messages, commands) = (hand.Messages, hand.Commands);
        var canvas = (await page.Locator(".cv").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(canvas.X + 30, canvas.Y + 300);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(canvas.X + 60, canvas.Y + 260, new() { Steps = 20 });
        await page.Mouse.UpAsync();
        await hand.QuietAsync();
        Assert.Equal(messages, hand.Messages);
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.DownAsync("Shift");
        await page.Mouse.MoveAsync(canvas.X + 4, canvas.Y + 4);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(canvas.X + canvas.Width - 6, canvas.Y + canvas.Height - 6, new() { Steps = 10 });
        await page.Mouse.UpAsync();
        await page.Keyboard.UpAsync("Shift");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('[data-node][aria-pressed=true]').length === document.querySelectorAll('[data-node]').length");
        Assert.Equal(1, hand.Commands - commands);

        await CopyIntoAnotherTabAsync(marketer, hand);

        // All of it can be taken back, with what each step was.
        await page.GetByRole(AriaRole.Button, new() { Name = "Steps that can be undone" }).ClickAsync();
        var steps = page.Locator(".steps-back .mi");
        Assert.Equal("Paste Wait", (await steps.First.InnerTextAsync()).Trim());
        await steps.Last.ClickAsync();
        await page.Locator("[data-first]").WaitForAsync();
        marketer.NothingWentWrong();
    }

    [BrowserFact]
    public async Task The_same_journey_is_drawn_by_keyboard_alone_and_nothing_of_it_is_closed_to_anybody()
    {
        await using var portal = await PortalAsync();
        await using var marketer = await Visitor.ArriveAsync(browser, portal);
        var (page, hand) = (marketer.Page, new DesignerHand(marketer.Page));
        await marketer.SignInAsync(Email, SignInSteps.Password);
        await hand.OpenAsync(await NewJourneyAsync(marketer, "Fleet autumn"));

        await page.Locator("[data-first]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await BackOnAsync(page, "account-audience-1");
        await AddAsync(page, "split by accounts");
        await BackOnAsync(page, "split-by-accounts-1");
        await PressAsync(page, "ArrowDown", "[data-of=split-by-accounts-1][data-plus=path-1]");
        await AddAsync(page, "split by people");
        await BackOnAsync(page, "split-by-people-1");
        await PressAsync(page, "ArrowDown", "[data-of=split-by-people-1][data-plus=path-1]");
        // Only what fits is offered.
        await page.Keyboard.PressAsync("+");
        await page.Locator("[data-menu=add] [data-find]").FillAsync("wait");
        Assert.Equal(0, await page.Locator("[data-menu=add] [data-kind-key]:visible").CountAsync());
        await Accessibility.NothingFoundAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await AddAsync(page, "assign");
        await BackOnAsync(page, "assign-to-buying-group-1");
        await PressAsync(page, "ArrowUp", "[data-of=split-by-people-1][data-plus=path-1]");
        await PressAsync(page, "ArrowUp", "[data-node=split-by-people-1]");
        await PressAsync(page, "ArrowUp", "[data-of=split-by-accounts-1][data-plus=path-1]");
        await PressAsync(page, "ArrowRight", "[data-of=split-by-accounts-1][data-plus=other]");
        await AddAsync(page, "wait");
        await BackOnAsync(page, "wait-1");
        await AddAsync(page, "listen");
        await BackOnAsync(page, "listen-for-event-1");
        // Its path ends; it is joined with the one behind the people.
        await PressAsync(page, "ArrowDown", "[data-of=listen-for-event-1][data-plus=next]");
        await page.Keyboard.PressAsync("j");
        for (var press = 0; press < 20 && await page.Locator("[data-of=people-merge-1][data-plus=next]:focus").CountAsync() == 0; press++)
            await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-node=merge-1]:focus").WaitForAsync();
        await page.Keyboard.PressAsync("+");
        await page.Locator("[data-menu=add] [data-find]:focus").WaitForAsync();
        await Picture.TakeAsync(page, "designer-keyboard");
        await page.Keyboard.PressAsync("Escape");
        await AddAsync(page, "stage");
        await BackOnAsync(page, "update-buying-group-stage-1");
        Assert.Equal(WholeJourney, await page.EvaluateAsync<string>(Drawn));

        await page.Keyboard.PressAsync("F2");
        await page.Locator(".namefield").FillAsync("Qualified now");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-node=update-buying-group-stage-1]").GetByText("Qualified now").WaitForAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-node=update-buying-group-stage-1]') && [...document.querySelectorAll('svg.e path[data-to=update-buying-group-stage-1]')].every(line => line.dataset.from !== 'merge-1')");
        await page.Keyboard.PressAsync("Control+z");
        await page.WaitForFunctionAsync("() => document.querySelector('svg.e path[data-to=update-buying-group-stage-1]').dataset.from === 'merge-1'");
        await page.Keyboard.PressAsync("Control+d");
        await page.Locator("[data-node=update-buying-group-stage-2]:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Delete");
        await page.Locator("[data-node=update-buying-group-stage-2]").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await page.Keyboard.PressAsync("Shift+F10");
        await page.Locator("[data-menu=node]").WaitForAsync();
        await Accessibility.NothingFoundAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Equal("", string.Join('\n', await Accessibility.ContrastFindingsAsync(page)));
        // Moves glide, but not for those who ask for less motion.
        Assert.True(await GlideAsync(page) <= 0.08);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        Assert.Equal(0.22, await GlideAsync(page));
        marketer.NothingWentWrong();
    }

    [BrowserFact]
    public async Task A_slow_road_is_not_felt_while_dragging_and_a_broken_one_loses_nothing()
    {
        await using var portal = await PortalAsync();
        await using var road = new SlowRoad(portal.Address, TimeSpan.Zero);
        await using var context = await browser.PersonAsync(road.Address);
        var page = await context.NewPageAsync();
        var hand = new DesignerHand(page);
        await page.GotoAsync("/");
        await page.GetByLabel("Email", new() { Exact = true }).FillAsync(Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(SignInSteps.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
        await page.GotoAsync("/journeys/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Far away");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create draft" }).ClickAsync();
        await page.WaitForURLAsync("**/draft");
        await hand.OpenAsync("/journeys/1/designer");
        await page.Locator("[data-first]").ClickAsync();
        await hand.Plus("account-audience-1").WaitForAsync();
        await hand.QuietAsync();

        var near = await FollowAsync(page, hand);
        road.Delay = TimeSpan.FromMilliseconds(200);
        var far = await FollowAsync(page, hand);
        // In the frame after the pointer moved the copy is where the pointer is: nobody was asked.
        Assert.Equal((0, 0), (near.Behind, far.Behind));
        Assert.True(far.Median <= (near.Median * 2) + 20, $"{far.Median} ms a frame over the slow road, {near.Median} ms over the quick one");

        road.Delay = TimeSpan.Zero;
        await hand.QuietAsync();
        await road.CutAsync();
        await page.Locator("#components-reconnect-modal:visible").WaitForAsync();
        await DropAsync(page, hand, "wait");
        await DropAsync(page, hand, "addToAccountList");
        await page.GetByText("The connection is lost. 2 changes wait here and are sent when it is back.").WaitForAsync();
        road.Mend();
        await hand.Node("wait-1").WaitForAsync();
        await hand.Node("add-to-account-list-1").WaitForAsync();
        // In the order in which they were drawn: the second stands before the first, on the same path.
        Assert.Equal("account-audience-1/next>add-to-account-list-1 add-to-account-list-1/next>wait-1 wait-1/next>", await page.EvaluateAsync<string>(Drawn));
    }

    private static async Task CopyIntoAnotherTabAsync(Visitor marketer, DesignerHand hand)
    {
        var page = marketer.Page;
        await hand.Node("listen-for-event-1").ClickAsync();
        // The marquee had taken all; now it is this one alone.
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-node][aria-pressed=true]')].map(node => node.dataset.node).join() === 'listen-for-event-1'");
        await page.Keyboard.PressAsync("Control+c");
        await page.GetByText("1 step copied").First.WaitForAsync();
        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync("/journeys/new");
        await tab.GetByLabel("Name", new() { Exact = true }).FillAsync("Another");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Create draft" }).ClickAsync();
        await tab.WaitForURLAsync("**/draft");
        var other = new DesignerHand(tab);
        await other.OpenAsync(tab.Url.Replace("/draft", "/designer", StringComparison.Ordinal));
        await tab.Locator("[data-first]").ClickAsync();
        await other.Node("account-audience-1").ClickAsync();
        await tab.Keyboard.PressAsync("Control+v");
        await other.Node("listen-for-event-1").WaitForAsync();
        // Cut there, and put back.
        await tab.Locator("[data-node=listen-for-event-1]:focus").WaitForAsync();
        await tab.Keyboard.PressAsync("Control+x");
        await other.Node("listen-for-event-1").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await other.Node("account-audience-1").ClickAsync();
        await tab.Keyboard.PressAsync("Control+v");
        await other.Node("listen-for-event-1").WaitForAsync();
        await tab.CloseAsync();
    }

    /// <summary>How many seconds a step takes to its new place.</summary>
    private static Task<double> GlideAsync(IPage page) =>
        page.EvaluateAsync<double>("() => Math.max(...getComputedStyle(document.querySelector('.world [data-node]')).transitionDuration.split(',').map(parseFloat))");

    /// <summary>Drags a step about and looks, frame by frame, whether its copy is where the pointer is; then drops it on nothing.</summary>
    private static async Task<(int Behind, double Median)> FollowAsync(IPage page, DesignerHand hand)
    {
        var box = (await hand.Kind("wait").BoundingBoxAsync())!;
        var (x, y, behind) = (box.X + 20, box.Y + 10, 0);
        List<double> frames = [];
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        for (var step = 1; step <= 20; step++)
        {
            await page.Mouse.MoveAsync(x + (step * 16), y + (step * 3));
            var seen = await page.EvaluateAsync<double[]>("""
                () => new Promise(done => requestAnimationFrame(first => requestAnimationFrame(second => {
                  const ghost = new DOMMatrix(getComputedStyle(document.querySelector('body > .ghost')).transform);
                  done([ghost.e, ghost.f, second - first]);
                })))
                """);
            if (Math.Abs(seen[0] - (x + (step * 16) + 12)) > 1 || Math.Abs(seen[1] - (y + (step * 3) + 10)) > 1)
                behind++;
            frames.Add(seen[2]);
        }
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('body > .ghost')");
        return (behind, frames.Order().ElementAt(frames.Count / 2));
    }

    private static async Task DropAsync(IPage page, DesignerHand hand, string kind)
    {
        await hand.Kind(kind).ClickAsync();
        await hand.Plus("account-audience-1").ClickAsync();
        await page.Locator(".cv:not(.choosing)").WaitForAsync();
    }

    /// <summary>The focus is in the fields of what was inserted; Esc closes the list of a picker, if one is open, and brings it back to the step.</summary>
    private static async Task BackOnAsync(IPage page, string node)
    {
        await page.Locator($"[data-node={node}][aria-pressed=true]").WaitForAsync();
        await page.Locator(".props :focus").WaitForAsync();
        var back = page.Locator($"[data-node={node}]:focus");
        for (var press = 0; press < 40 && await back.CountAsync() == 0; press++)
        {
            await page.Keyboard.PressAsync("Escape");
            await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        }
        await back.WaitForAsync();
    }

    private static async Task AddAsync(IPage page, string what)
    {
        await page.Keyboard.PressAsync("+");
        await page.Locator("[data-menu=add] [data-find]:focus").WaitForAsync();
        await page.Keyboard.TypeAsync(what);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task PressAsync(IPage page, string key, string focused)
    {
        await page.Keyboard.PressAsync(key);
        await page.Locator($"{focused}:focus").WaitForAsync();
    }

    private static Task<RunningPortal> PortalAsync() => RunningPortal.StartAsync(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["FirstAdmin__Email"] = Email, ["FirstAdmin__Name"] = "Sofia Wallin", ["FirstAdmin__Password"] = SignInSteps.Password });

    private static async Task<string> NewJourneyAsync(Visitor visitor, string name)
    {
        await visitor.OpenAsync("/journeys/new");
        await visitor.FillAsync("Name", name);
        await visitor.ClickAsync("Create draft");
        await visitor.Page.WaitForURLAsync("**/draft");
        return visitor.Page.Url.Replace("/draft", "/designer", StringComparison.Ordinal);
    }
}
