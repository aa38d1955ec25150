using Bunit;
using BuyingGroups.Portal.Features.ApiKeys;
using BuyingGroups.Portal.Security;

namespace BuyingGroups.Tests.Features.ApiKeys;

public sealed class ApiKeysPageTests : PageTest
{
    [Fact]
    public async Task A_key_is_made_shown_once_and_stands_in_the_list()
    {
        var page = Show<ApiKeysPage>("/configuration/api-keys");
        await page.WaitForElement("button[data-key=n]").ClickAsync();
        await page.Find("input[name=name]").ChangeAsync("CRM sync");
        await page.Find($"input[name='{Permissions.AccountsView}']").ChangeAsync(true);
        await page.Find("form.create").SubmitAsync();

        page.WaitForAssertion(() => Assert.StartsWith("bgp_", page.Find("code.secret").TextContent, StringComparison.Ordinal));
        var key = page.Find("code.secret").TextContent;
        page.WaitForAssertion(() => Assert.Contains("CRM sync", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains(key[..16], page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(key, page.Find("tbody").TextContent, StringComparison.Ordinal);

        await page.FindAll(".note button")[^1].ClickAsync();
        Assert.DoesNotContain(key, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_without_permissions_is_refused()
    {
        var page = Show<ApiKeysPage>("/configuration/api-keys");
        await page.WaitForElement("button[data-key=n]").ClickAsync();
        await page.Find("input[name=name]").ChangeAsync("CRM sync");
        await page.Find("form.create").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("No permission is chosen", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }
}
