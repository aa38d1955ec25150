using Bunit;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Portal.Features.CustomFields;

namespace BuyingGroups.Tests.Features.CustomFields;

public sealed class CustomFieldsPageTests : PageTest
{
    [Fact]
    public async Task A_field_is_declared_and_stands_in_the_list()
    {
        var page = Show<CustomFieldsPage>("/configuration/custom-fields");
        await page.WaitForElement("input[name=name]").ChangeAsync("Tier");
        await page.Find("select[name=kind]").ChangeAsync(nameof(CustomFieldKind.Choice));
        await page.Find("textarea[name=choices]").ChangeAsync("Gold\nSilver");
        await page.Find("form.declare").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Gold, Silver", page.Find("td.choices").TextContent.Trim()));
        Assert.Equal("", page.Find("input[name=name]").GetAttribute("value") ?? "");

        await page.Find("input[name=name]").ChangeAsync("tier");
        await page.Find("select[name=kind]").ChangeAsync(nameof(CustomFieldKind.Text));
        await page.Find("form.declare").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("already a custom field", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }
}
