using System.Globalization;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Designer;

/// <summary>Somebody without a mouse: everything is reached by keys. Each press waits for what proves that the page has answered the one before.</summary>
internal sealed class Keyboarder(IPage page)
{
    private const int MostPresses = 120;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Presses Tab until the focus is there.</summary>
    public Task TabToAsync(ILocator target) => UntilFocusedAsync(target, "Tab");

    /// <summary>Goes to a button or link by Tab and presses it.</summary>
    public async Task PushAsync(ILocator target)
    {
        await TabToAsync(target);
        await PressAsync("Enter");
    }

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

    /// <summary>Chooses by name in a picker of the pane: its list opens with the focus, and arrow keys go through it.</summary>
    public async Task PickAsync(string field, string name)
    {
        var input = page.Locator($".props input[data-field={field}]");
        await TabToAsync(input);
        var wanted = page.Locator(".props .found:not([hidden]) [role=option]", new() { HasText = name }).First;
        await wanted.WaitForAsync();
        var list = await wanted.EvaluateAsync<string[]>("option => [...option.parentElement.children].map(each => each.id)");
        var target = Array.IndexOf(list, await wanted.GetAttributeAsync("id"));
        for (var at = Array.IndexOf(list, await input.GetAttributeAsync("aria-activedescendant")); at < target; at++)
        {
            await PressAsync("ArrowDown");
            await Assertions.Expect(input).ToHaveAttributeAsync("aria-activedescendant", list[at + 1]);
        }
        await PressAsync("Enter");
        await Assertions.Expect(input).ToHaveValueAsync(name);
    }

    /// <summary>Chooses in a list of choices, downwards.</summary>
    public async Task ChooseAsync(ILocator select, string label)
    {
        await TabToAsync(select);
        for (var press = 0; press < MostPresses; press++)
        {
            if (await select.EvaluateAsync<string>("list => list.selectedOptions[0].text.trim()") == label)
                return;
            await PressAsync("ArrowDown");
            // The page has heard of it once it marks the same one.
            await page.WaitForFunctionAsync("list => list.querySelector('option[selected]') === list.selectedOptions[0]", await select.ElementHandleAsync());
        }
        Assert.Fail($"{label} is not among the choices.");
    }

    /// <summary>Gives a path of a split a condition of one filter, and waits until what matches has been counted.</summary>
    public async Task FilterAsync(string path, string field, string? comparison, string value, int matching)
    {
        var card = page.Locator($".props [data-path={path}]");
        await PushAsync(card.GetByLabel("Add a filter", new() { Exact = true }));
        await PushAsync(card.Locator(".chooser").GetByTitle($"Add a filter: {field}", new() { Exact = true }));
        var filter = card.Locator(".cf").Last;
        if (comparison is not null)
            await ChooseAsync(filter.GetByLabel("Comparison"), comparison);
        var typed = filter.Locator("[data-value]");
        if (await typed.EvaluateAsync<bool>("field => field.localName === 'select'"))
        {
            await ChooseAsync(typed, value);
        }
        else
        {
            await TabToAsync(typed);
            await TypeAsync(value);
            await PressAsync("Tab");
        }
        await Assertions.Expect(card.Locator(".livec b")).ToHaveTextAsync(matching.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Replaces what a field holds, and leaves it.</summary>
    public async Task EnterAsync(ILocator field, string text)
    {
        await TabToAsync(field);
        await PressAsync("Control+a");
        await TypeAsync(text);
        await PressAsync("Tab");
    }

    /// <summary>Turns a switch on.</summary>
    public async Task TurnOnAsync(ILocator on)
    {
        await TabToAsync(on);
        await PressAsync("Space");
        await Assertions.Expect(on).ToHaveAttributeAsync("aria-checked", "true");
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
        Assert.Fail($"{MostPresses} times {key} did not lead to {target}; the focus is on {await page.EvaluateAsync<string>("document.activeElement?.outerHTML.slice(0, 200)")}.");
    }
}
