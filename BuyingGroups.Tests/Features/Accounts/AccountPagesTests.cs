using Bunit;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.SolutionInterests;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Journeys.Execution;

namespace BuyingGroups.Tests.Features.Accounts;

public sealed class AccountPagesTests : PageTest
{
    [Fact]
    public async Task The_list_shows_what_its_address_asks_for()
    {
        await Portal.AccountAsync("Northwind", a => (a.Industry, a.AnnualRevenue) = ("Retail", 1500m));
        await Portal.AccountAsync("Banco Rio", a => (a.Industry, a.AnnualRevenue) = ("Banking", 900m));

        var list = Show<AccountsPage>("/accounts?industry=retail&revenue=1000..");

        list.WaitForAssertion(() => Assert.Equal("Northwind", Assert.Single(list.FindAll("tr[data-row] a.m")).TextContent));
        Assert.Equal(["Industry is retail", "Annual revenue at least 1,000"], list.FindAll(".fchip .chipbtn").Select(chip => chip.TextContent.Trim()));
        Assert.Contains("1 account", list.Find(".filters .end").TextContent, StringComparison.Ordinal);
        Assert.Equal("/export/accounts?industry=retail&revenue=1000..", list.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task Sorting_and_removing_a_filter_change_the_address_and_the_rows()
    {
        await Portal.AccountAsync("Alfa", a => (a.Industry, a.NumberOfEmployees) = ("Retail", 1));
        await Portal.AccountAsync("Beta", a => (a.Industry, a.NumberOfEmployees) = ("Retail", 2));
        await Portal.AccountAsync("Gamma", a => a.NumberOfEmployees = 3);

        var list = Show<AccountsPage>("/accounts?industry=Retail");
        list.WaitForElement("tr[data-row]");
        await list.FindAll("button.sort").Single(head => head.TextContent.Contains("Employees", StringComparison.Ordinal)).ClickAsync();
        list.WaitForAssertion(() => Assert.Equal(["Beta", "Alfa"], Names()));
        Assert.Equal("/accounts?industry=Retail&sort=-numberOfEmployees", Address.Path);
        await list.Find(".fchip .x").ClickAsync();
        list.WaitForAssertion(() => Assert.Equal(["Gamma", "Beta", "Alfa"], Names()));

        IEnumerable<string> Names() => list.FindAll("tr[data-row] a.m").Select(link => link.TextContent);
    }

    [Fact]
    public async Task An_empty_list_says_what_to_do_and_what_nobody_may_do_is_not_shown()
    {
        var list = Show<AccountsPage>("/accounts");
        list.WaitForAssertion(() => Assert.Contains("No accounts yet", list.Find(".empty").TextContent, StringComparison.Ordinal));
        Assert.NotNull(list.Find("a[href='/accounts/new']"));

        await SignInAsync("Sales");
        var sales = Show<AccountsPage>("/accounts?q=nobody");
        sales.WaitForAssertion(() => Assert.Contains("No account fits", sales.Find(".empty").TextContent, StringComparison.Ordinal));
        Assert.Empty(sales.FindAll("a[href='/accounts/new']"));
    }

    [Fact]
    public async Task A_custom_field_is_a_column_and_a_filter()
    {
        var tier = (await Portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Choice, "Tier", ["Gold", "Silver"]))).Demand().Id;
        await Portal.AccountAsync("Alfa", a => a.FieldValues.Add(new() { FieldId = tier, Text = "Gold" }));
        await Portal.AccountAsync("Beta");

        var list = Show<AccountsPage>($"/accounts?custom-{tier}=Gold&cols=custom-{tier}");

        list.WaitForAssertion(() => Assert.Equal("Gold", Assert.Single(list.FindAll("tr[data-row]")).Children[2].TextContent.Trim()));
        Assert.Equal("Tier is Gold", list.Find(".fchip .chipbtn").TextContent.Trim());
    }

    [Fact]
    public void A_page_about_an_account_that_is_gone_says_so()
    {
        var page = Show<AccountPage>("/accounts/999", with => with.Add(p => p.Id, 999));
        page.WaitForAssertion(() => Assert.Contains("There is no account with number 999", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_shows_profile_groups_and_hierarchy()
    {
        var holding = await Portal.AccountAsync("Holding");
        var account = await Portal.AccountAsync("Northwind", a => (a.ParentAccountId, a.AnnualRevenue, a.Website) = (holding.Id, 1500.5m, "javascript:alert(1)"));
        await Portal.GroupAsync(account, completeness: 42);

        var page = Show<AccountPage>($"/accounts/{account.Id}", with => with.Add(p => p.Id, account.Id));
        page.WaitForAssertion(() => Assert.Equal("Northwind", page.Find("h1").TextContent));
        Assert.Contains("1,500.5", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page.Markup, StringComparison.OrdinalIgnoreCase);
        page.WaitForAssertion(() => Assert.Equal("42", page.Find("[aria-labelledby=coverage-title] [role=meter]").GetAttribute("aria-valuenow")));

        var tree = Show<AccountPage>($"/accounts/{account.Id}/hierarchy", with => with.Add(p => p.Id, account.Id).Add(p => p.Tab, "hierarchy"));
        tree.WaitForAssertion(() => Assert.Equal($"/accounts/{holding.Id}/hierarchy", tree.Find(".tree a").GetAttribute("href")));
        Assert.Equal("Northwind", tree.Find("[aria-current=true] b").TextContent);
    }

    [Fact]
    public async Task The_overview_tells_of_coverage_overlap_moments_and_journeys()
    {
        var world = await JourneyWorld.OnAsync(Portal.Database, Portal.Clock);
        var account = await world.Groups.AccountAsync("Northwind", ["chief", "cook"]);
        var (first, second) = (account.People.OrderBy(p => p.Id).First(), account.People.OrderBy(p => p.Id).Last());
        var group = await world.Groups.GroupAsync(account);
        var another = new SolutionInterest { Name = "Route planning", RoleTemplateId = world.Groups.Solution.RoleTemplateId };
        await Portal.Database.AddAsync(another);
        var elsewhere = new BuyingGroup { AccountId = account.Id, SolutionInterestId = another.Id, Name = "Route planning for Northwind" };
        await Portal.Database.AddAsync(elsewhere);
        foreach (var (place, person) in new[] { (group, first), (elsewhere, first), (group, second) })
            (await Portal.SendAsync(new AssignMembers(place.Id, [new MemberAssignment(person.Id, GroupWorld.DecisionMaker)]))).Demand();
        await world.HappenAsync(account.Id, ActivityType.InterestingMoment, first.Id, null, new ActivityAttribute { Name = "description", Value = "Asked for a price" });
        await world.PublishAsync(new Drawing().Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "end").Add("end", new AccountInterestingMomentSettings("Through")), "Winter fleet");
        await world.RunAsync();

        var page = Show<AccountPage>($"/accounts/{account.Id}", with => with.Add(p => p.Id, account.Id));

        page.WaitForAssertion(() => Assert.Contains("Decision Maker: 2 members", Card("coverage-title"), StringComparison.Ordinal));
        Assert.Contains("Influencer: missing", Card("coverage-title"), StringComparison.Ordinal);
        Assert.Contains("1 of 2", Card("overlap-title"), StringComparison.Ordinal);
        Assert.Contains($"{first.DisplayName}2 groupsFleet analytics, Route planning", Card("overlap-title"), StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("Asked for a price", Card("moments-title"), StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Winter fleet", Card("journeys-title"), StringComparison.Ordinal));

        Caller = Caller with { Permissions = new HashSet<string>([Permissions.AccountsView], StringComparer.Ordinal) };
        var stranger = Show<AccountPage>($"/accounts/{account.Id}", with => with.Add(p => p.Id, account.Id));
        stranger.WaitForAssertion(() => Assert.Contains("Asked for a price", stranger.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Fleet analytics", stranger.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Winter fleet", stranger.Markup, StringComparison.Ordinal);

        string Card(string title) => page.Find($"[aria-labelledby={title}]").TextContent;
    }

    [Fact]
    public async Task Refused_values_stay_in_the_form_and_good_ones_lead_to_the_account()
    {
        var form = Show<EditAccountPage>("/accounts/new");
        await form.WaitForElement("input[name=name]").ChangeAsync("Northwind");
        await form.Find("input[name=numberOfEmployees]").ChangeAsync("1.5");
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.Contains("not a whole number", form.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(("Northwind", "1.5"), (form.Find("input[name=name]").GetAttribute("value"), form.Find("input[name=numberOfEmployees]").GetAttribute("value")));

        await form.Find("input[name=numberOfEmployees]").ChangeAsync("15");
        await form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => Assert.Matches(@"^/accounts/\d+$", Address.Path));
    }

    [Fact]
    public async Task Somebody_elses_change_is_not_overwritten_and_can_be_reloaded()
    {
        var account = await Portal.AccountAsync("Northwind");
        var form = Show<EditAccountPage>($"/accounts/{account.Id}/edit", with => with.Add(p => p.Id, account.Id));
        await form.WaitForElement("input[name=industry]").ChangeAsync("Retail");
        (await Portal.SendAsync(new EditAccount(account.Id, 1, AccountWorld.Values(("industry", "Banking")), null, null))).Demand();

        await form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => Assert.Contains("Somebody else changed this account", form.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Retail", form.Find("input[name=industry]").GetAttribute("value"));
        await form.FindAll("button").Single(button => button.TextContent == "Reload and lose my changes").ClickAsync();
        form.WaitForAssertion(() => Assert.Equal("Banking", form.Find("input[name=industry]").GetAttribute("value")));
    }
}
