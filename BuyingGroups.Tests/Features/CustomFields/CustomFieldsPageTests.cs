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
        page.WaitForElement("input[name=name]").Change("Tier");
        page.Find("select[name=kind]").Change(nameof(CustomFieldKind.Choice));
        page.Find("textarea[name=choices]").Change("Gold\nSilver");
        page.Find("form.declare").Submit();

        page.WaitForAssertion(() => Assert.Equal("Gold, Silver", page.Find("td.choices").TextContent.Trim()));
        Assert.Equal("", page.Find("input[name=name]").GetAttribute("value") ?? "");

        page.Find("input[name=name]").Change("tier");
        page.Find("select[name=kind]").Change(nameof(CustomFieldKind.Text));
        page.Find("form.declare").Submit();
        page.WaitForAssertion(() => Assert.Contains("already a custom field", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await Task.CompletedTask;
    }
}
