using BuyingGroups.Tests.Machine;

namespace BuyingGroups.Tests.EndToEnd.Story;

/// <summary>Four companies, their people, and what the journey "Fleet autumn" names: the ground of the stories that draw, publish and travel it.</summary>
internal static class FleetSteps
{
    public const string Email = "sofia.wallin@portal.example";

    /// <summary>A portal with two large companies, one that is small but Gold, one that is neither, and their people.</summary>
    public static async Task<RunningPortal> StartFleetAsync()
    {
        using var folder = new TemporaryFolder("fleet");
        await File.WriteAllTextAsync(folder["accounts.csv"], "Id,Name,Industry,Annual revenue\nA-1,Hexa Freight,Logistics,5000000\nA-2,Ostmark Mobil,Automotive,2000000\nA-3,Aria Foods,Food,200000\nA-4,Delta Kiosk,Retail,1000\n");
        PeopleFile.Write(folder["people.csv"], ["A-1", "A-2", "A-3"]);
        return await RunningPortal.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FirstAdmin__Email"] = Email, ["FirstAdmin__Name"] = "Sofia Wallin", ["FirstAdmin__Password"] = SignInSteps.Password },
            [
                ["import", "accounts", folder["accounts.csv"], "--map", "Id=Source key"],
                ["import", "people", folder["people.csv"], "--map", "Contact Id=Source key", "--map", "Company Ticker=Account, by its source key"],
                ["stages", "publish", Path.Combine(ThisMachine.Repository, "docs", "stage-models", "sales.json")],
            ]);
    }

    /// <summary>The custom field, the audience, the solution interest and its groups.</summary>
    public static async Task PrepareFleetAsync(this Visitor marketer)
    {
        var page = marketer.Page;
        await marketer.OpenAsync("/configuration/custom-fields");
        await page.Locator("form input[name=name]").FillAsync("Tier");
        await page.Locator("form select[name=kind]").SelectOptionAsync("Choice");
        await page.Locator("form textarea[name=choices]").FillAsync("Gold\nSilver");
        await marketer.ClickAsync("Declare field");
        await page.Locator("main table").GetByText("Tier").First.WaitForAsync();
        await marketer.OpenAsync("/accounts/3/edit");
        await page.Locator("select[name='custom:1']").SelectOptionAsync("Gold");
        await marketer.ClickAsync("Save account");
        await page.WaitForURLAsync(now => now.EndsWith("/accounts/3", StringComparison.Ordinal));
        await marketer.MakeRoleTemplateAsync("Fleet decision", [("Decision Maker", "Chief"), ("Influencer", "VP")]);
        await marketer.MakeAudienceAsync("All accounts");
        await marketer.MakeSolutionInterestAsync("Fleet analytics", "Fleet decision", "Sales stages");
        await marketer.CreateGroupsAsync("Fleet analytics", "All accounts");
    }
}
