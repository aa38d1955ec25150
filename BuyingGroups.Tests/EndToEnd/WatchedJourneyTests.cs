using System.Text.RegularExpressions;
using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Machine;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>A marketer begins with a play, publishes it, watches the accounts come, follows one of them, and takes the drawing away.</summary>
[Collection(BrowserTests.Name)]
public sealed class WatchedJourneyTests(Browser browser)
{
    private const string Email = "sofia.wallin@portal.example";
    private const string Play = "Hand over to sales at 70 %";

    [BrowserFact]
    public async Task A_play_becomes_a_journey_that_is_watched_and_taken_away()
    {
        using var folder = new TemporaryFolder("watched");
        await File.WriteAllTextAsync(folder["accounts.csv"], "Id,Name,Industry\nA-1,Hexa Freight,Logistics\nA-2,Ostmark Mobil,Automotive\nA-3,Aria Foods,Food\n");
        await using var portal = await RunningPortal.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FirstAdmin__Email"] = Email, ["FirstAdmin__Name"] = "Sofia Wallin", ["FirstAdmin__Password"] = SignInSteps.Password },
            [["import", "accounts", folder["accounts.csv"], "--map", "Id=Source key"]]);
        await using var marketer = await Visitor.ArriveAsync(browser, portal);
        await marketer.SignInAsync(Email, SignInSteps.Password);
        await marketer.MakeAudienceAsync("All accounts");
        await marketer.MakeRoleTemplateAsync("Fleet team", [("Decision Maker", "chief")]);
        await marketer.MakeSolutionInterestAsync("Fleet analytics", "Fleet team");
        var page = marketer.Page;

        await BeginAsync(marketer);
        var id = Regex.Match(page.Url, "/journeys/(?<id>\\d+)/", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["id"].Value;
        await marketer.OpenAsync("/journeys");
        await page.Locator("tbody").GetByText("Draft").First.WaitForAsync();
        await Accessibility.NothingFoundAsync(page);
        await Picture.TakeAsync(page, "journeys");
        await marketer.OpenAsync($"/journeys/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.GetByText("Published. Accounts that qualify enter within a minute.").WaitForAsync();

        await WatchAsync(marketer, id);
        await FollowAsync(marketer);
        await LookAtFiguresAsync(marketer, id);
        await TakeAwayAsync(marketer, id, folder);
        await CompareAsync(marketer, id, folder);
        await SwitchVersionsAsync(marketer, id);
        marketer.NothingWentWrong();
    }

    private static async Task BeginAsync(Visitor marketer)
    {
        var page = marketer.Page;
        await marketer.OpenAsync("/journeys");
        await marketer.ClickAsync("Start from a template");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cross-sell to customers" }).WaitForAsync();
        await Accessibility.NothingFoundAsync(page);
        await Picture.TakeAsync(page, "journey-templates");
        await page.GetByRole(AriaRole.Link, new() { Name = Play }).ClickAsync();
        await marketer.ClickAsync("Create draft");
        await page.GetByText("Choose an audience or account list first. Nothing was created.").WaitForAsync();
        await page.GetByLabel("Accounts come from").SelectOptionAsync(new SelectOptionValue { Label = "All accounts" });
        await page.GetByLabel("Solution interest").SelectOptionAsync(new SelectOptionValue { Label = "Fleet analytics" });
        await page.WaitForFunctionAsync("() => document.querySelector('img.drawn')?.naturalWidth > 0");
        await Accessibility.NothingFoundAsync(page);
        await Picture.TakeAsync(page, "journey-template");
        await marketer.ClickAsync("Create draft");
        await page.WaitForURLAsync(new Regex("/journeys/\\d+/designer$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Locator("[data-node=listen]").First.WaitForAsync();
    }

    /// <summary>Nobody touches the page until the counts are there.</summary>
    private static async Task WatchAsync(Visitor marketer, string id)
    {
        var page = marketer.Page;
        await marketer.OpenAsync($"/journeys/{id}/live");
        await page.Locator("[data-counts=listen]").GetByText("3 reached, 3 here now").WaitForAsync(new() { Timeout = 60_000 });
        Assert.Contains("In progress 3", (await page.Locator("[data-live-counts]").InnerTextAsync()).Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        await page.Locator("[data-canvas] [data-node=listen]").ClickAsync();
        await page.Locator("[data-accounts]").GetByRole(AriaRole.Link, new() { Name = "Hexa Freight" }).WaitForAsync();
        await Accessibility.NothingFoundAsync(page);
        await Picture.TakeAsync(page, "journey-live");
        await marketer.PreferAsync(ColorScheme.Dark);
        await page.Locator("[data-accounts]").GetByRole(AriaRole.Link, new() { Name = "Hexa Freight" }).WaitForAsync();
        await Accessibility.NothingFoundAsync(page);
        await Picture.TakeAsync(page, "journey-live-dark");
        await marketer.PreferAsync(ColorScheme.Light);
    }

    private static async Task FollowAsync(Visitor marketer)
    {
        var page = marketer.Page;
        await page.Locator("[data-accounts]").GetByRole(AriaRole.Link, new() { Name = "Hexa Freight" }).ClickAsync();
        await page.GetByText("At: Wait until it is").WaitForAsync();
        Assert.Equal(2, await page.Locator("li[data-step]").CountAsync());
        await page.GetByText("Path 2: Not yet").WaitForAsync();
    }

    private static async Task LookAtFiguresAsync(Visitor marketer, string id)
    {
        var page = marketer.Page;
        await marketer.OpenAsync($"/journeys/{id}");
        await page.Locator("[data-outcome=Active]").GetByText("3", new() { Exact = true }).WaitForAsync();
        await page.Locator("tr[data-node=listen]").WaitForAsync();
        await Accessibility.NothingFoundAsync(page);
        await Picture.TakeAsync(page, "journey-details");
        await page.GetByRole(AriaRole.Button, new() { Name = "View data" }).ClickAsync();
        await page.Locator("[data-days] tbody tr").First.WaitForAsync();
        await marketer.PreferAsync(ColorScheme.Dark);
        await page.Locator("[data-outcome=Active]").WaitForAsync();
        await Accessibility.NothingFoundAsync(page);
        await Picture.TakeAsync(page, "journey-details-dark");
        await marketer.PreferAsync(ColorScheme.Light);
        await page.Locator("[data-outcome=Active] a").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Aria Foods" }).WaitForAsync();
        Assert.Empty(await BothThemes.FindingsAsync(page));
    }

    private static async Task TakeAwayAsync(Visitor marketer, string id, TemporaryFolder folder)
    {
        var page = marketer.Page;
        await marketer.OpenAsync($"/journeys/{id}/live");
        await page.Locator("[data-canvas] [data-node=listen]").WaitForAsync();
        var drawing = await SaveAsync("Drawing as SVG", "drawing.svg");
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(drawing), StringComparison.Ordinal);
        var picture = await File.ReadAllBytesAsync(await SaveAsync("Drawing as PNG", "drawing.png"));
        Assert.Equal("PNG"u8.ToArray(), picture[1..4]);
        Assert.True(picture.Length > 10_000, $"The picture has {picture.Length} bytes only.");
        Assert.Contains("\"name\": \"All accounts\"", await File.ReadAllTextAsync(await SaveAsync("Journey as JSON, for another portal", "document.json")), StringComparison.Ordinal);

        async Task<string> SaveAsync(string name, string file)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true }).ClickAsync();
            var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".pop .mi", new() { HasText = name }).ClickAsync(new() { Timeout = 10_000 }));
            await download.SaveAsAsync(folder[file]);
            return folder[file];
        }
    }

    /// <summary>Those inside finish the version they entered; each version shows its own drawing and counts.</summary>
    private static async Task SwitchVersionsAsync(Visitor marketer, string id)
    {
        var page = marketer.Page;
        await marketer.OpenAsync($"/journeys/{id}");
        await marketer.ClickAsync("Publish new version");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.GetByText("Published. Accounts that qualify enter within a minute.").WaitForAsync();
        await marketer.OpenAsync($"/journeys/{id}/live");
        await Assertions.Expect(page.Locator("[data-canvas] [data-node=noted]")).ToContainTextAsync("With sales now");
        await page.Locator(".version select").SelectOptionAsync("1");
        await Assertions.Expect(page.Locator("[data-canvas] [data-node=noted]")).Not.ToContainTextAsync("With sales now");
        await Assertions.Expect(page.Locator("[data-counts=listen]")).ToContainTextAsync("3 reached, 3 here now");
    }

    private static async Task CompareAsync(Visitor marketer, string id, TemporaryFolder folder)
    {
        var page = marketer.Page;
        var changed = (await File.ReadAllTextAsync(folder["document.json"])).Replace("Handed over to sales", "With sales now", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder["changed.json"], changed);
        await marketer.OpenAsync($"/journeys/{id}/draft");
        await page.Locator("input[type=file]").SetInputFilesAsync(folder["changed.json"]);
        await page.GetByText("Not saved yet").WaitForAsync();
        await marketer.ClickAsync("Save draft");
        await page.GetByText("The draft is saved.").WaitForAsync();
        await marketer.OpenAsync($"/journeys/{id}/compare");
        await page.GetByText("1 step is different").WaitForAsync();
        await page.Locator("[data-fate=Changed]").GetByText("Changed: properties").WaitForAsync();
        await page.Locator("[data-canvas] .nd.changed[data-node=noted]").WaitForAsync();
        Assert.Empty(await BothThemes.FindingsAsync(page, "journey-compare"));
        await marketer.OpenAsync($"/journeys/{id}/engaged");
        Assert.Empty(await BothThemes.FindingsAsync(page));
    }
}
