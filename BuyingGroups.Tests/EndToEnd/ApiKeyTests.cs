using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BuyingGroups.Tests.EndToEnd.Story;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>An admin makes a key in the browser, a program uses it over the wire, the admin revokes it.</summary>
[Collection(BrowserTests.Name)]
public sealed class ApiKeyTests(Browser browser)
{
    [BrowserFact]
    public async Task A_key_is_copied_used_by_a_program_and_revoked()
    {
        await using var portal = await RunningPortal.StartAsync();
        await using var visitor = await Visitor.ArriveAsync(browser, portal);
        var page = visitor.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visitor.BecomeFirstAdminAsync("Anna Berg", "anna@example.com");

        await visitor.OpenAsync("/configuration/api-keys");
        await Accessibility.NothingFoundAsync(page);
        await page.Locator("button[data-key=n]").ClickAsync();
        await page.Locator("input[name=name]").FillAsync("CRM sync");
        await page.Locator("input[name=name]").BlurAsync();
        await page.GetByLabel("Import and manage accounts and people", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("View accounts and people", new() { Exact = true }).CheckAsync();
        await Picture.TakeAsync(page, "api-key-form");
        await page.Locator("form.create button[type=submit]").ClickAsync();
        await page.Locator("code.secret").WaitForAsync();
        await page.GetByText("CRM sync").First.WaitForAsync();
        await Accessibility.NothingFoundAsync(page);
        await Picture.TakeAsync(page, "api-keys");
        var key = await page.Locator("code.secret").TextContentAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).ClickAsync();
        await page.GetByText("Copied", new() { Exact = true }).WaitForAsync();
        Assert.Equal(key, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        using var program = new HttpClient { BaseAddress = portal.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var body = new StringContent("""{"accounts":[{"sourceKey":"A-1","name":"Hexa Freight"}]}""", Encoding.UTF8, "application/json");
        using var written = await program.PutAsync(new Uri("/api/v1/accounts", UriKind.Relative), body);
        Assert.Contains("\"created\":1", await written.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var huge = new StringContent(new string(' ', 9_000_000), Encoding.UTF8, "application/json");
        using var refused = await program.PutAsync(new Uri("/api/v1/accounts", UriKind.Relative), huge);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);

        await page.GetByRole(AriaRole.Button, new() { Name = "Hide the key", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke CRM sync", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke API key", Exact = true }).ClickAsync();
        await page.GetByText("by Anna Berg").WaitForAsync();
        using var ended = await program.GetAsync(new Uri("/api/v1/accounts", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        Assert.DoesNotContain(key![17..], portal.Log, StringComparison.Ordinal);
        visitor.NothingWentWrong();
    }
}
