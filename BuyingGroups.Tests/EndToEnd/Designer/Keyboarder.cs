using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Designer;

/// <summary>Somebody without a mouse: everything is reached by keys.</summary>
internal sealed class Keyboarder(IPage page)
{
    private const int MostPresses = 120;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Presses Tab until the focus is there.</summary>
    public Task TabToAsync(ILocator target) => UntilFocusedAsync(target, "Tab");

    /// <summary>Goes to a line of the outline by arrow keys.</summary>
    public async Task GoToAsync(string line)
    {
        var target = page.Locator("#ol-" + line);
        await target.WaitForAsync();
        await PressAsync("Home");
        await UntilFocusedAsync(target, "ArrowDown");
    }

    /// <summary>Leaves the fields for the line they belong to.</summary>
    public async Task BackToAsync(string line)
    {
        await PressAsync("Escape");
        await page.Locator($"#ol-{line}:focus").WaitForAsync();
    }

    /// <summary>Adds a step behind the line that has the focus, or on its path; work goes on in the fields of the new step.</summary>
    public async Task AddAsync(string called, string becomes)
    {
        await PressAsync("+");
        await page.Locator("[data-menu=add] [data-find]:focus").WaitForAsync();
        await TypeAsync(called);
        await PressAsync("Enter");
        await page.Locator("#ol-s-" + becomes).WaitForAsync();
        await page.Locator($".props [data-pane={becomes}] :focus").WaitForAsync();
    }

    /// <summary>Chooses by name in a picker of the pane.</summary>
    public async Task PickAsync(string field, string name)
    {
        var input = page.Locator($".props input[data-field={field}]");
        await TabToAsync(input);
        await PressAsync("Control+a");
        await TypeAsync(name);
        await page.Locator(".props [role=option].on", new() { HasText = name }).WaitForAsync();
        await PressAsync("Enter");
        await Assertions.Expect(input).ToHaveValueAsync(name);
    }

    /// <summary>Gives a path of a split a condition of one filter.</summary>
    public async Task FilterAsync(string path, string field, string value, bool choose = false)
    {
        var card = page.Locator($".props [data-path={path}]");
        await TabToAsync(card.GetByLabel("Add a filter", new() { Exact = true }));
        await PressAsync("Enter");
        await TabToAsync(card.Locator(".chooser").GetByTitle($"Add a filter: {field}", new() { Exact = true }));
        await PressAsync("Enter");
        var typed = card.Locator(".cf [data-value]").Last;
        await TabToAsync(typed);
        await TypeAsync(value);
        if (!choose)
            await PressAsync("Tab");
        await card.Locator(".livec b").WaitForAsync();
    }

    private async Task UntilFocusedAsync(ILocator target, string key)
    {
        await target.WaitForAsync();
        for (var press = 0; press < MostPresses; press++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await PressAsync(key);
        }
        Assert.Fail($"{MostPresses} times {key} did not lead to {target}.");
    }
}
