using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Machine;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>A marketer brings a journey as a file, is told what is wrong, puts it right, publishes, and sees the accounts on their way.</summary>
[Collection(BrowserTests.Name)]
public sealed class JourneyStoryTests(Browser browser)
{
    private const string Email = "sofia.wallin@portal.example";

    private const string Document = """
        { "schema": 1, "start": "start", "nodes": [
          { "id": "start", "kind": "accountAudience", "settings": { "audience": { "name": "All accounts" } }, "paths": [{ "key": "next", "kind": "next", "to": "hello" }] },
          { "id": "hello", "kind": "accountInterestingMoment", "settings": { "text": "Entered the journey" }, "paths": [{ "key": "next", "kind": "next", "to": "pause" }] },
          { "id": "pause", "kind": "wait", "name": "A quiet week", "settings": { "until": { "duration": { "amount": 1, "unit": "weeks" } } }, "paths": [{ "key": "next", "kind": "next" }] } ] }
        """;

    [BrowserFact]
    public async Task A_journey_is_uploaded_corrected_published_and_travelled()
    {
        using var folder = new TemporaryFolder("journey");
        await File.WriteAllTextAsync(folder["accounts.csv"], "Id,Name,Industry\nA-1,Hexa Freight,Logistics\nA-2,Ostmark Mobil,Automotive\nA-3,Aria Foods,Food\n");
        await File.WriteAllTextAsync(folder["wrong.json"], Document.Replace("\"to\": \"pause\"", "\"to\": \"nowhere\"", StringComparison.Ordinal));
        await File.WriteAllTextAsync(folder["right.json"], Document);
        await using var portal = await RunningPortal.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FirstAdmin__Email"] = Email, ["FirstAdmin__Name"] = "Sofia Wallin", ["FirstAdmin__Password"] = SignInSteps.Password },
            [["import", "accounts", folder["accounts.csv"], "--map", "Id=Source key"]]);
        await using var marketer = await Visitor.ArriveAsync(browser, portal);
        await marketer.SignInAsync(Email, SignInSteps.Password);
        await marketer.MakeAudienceAsync("All accounts");
        var page = marketer.Page;

        await marketer.OpenAsync("/journeys/new");
        await marketer.FillAsync("Name", "Say hello");
        await page.Locator("input[type=file]").SetInputFilesAsync(folder["wrong.json"]);
        await page.Locator("[data-problems]").GetByText("nowhere").First.WaitForAsync();
        await Accessibility.NothingFoundAsync(page);
        await marketer.ClickAsync("Create draft");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/journeys/\\d+/draft$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Locator("[data-problems]").WaitForAsync();
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).IsDisabledAsync());

        await page.Locator("input[type=file]").SetInputFilesAsync(folder["right.json"]);
        await page.GetByText("The document can be published: 3 nodes, no problems.").WaitForAsync();
        await marketer.ClickAsync("Save draft");
        await page.GetByText("The draft is saved.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.GetByText("Published. Accounts that qualify enter within a minute.").WaitForAsync();
        await Picture.TakeAsync(page, "journey-draft");

        await page.GetByRole(AriaRole.Link, new() { Name = "Overview", Exact = true }).ClickAsync();
        var entered = page.GetByText("3 accounts entered");
        // The engine looks for accounts by itself; a minute is what is promised.
        for (var look = 0; look < 60 && await entered.CountAsync() == 0; look++)
        {
            await marketer.ClickAsync("Count again");
            try
            {
                await entered.WaitForAsync(new() { Timeout = 1_000 });
            }
            catch (TimeoutException)
            {
                // Not yet.
            }
        }
        // The figures above the table are those of the same moment.
        await Assertions.Expect(page.Locator("[data-figures] dd").First).ToHaveTextAsync("3");
        await Accessibility.NothingFoundAsync(page);
        await Picture.TakeAsync(page, "journey-counts");
        await page.Locator("tr[data-node=pause] td.r a").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Hexa Freight" }).ClickAsync();
        await page.GetByText("At: A quiet week").WaitForAsync();
        Assert.Equal(2, await page.Locator("li[data-step]").CountAsync());
        await Accessibility.NothingFoundAsync(page);
        await Picture.TakeAsync(page, "journey-timeline");
        marketer.NothingWentWrong();
    }
}
