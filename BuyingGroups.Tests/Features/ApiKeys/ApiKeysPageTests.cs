using Bunit;
using BuyingGroups.Portal.Features.ApiKeys;
using BuyingGroups.Portal.Security;

namespace BuyingGroups.Tests.Features.ApiKeys;

public sealed class ApiKeysPageTests : PageTest
{
    [Fact]
    public void A_key_is_made_shown_once_and_stands_in_the_list()
    {
        var page = Show<ApiKeysPage>("/configuration/api-keys");
        page.WaitForElement("button[data-key=n]").Click();
        page.Find("input[name=name]").Change("CRM sync");
        page.Find($"input[name='{Permissions.AccountsView}']").Change(true);
        page.Find("form.create").Submit();

        page.WaitForAssertion(() => Assert.StartsWith("bgp_", page.Find("code.secret").TextContent, StringComparison.Ordinal));
        var key = page.Find("code.secret").TextContent;
        page.WaitForAssertion(() => Assert.Contains("CRM sync", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains(key[..16], page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(key, page.Find("tbody").TextContent, StringComparison.Ordinal);

        page.FindAll(".note button")[^1].Click();
        Assert.DoesNotContain(key, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_without_permissions_is_refused()
    {
        var page = Show<ApiKeysPage>("/configuration/api-keys");
        page.WaitForElement("button[data-key=n]").Click();
        page.Find("input[name=name]").Change("CRM sync");
        page.Find("form.create").Submit();

        page.WaitForAssertion(() => Assert.Contains("No permission is chosen", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }
}
