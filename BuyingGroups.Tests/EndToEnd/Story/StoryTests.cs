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
    private const string Anna = "anna.berg@portal.example";
    private const string Tomas = "tomas.rivera@portal.example";
    private const string Audience = "Industrial companies";

    [SharedCompaniesFact]
    public async Task From_two_CSV_files_to_a_group_in_which_a_decision_made_by_hand_stands()
    {
        using var folder = new TemporaryFolder("story");
        await using var portal = await RunningPortal.StartAsync();
        await using var admin = await Visitor.ArriveAsync(browser, portal);
        await using var marketer = await Visitor.ArriveAsync(browser, portal);
        await using var sales = await Visitor.ArriveAsync(browser, portal);

        await admin.Page.GotoAsync("/");
        await admin.Page.GetByLabel("Your name").WaitForAsync();
        await Picture.TakeAsync(admin.Page, "first-run");
        await admin.BecomeFirstAdminAsync("Sofia Wallin", "sofia.wallin@portal.example");
        await marketer.ComeInAsync(Anna, await admin.InviteAsync("Anna Berg", Anna, "Marketer"));
        await sales.ComeInAsync(Tomas, await admin.InviteAsync("Tomás Rivera", Tomas, "Sales"));
        await admin.OpenAsync("/users");
        await Picture.TakeAsync(admin.Page, "users");

        var people = await ImportRealCompaniesAsync(marketer, folder);
        Assert.True(people > 2_500);

        await DescribeAsync(marketer);
        var (groups, members) = await marketer.CreateGroupsAsync(Solution, Audience, "create-groups-summary");
        Assert.NotEqual("0", groups);
        Assert.NotEqual("0", members);

        var group = await SendAddressOfWhatIsMissingAsync(marketer, sales);
        await DecideByHandAsync(sales, marketer, group);

        await admin.OpenAsync("/jobs");
        await Picture.TakeAsync(admin.Page, "jobs");
        await admin.OpenAsync("/audit");
        await Picture.TakeAsync(admin.Page, "audit");
        admin.NothingWentWrong();
        marketer.NothingWentWrong();
        sales.NothingWentWrong();
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
    /// <returns>The name of the first group there.</returns>
    private static async Task<string> SendAddressOfWhatIsMissingAsync(Visitor marketer, Visitor colleague)
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

        await colleague.OpenAsync(new Uri(marketer.Page.Url).PathAndQuery);
        Assert.Equal(some, await colleague.NamesAsync());
        Assert.Equal(range, await colleague.RangeAsync());
        Assert.Equal(0, await colleague.Page.GetByRole(AriaRole.Link, new() { Name = "Create groups" }).CountAsync());
        return some[0];
    }

    /// <summary>Sales assigns and removes by hand; the job runs again, and both stand.</summary>
    private static async Task DecideByHandAsync(Visitor sales, Visitor marketer, string group)
    {
        await sales.Page.GetByRole(AriaRole.Link, new() { Name = group, Exact = true }).ClickAsync();
        await sales.Lane("Decision Maker").WaitForAsync();
        await Picture.TakeAsync(sales.Page, "group-missing");
        var theGroup = new Uri(sales.Page.Url).PathAndQuery;
        await sales.OpenAsync("/?accounts=all");
        await sales.Page.GetByRole(AriaRole.Heading, new() { Name = "Closest to complete" }).WaitForAsync();
        await Picture.TakeAsync(sales.Page, "home-sales");
        await sales.OpenAsync(theGroup);
        await sales.Lane("Decision Maker").WaitForAsync();
        var added = await sales.AssignFirstAsync("Decision Maker", "assign-members");
        await sales.Lane("Decision Maker").GetByText("Manual").First.WaitForAsync();
        var removed = await sales.RemoveFirstAsync("Practitioner");
        await Picture.TakeAsync(sales.Page, "group-members");

        await marketer.OpenAsync("/buying-groups/creation-jobs");
        await marketer.ClickAsync("Run now");
        await marketer.OpenAsync("/buying-groups/creation-jobs");
        await marketer.Page.GetByText("Attached").First.WaitForAsync(new() { Timeout = 60_000 });

        var address = sales.Page.Url;
        await sales.OpenAsync(new Uri(address).PathAndQuery);
        await sales.Lane("Decision Maker").GetByText(added, new() { Exact = true }).WaitForAsync();
        Assert.Equal(0, await sales.Lane("Practitioner").Locator(".mem:not(.sug)").GetByText(removed, new() { Exact = true }).CountAsync());
        await sales.OpenAsync(new Uri(address).PathAndQuery + "/history");
        await sales.Page.GetByText(removed).First.WaitForAsync();
        await Picture.TakeAsync(sales.Page, "group-history");
        await sales.OpenAsync(new Uri(address).PathAndQuery + "/overview");
        await Picture.TakeAsync(sales.Page, "group-overview");
        await sales.PreferAsync(ColorScheme.Dark);
        await Picture.TakeAsync(sales.Page, "group-overview-dark");
    }
}
