using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Story;

/// <summary>Drawing a journey by mouse: steps dragged onto paths, and their panes filled in.</summary>
internal static class DesignerSteps
{
    /// <summary>Makes an empty draft and opens the designer on it.</summary>
    public static async Task BeginJourneyAsync(this Visitor visitor, string name)
    {
        await visitor.OpenAsync("/journeys/new");
        await visitor.FillAsync("Name", name);
        await visitor.ClickAsync("Create draft");
        await visitor.Page.WaitForURLAsync(new Regex("/journeys/[0-9]+/", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var id = Regex.Match(visitor.Page.Url, "/journeys/(?<id>[0-9]+)/", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["id"].Value;
        await visitor.OpenAsync($"/journeys/{id}/designer");
        // The canvas answers once its script listens.
        await visitor.Page.Locator(".cv.ready").WaitForAsync();
        await visitor.Page.Locator("[data-first]").ClickAsync();
        await visitor.Page.Step("account-audience-1").WaitForAsync();
    }

    /// <summary>A step of the drawing.</summary>
    public static ILocator Step(this IPage page, string node) => page.Locator($".world [data-node='{node}']");

    /// <summary>The "+" of a path.</summary>
    public static ILocator Plus(this IPage page, string node, string path) => page.Locator($"[data-plus='{path}'][data-of='{node}']");

    /// <summary>The pane of a step.</summary>
    public static ILocator Pane(this IPage page, string node) => page.Locator($".props [data-pane='{node}']");

    /// <summary>Drags a kind of step from the palette onto a path, and waits for the step it becomes and for its pane.</summary>
    public static async Task DragStepAsync(this IPage page, string kind, string of, string path, string becomes)
    {
        await page.Locator("[data-do=fit]").ClickAsync();
        var from = page.Locator($".pal [data-kind-key='{kind}']");
        var plus = page.Plus(of, path);
        await from.ScrollIntoViewIfNeededAsync();
        await from.HoverAsync();
        await page.Mouse.DownAsync();
        var box = (await plus.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2) + 2, box.Y + (box.Height / 2) + 2, new() { Steps = 12 });
        await page.Locator(".dropplace:not([hidden])").WaitForAsync();
        await page.Mouse.UpAsync();
        await page.Step(becomes).WaitForAsync();
        await page.Pane(becomes).WaitForAsync();
        // The page puts the focus into the first field; what is typed before would go there.
        await page.Locator($".props [data-pane='{becomes}'] :focus").WaitForAsync();
    }

    /// <summary>Chooses by name in a picker of the pane.</summary>
    public static async Task PickAsync(this ILocator pane, string field, string name)
    {
        var input = pane.Locator($"input[data-field='{field}']");
        await Assertions.Expect(input).ToBeEnabledAsync();
        await input.ClickAsync();
        await pane.GetByRole(AriaRole.Option, new() { Name = name }).First.ClickAsync();
        await Assertions.Expect(input).ToHaveValueAsync(name);
    }

    /// <summary>Types into a field and leaves it.</summary>
    public static async Task EnterAsync(this ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.BlurAsync();
    }

    /// <summary>Names a path of a split, gives it a condition of one filter, and waits until what matches has been counted.</summary>
    public static async Task DescribePathAsync(this ILocator pane, string path, string name, string field, string comparison, string value, string matching)
    {
        var card = pane.Locator($"[data-path='{path}']");
        await card.Locator("input[maxlength='100']").First.EnterAsync(name);
        await card.GetByLabel("Add a filter", new() { Exact = true }).ClickAsync();
        await card.Locator(".chooser").GetByTitle($"Add a filter: {field}", new() { Exact = true }).ClickAsync();
        var filter = card.Locator(".cf").Last;
        await filter.GetByLabel("Comparison").SelectOptionAsync(new SelectOptionValue { Label = comparison });
        var typed = filter.Locator("[data-value]");
        if (await typed.EvaluateAsync<string>("field => field.localName") == "select")
            await typed.SelectOptionAsync(new SelectOptionValue { Label = value });
        else
            await typed.EnterAsync(value);
        await Assertions.Expect(card.Locator(".livec b")).ToHaveTextAsync(matching);
    }
}
