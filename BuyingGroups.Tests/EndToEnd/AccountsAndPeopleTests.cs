using BuyingGroups.Tests.EndToEnd.Story;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>Accounts and people in the browser: declared, added, found, changed, looked at in both themes and two widths.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccountsAndPeopleTests(Browser browser)
{
    private readonly Looks looks = new();

    [BrowserFact]
    public async Task Somebody_declares_a_field_adds_an_account_and_a_person_and_finds_them_again()
    {
        await using var portal = await RunningPortal.StartAsync();
        await using var visitor = await Visitor.ArriveAsync(browser, portal);
        var page = visitor.Page;
        await visitor.BecomeFirstAdminAsync("Anna Berg", "anna@example.com");

        await visitor.OpenAsync("/accounts");
        await LookAsync(visitor, "accounts-empty");

        await visitor.OpenAsync("/configuration/custom-fields");
        await visitor.FillAsync("Name", "Tier");
        await page.Locator("select[name=kind]").SelectOptionAsync("Choice");
        await visitor.FillAsync("Choices, one a line", "Gold\nSilver");
        await visitor.ClickAsync("Declare field");
        await page.GetByText("Gold, Silver").WaitForAsync();
        await LookAsync(visitor, "custom-fields");

        await visitor.OpenAsync("/accounts/new");
        await page.Locator("input[name=name]").FillAsync("Hexa Freight");
        await page.Locator("input[name=industry]").FillAsync("Logistics");
        await page.Locator("input[name=annualRevenue]").FillAsync("125000000");
        await page.Locator("input[name=billingCity]").FillAsync("Rotterdam");
        await page.Locator("input[name=billingCountry]").FillAsync("Netherlands");
        await page.Locator("select[name^='custom:']").SelectOptionAsync("Gold");
        await LookAsync(visitor, "account-edit");
        await page.Locator(".phead button.p").ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Hexa Freight" }).WaitForAsync();

        await visitor.ClickAsync("Add person");
        await page.Locator("input[name=email]").FillAsync("mei-ling@hexa.example");
        await page.Locator("input[name=firstName]").FillAsync("Mei-Ling");
        await page.Locator("input[name=lastName]").FillAsync("Chen");
        await page.Locator("input[name=jobTitle]").FillAsync("VP Operations");
        await page.Locator("input[name=roles]").FillAsync("Employee");
        await page.Locator(".phead button.p").ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Mei-Ling Chen" }).WaitForAsync();
        await LookAsync(visitor, "person");

        await visitor.OpenAsync("/accounts?q=hexa");
        await page.GetByRole(AriaRole.Link, new() { Name = "Hexa Freight" }).WaitForAsync();
        await LookAsync(visitor, "accounts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Industry", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Logistics", Exact = true }).CheckAsync();
        await visitor.ClickAsync("Apply filter");
        await page.GetByText("Industry is Logistics").WaitForAsync();
        Assert.EndsWith("/accounts?q=hexa&industry=Logistics", page.Url, StringComparison.Ordinal);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(2, lines.Length);
        Assert.Contains("Hexa Freight,Logistics,125000000", lines[1], StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Hexa Freight" }).ClickAsync();
        await visitor.ReadyAsync();
        await LookAsync(visitor, "account");
        foreach (var tab in new[] { "people", "groups", "hierarchy", "history" })
        {
            await visitor.OpenAsync(new Uri(page.Url).AbsolutePath.TrimEnd('/') is var path && path.Split('/').Length > 3 ? path[..path.LastIndexOf('/')] + "/" + tab : path + "/" + tab);
            await LookAsync(visitor, "account-" + tab);
        }
        await visitor.OpenAsync("/people?q=chen");
        await LookAsync(visitor, "people");
        looks.NothingFound();
        visitor.NothingWentWrong();
    }

    private async Task LookAsync(Visitor visitor, string name)
    {
        await looks.TakeAsync(visitor, name);
        await looks.FitsAsync(visitor, name, 1280, "-1280");
    }
}
