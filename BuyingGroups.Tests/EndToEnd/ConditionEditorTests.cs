using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Machine;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>The condition editor under a real mouse and a real keyboard.</summary>
[Collection(BrowserTests.Name)]
public sealed class ConditionEditorTests(Browser browser)
{
    private const string Email = "sofia.wallin@portal.example";

    [BrowserFact]
    public async Task A_field_is_dragged_onto_the_tree_another_added_by_keys_and_the_count_follows()
    {
        using var folder = new TemporaryFolder("conditions");
        await File.WriteAllTextAsync(folder["accounts.csv"], "Id,Name,Industry,City\nA-1,Hexa Freight,Logistics,Malmö\nA-2,Ostmark Mobil,Automotive,Wien\nA-3,Nord Cargo,Logistics,Lund\n");
        await using var portal = await RunningPortal.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FirstAdmin__Email"] = Email, ["FirstAdmin__Name"] = "Sofia Wallin", ["FirstAdmin__Password"] = SignInSteps.Password },
            [["import", "accounts", folder["accounts.csv"], "--map", "Id=Source key"]]);
        await using var visitor = await Visitor.ArriveAsync(browser, portal);
        await visitor.SignInAsync(Email, SignInSteps.Password);
        await visitor.OpenAsync("/audiences/new");
        var page = visitor.Page;
        var count = page.Locator(".side .big");
        await Assertions.Expect(count).ToHaveTextAsync("3");

        await DragAsync(page, page.Locator(".palette").GetByTitle("Add a filter: Industry", new() { Exact = true }), page.Locator(".tree [data-group='']"));
        var first = page.Locator(".tree .cf").First.Locator("input[data-value]");
        await Assertions.Expect(first).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Logistics");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(count).ToHaveTextAsync("2");

        // From here on without the mouse.
        await page.Locator(".tree").GetByLabel("Add a filter", new() { Exact = true }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var chooser = page.Locator(".chooser");
        await chooser.GetByLabel("Find a field").FocusAsync();
        await page.Keyboard.TypeAsync("Billing city");
        await Assertions.Expect(chooser.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".tree .cf")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".tree .cf").Last.Locator("input[data-value]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Lund");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(count).ToHaveTextAsync("1");

        // The value, then the filter, are taken back; and made again.
        await page.Keyboard.PressAsync("Control+z");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator(".tree .cf")).ToHaveCountAsync(1);
        await Assertions.Expect(count).ToHaveTextAsync("2");
        await page.Keyboard.PressAsync("Control+y");
        await page.Keyboard.PressAsync("Control+y");
        await Assertions.Expect(count).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator(".side .sent")).ToHaveTextAsync("Accounts where industry is Logistics and billing city is Lund");
        visitor.NothingWentWrong();
    }

    private static async Task DragAsync(IPage page, ILocator source, ILocator target)
    {
        var from = (await source.BoundingBoxAsync())!;
        var to = (await target.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + (from.Width / 2) + 20, from.Y + (from.Height / 2) + 10, new() { Steps = 3 });
        await page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + (to.Height / 2), new() { Steps = 8 });
        await Assertions.Expect(page.Locator(".condition-line")).ToBeVisibleAsync();
        await page.Mouse.UpAsync();
    }
}
