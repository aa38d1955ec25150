using BuyingGroups.Tests.Machine;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Story;

/// <summary>
/// The whole way in one browser: from two CSV files to a group in which a decision made by hand stands. As a marketer, then as sales.
/// Its pictures are those of the user guide.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class StoryTests(Browser browser)
{
    private const string Solution = "Fleet analytics";
    private const string Template = "Fleet decision";
    private const string Audience = "Industrial companies";

    [SharedCompaniesFact]
    public async Task From_two_CSV_files_to_a_group_in_which_a_decision_made_by_hand_stands()
    {
        using var folder = new TemporaryFolder("story");
        await using var portal = await RunningPortal.StartAsync();
        await using var marketer = await Visitor.ArriveAsync(browser, portal);

        await marketer.Page.GotoAsync("/");
        await marketer.Page.GetByLabel("Your name").WaitForAsync();
        await Picture.TakeAsync(marketer.Page, "first-run");
        await marketer.BecomeFirstAdminAsync("Anna Berg", "anna.berg@portal.example");

        var people = await ImportRealCompaniesAsync(marketer, folder);
        Assert.True(people > 2_500);

        await DescribeAsync(marketer);
        var (groups, members) = await marketer.CreateGroupsAsync(Solution, Audience, "create-groups-summary");
        Assert.NotEqual("0", groups);
        Assert.NotEqual("0", members);

        await SendAddressOfWhatIsMissingAsync(marketer);
        marketer.NothingWentWrong();
    }

    private static async Task<int> ImportRealCompaniesAsync(Visitor marketer, TemporaryFolder folder)
    {
        var companies = ThisMachine.SharedCompanies!;
        await marketer.ImportAsync(
            "Accounts",
            companies,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Symbol"] = "Source key",
                ["Security"] = "Account name",
                ["GICS Sector"] = "Industry",
                ["Headquarters Location"] = "Billing city and state, split at the comma",
            },
            "import-accounts");
        Assert.Equal(["503", "0", "0", "0"], await marketer.TilesAsync());

        var people = PeopleFile.Write(folder["people.csv"], PeopleFile.FirstColumn(companies));
        await marketer.ImportAsync(
            "People",
            folder["people.csv"],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Contact Id"] = "Source key",
                ["Email Address"] = "Email",
                ["Contact Name"] = "First and last name, split",
                ["Position"] = "Job title",
                ["Company Ticker"] = "Account, by its source key",
            });
        Assert.Equal([people.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("en-GB")), "0", "0", "0"], await marketer.TilesAsync());

        await marketer.OpenAsync("/accounts?q=3M");
        await Picture.TakeAsync(marketer.Page, "accounts");
        await marketer.Page.GetByRole(AriaRole.Link, new() { Name = "3M", Exact = true }).First.ClickAsync();
        await marketer.Page.GetByText("Saint Paul").First.WaitForAsync();
        await marketer.Page.GetByText("Minnesota").First.WaitForAsync();
        await marketer.OpenAsync("/people");
        await Picture.TakeAsync(marketer.Page, "people");
        return people;
    }

    private static async Task DescribeAsync(Visitor marketer)
    {
        await marketer.MakeRoleTemplateAsync(Template, [("Decision Maker", "Chief"), ("Influencer", "VP"), ("Practitioner", "Analyst")]);
        await Picture.TakeAsync(marketer.Page, "role-template");
        await marketer.MakeAudienceAsync(Audience, "Industry", "Industrials");
        await Picture.TakeAsync(marketer.Page, "audience");
        await marketer.MakeSolutionInterestAsync(Solution, Template);
    }

    /// <summary>"Decision Maker missing and completeness below 50", and the same address in a colleague's window.</summary>
    private static async Task SendAddressOfWhatIsMissingAsync(Visitor marketer)
    {
        await marketer.OpenAsync("/buying-groups/browse");
        var all = await marketer.RangeAsync();
        await marketer.FilterByAsync("Missing role", "Decision Maker");
        await marketer.FilterUpToAsync("Completeness", "49");
        var some = await marketer.NamesAsync();
        var range = await marketer.RangeAsync();
        await Picture.TakeAsync(marketer.Page, "browse-missing");
        Assert.NotEmpty(some);
        Assert.NotEqual(all, range);

        var address = new Uri(marketer.Page.Url).PathAndQuery;
        await marketer.Page.GotoAsync("about:blank");
        await marketer.OpenAsync(address);
        Assert.Equal(some, await marketer.NamesAsync());
        Assert.Equal(range, await marketer.RangeAsync());
    }
}
