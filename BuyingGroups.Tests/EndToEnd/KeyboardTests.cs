using BuyingGroups.Tests.EndToEnd.Story;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>What the keyboard does that only a browser can tell: where the focus goes, and letters that start something.</summary>
[Collection(BrowserTests.Name)]
public sealed class KeyboardTests(Browser browser)
{
    private const string Email = "sofia.wallin@portal.example";

    [BrowserFact]
    public async Task A_question_starts_on_the_safe_answer_and_gives_the_focus_back()
    {
        await using var portal = await RunningPortal.StartAsync(Admin);
        await using var visitor = await Visitor.ArriveAsync(browser, portal);
        await visitor.SignInAsync(Email, SignInSteps.Password);
        // This page shows skeletons for ever, so that OpenAsync would wait for ever.
        await visitor.Page.GotoAsync("/dev/components");
        await visitor.Page.Locator("html[data-keys]").WaitForAsync();
        var asking = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Delete 3 groups" }).First;
        await asking.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Keep as it is" })).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(asking).ToBeFocusedAsync();
        visitor.NothingWentWrong();
    }

    [BrowserFact]
    public async Task Single_letters_do_nothing_for_who_turned_them_off()
    {
        await using var portal = await RunningPortal.StartAsync(Admin);
        await using var visitor = await Visitor.ArriveAsync(browser, portal);
        await visitor.SignInAsync(Email, SignInSteps.Password);
        await visitor.OpenAsync("/profile");
        var help = visitor.Page.Locator("dialog[open]");
        await visitor.Page.Locator("html[data-keys]").WaitForAsync();
        await visitor.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(help).ToHaveCountAsync(1);
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(help).ToHaveCountAsync(0);

        await visitor.Page.GetByLabel("Single letters are shortcuts").UncheckAsync();
        // Saving goes through the refresh of the session and comes back to the profile: a document of its own, without the mark of this one.
        await visitor.Page.EvaluateAsync("() => { document.documentElement.dataset.before = ''; }");
        await visitor.ClickAsync("Save profile");
        await visitor.Page.Locator("html:not([data-before])[data-keys]").WaitForAsync();
        await visitor.OpenAsync("/accounts");
        await visitor.Page.Locator("html[data-keys]").WaitForAsync();
        await visitor.Page.Keyboard.PressAsync("?");
        // Ctrl K still answers, and comes after the letter that must not.
        await visitor.Page.Keyboard.PressAsync("Control+k");

        await Assertions.Expect(help).ToHaveCountAsync(1);
        await Assertions.Expect(help.GetByRole(AriaRole.Combobox).Or(help.Locator("input")).First).ToBeVisibleAsync();
        visitor.NothingWentWrong();
    }

    private static Dictionary<string, string> Admin => new(StringComparer.Ordinal)
    {
        ["FirstAdmin__Email"] = Email,
        ["FirstAdmin__Name"] = "Sofia Wallin",
        ["FirstAdmin__Password"] = SignInSteps.Password,
    };
}
