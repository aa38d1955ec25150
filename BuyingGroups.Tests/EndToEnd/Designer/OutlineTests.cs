using BuyingGroups.Tests.Architecture;
using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Machine;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Designer;

/// <summary>The outline: a whole journey by keys alone, its fields included; the same commands as on the canvas; narrow windows.</summary>
[Collection(BrowserTests.Name)]
public sealed class OutlineTests(Browser browser)
{
    private const string Email = "sofia.wallin@portal.example";

    [BrowserFact]
    public async Task A_whole_journey_is_drawn_and_filled_in_by_keys_alone_and_is_there_again_with_its_steps()
    {
        using var folder = new TemporaryFolder("outline");
        await File.WriteAllTextAsync(folder["accounts.csv"], "Id,Name,Industry,Annual revenue\nA-1,Hexa Freight,Logistics,5000000\nA-2,Ostmark Mobil,Automotive,2000000\n");
        await using var portal = await RunningPortal.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FirstAdmin__Email"] = Email, ["FirstAdmin__Name"] = "Sofia Wallin", ["FirstAdmin__Password"] = SignInSteps.Password },
            [
                ["import", "accounts", folder["accounts.csv"], "--map", "Id=Source key"],
                ["stages", "publish", Path.Combine(ThisMachine.Repository, "docs", "stage-models", "sales.json")],
            ]);
        await using var marketer = await Visitor.ArriveAsync(browser, portal);
        var (page, keys) = (marketer.Page, new Keyboarder(marketer.Page));
        await marketer.SignInAsync(Email, SignInSteps.Password);
        await PrepareAsync(marketer);
        await marketer.OpenAsync("/journeys/new");
        await marketer.FillAsync("Name", "Fleet autumn");
        await marketer.ClickAsync("Create draft");
        await page.WaitForURLAsync("**/draft");
        await marketer.OpenAsync("/journeys/1/designer");

        await keys.TabToAsync(page.Locator("[data-view=outline]"));
        await keys.PressAsync("Enter");
        await DrawAsync(page, keys);
        await Assertions.Expect(page.Locator(".prob [role=status]")).ToContainTextAsync("No problems");
        await Assertions.Expect(page.Locator("[data-draft=saved]")).ToBeVisibleAsync();
        Findings.None(await Accessibility.FindingsAsync(page));
        await Picture.TakeAsync(page, "designer-outline");

        await ChangeAsync(page, keys);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Findings.None(await Accessibility.ContrastFindingsAsync(page));
        await Picture.TakeAsync(page, "designer-outline-dark");

        // Opened again: the same view, the same drawing, and the steps can still be undone.
        await Assertions.Expect(page.Locator("[data-draft=saved]")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await marketer.ReadyAsync();
        await page.Locator("[data-outline][data-ready]").WaitForAsync();
        await keys.TabToAsync(page.Locator("[data-row][tabindex='0']"));
        await keys.GoToAsync("s-update-buying-group-stage-1");
        await Assertions.Expect(page.Locator("#ol-s-update-buying-group-stage-1")).ToContainTextAsync("Qualified now");
        await keys.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#ol-s-update-buying-group-stage-1")).Not.ToContainTextAsync("Qualified now");

        // Too narrow for the canvas: the outline comes by itself.
        await page.Locator("[data-view=canvas]").ClickAsync();
        await page.Locator(".world [data-node=merge-1]").WaitForAsync();
        await page.SetViewportSizeAsync(1100, 800);
        await page.Locator("#ol-s-merge-1").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-view=canvas]")).ToBeDisabledAsync();
        await Picture.TakeAsync(page, "designer-outline-narrow");
        await page.SetViewportSizeAsync(1440, 900);
        await page.Locator(".world [data-node=merge-1]").WaitForAsync();
        marketer.NothingWentWrong();
    }

    private static async Task PrepareAsync(Visitor marketer)
    {
        var page = marketer.Page;
        await marketer.OpenAsync("/configuration/custom-fields");
        await page.Locator("form input[name=name]").FillAsync("Tier");
        await page.Locator("form select[name=kind]").SelectOptionAsync("Choice");
        await page.Locator("form textarea[name=choices]").FillAsync("Gold\nSilver");
        await marketer.ClickAsync("Declare field");
        await page.Locator("main table").GetByText("Tier").First.WaitForAsync();
        await marketer.MakeRoleTemplateAsync("Fleet decision", [("Decision Maker", "Chief")]);
        await marketer.MakeAudienceAsync("All accounts");
        await marketer.MakeSolutionInterestAsync("Fleet analytics", "Fleet decision", "Sales stages");
    }

    private static async Task DrawAsync(IPage page, Keyboarder keys)
    {
        await page.Locator("[data-outline][data-ready]").WaitForAsync();
        await keys.TabToAsync(page.Locator("[data-first]"));
        await keys.PressAsync("Enter");
        await page.Locator(".props [data-pane=account-audience-1] :focus").WaitForAsync();
        await keys.PickAsync("source", "All accounts");
        await keys.BackToAsync("s-account-audience-1");

        await keys.AddAsync("split by accounts", "split-by-accounts-1");
        await keys.FilterAsync("path-1", "Annual revenue", "5000000");
        await keys.TabToAsync(page.Locator(".props [data-add-path]"));
        await keys.PressAsync("Enter");
        await page.Locator("#ol-p-split-by-accounts-1-path-2").WaitForAsync();
        await keys.FilterAsync("path-2", "Tier", "Gold", choose: true);
        await keys.BackToAsync("s-split-by-accounts-1");

        await keys.GoToAsync("p-split-by-accounts-1-path-1");
        await keys.AddAsync("split by people", "split-by-people-1");
        await keys.FilterAsync("path-1", "Job title", "Chief");
        await keys.BackToAsync("s-split-by-people-1");
        await keys.GoToAsync("p-split-by-people-1-path-1");
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
        {
            await keys.TabToAsync(page.Locator(".props").GetByRole(AriaRole.Switch, new() { Name = on }));
            await keys.PressAsync("Space");
        }
        await page.Locator("#ol-p-listen-for-event-1-timeout").WaitForAsync();
        await keys.BackToAsync("s-listen-for-event-1");

        await keys.GoToAsync("p-listen-for-event-1-next");
        await keys.PressAsync("j");
        await keys.GoToAsync("s-people-merge-1");
        await keys.PressAsync("Enter");
        await page.Locator("#ol-s-merge-1:focus").WaitForAsync();
        await keys.GoToAsync("p-listen-for-event-1-timeout");
        await keys.PressAsync("j");
        await keys.GoToAsync("s-merge-1");
        await keys.PressAsync("Enter");
        await page.Locator("#ol-j-listen-for-event-1-timeout").WaitForAsync();
        await keys.GoToAsync("s-merge-1");
        await keys.AddAsync("stage", "update-buying-group-stage-1");
        await keys.PickAsync("solutionInterest", "Fleet analytics");
        await keys.PickAsync("stage", "Engaged");
        await keys.BackToAsync("s-update-buying-group-stage-1");
    }

    private static async Task WaitAsync(IPage page, Keyboarder keys)
    {
        await keys.TabToAsync(page.Locator(".props input[type=number]"));
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("5");
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday" })
        {
            await keys.TabToAsync(page.Locator($".props [data-day={day}]"));
            await keys.PressAsync("Space");
            await page.Locator($".props [data-day={day}][aria-pressed=true]").WaitForAsync();
        }
        await keys.TabToAsync(page.Locator(".props input[type=time]"));
        await keys.TypeAsync("0900");
        await keys.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#ol-s-wait-1")).ToContainTextAsync("5 days, then Mon–Fri at 09:00");
    }

    /// <summary>Folding, menus, moving, copying, renaming and undoing.</summary>
    private static async Task ChangeAsync(IPage page, Keyboarder keys)
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

        await keys.GoToAsync("s-update-buying-group-stage-1");
        await keys.PressAsync("Shift+F10");
        await page.Locator("[data-menu=node] :focus").WaitForAsync();
        Findings.None(await Accessibility.FindingsAsync(page));
        await keys.PressAsync("Escape");
        await keys.PressAsync("F2");
        await page.Locator(".olrename:focus").WaitForAsync();
        await keys.TypeAsync("Qualified now");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#ol-s-update-buying-group-stage-1")).ToContainTextAsync("Qualified now");
    }
}
