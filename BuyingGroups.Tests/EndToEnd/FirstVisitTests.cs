using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

[Collection(BrowserTests.Name)]
public sealed class FirstVisitTests(Browser browser)
{
    [BrowserFact]
    public async Task The_first_page_opens_without_a_fault_in_light_and_dark()
    {
        await using var portal = await RunningPortal.StartAsync();
        await using var visitor = await Visitor.ArriveAsync(browser, portal);

        await visitor.OpenAsync("/");
        await Picture.TakeAsync(visitor.Page, "first-visit");
        var light = await Accessibility.FindingsAsync(visitor.Page);
        await visitor.PreferAsync(ColorScheme.Dark);
        var dark = await Accessibility.FindingsAsync(visitor.Page);
        await Picture.TakeAsync(visitor.Page, "first-visit-dark");

        Assert.Equal("", string.Join('\n', light.Concat(dark)));
        visitor.NothingWentWrong();
    }
}
