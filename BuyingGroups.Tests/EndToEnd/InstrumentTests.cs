namespace BuyingGroups.Tests.EndToEnd;

/// <summary>The instruments themselves: what they would not find, no other test finds.</summary>
[Collection(BrowserTests.Name)]
public sealed class InstrumentTests(Browser browser)
{
    [BrowserFact]
    public async Task Axe_finds_a_field_without_a_label_and_text_without_contrast()
    {
        await using var person = await browser.PersonAsync(new Uri("http://127.0.0.1/"));
        var page = await person.NewPageAsync();
        await page.SetContentAsync("<!doctype html><html lang=en><title>Bad</title><main><input><p style='color:#bbb;background:#fff'>Faint</p></main>");

        var findings = await Accessibility.FindingsAsync(page);

        Assert.Contains(findings, finding => finding.Contains("label", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains("color-contrast", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Axe_is_silent_about_a_sound_page()
    {
        await using var person = await browser.PersonAsync(new Uri("http://127.0.0.1/"));
        var page = await person.NewPageAsync();
        await page.SetContentAsync("<!doctype html><html lang=en><title>Good</title><main><h1>Good</h1><label>Name <input></label></main>");

        await Accessibility.NothingFoundAsync(page);
    }
}
