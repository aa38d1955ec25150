using System.Text;
using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Machine;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>The import wizard as a marketer meets it, with a file that has something wrong in most ways.</summary>
[Collection(BrowserTests.Name)]
public sealed class ImportWizardTests(Browser browser)
{
    private const string Accounts = """
        acct_id;Company;Parent;Sector;Staff;Turnover;Land;Startdatum;Säljare
        A-10442;Hexa Freight;A-9000;Logistics;1 450;12,5;SE;03/04/2024;k.lind
        A-10443;Ostmark Mobil;;Automotive;820;8,1;DE;05/11/2023;e.sand
        A-10444;;;Transport;95;1,2;FR;01/02/2024;
        A-10445;Rio Tránsito;;Transport;2 300;31,0;ES;;
        A-10442;Hexa Freight AB;;Logistics;1450;12,5;SE;;
        A-10446;"Open;;Shipping;;4,4;FR;;
        A-10447;通富物流;;Logistics;many;44,9;TW;;
        A-10448;=HYPERLINK("x");;Energy;230;2,2;SE;;
        """;

    [BrowserFact]
    public async Task A_file_with_good_and_bad_rows_goes_through_every_step_and_the_bad_ones_come_back()
    {
        await using var portal = await RunningPortal.StartAsync();
        await using var marketer = await Visitor.ArriveAsync(browser, portal);
        await marketer.BecomeFirstAdminAsync("Mara Marketer", "mara@portal.example");
        using var folder = new TemporaryFolder("upload");
        await File.WriteAllTextAsync(folder["kunder-2026.csv"], Accounts, Encoding.UTF8);
        var findings = new List<string>();

        await marketer.OpenAsync("/imports");
        findings.AddRange(await Accessibility.FindingsAsync(marketer.Page));
        await marketer.OpenAsync("/imports/new");
        findings.AddRange(await Accessibility.FindingsAsync(marketer.Page));
        await Picture.TakeAsync(marketer.Page, "import-upload");
        await marketer.Page.Locator("input[type=file]").SetInputFilesAsync(folder["kunder-2026.csv"]);
        await marketer.Page.GetByText("Column in file").WaitForAsync();
        Assert.Contains("semicolon, UTF-8 with BOM", await marketer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("sourceKey", await marketer.Page.GetByLabel("acct_id goes to").InputValueAsync());
        Assert.Equal("billingCountry", await marketer.Page.GetByLabel("Land goes to").InputValueAsync());

        // What was chosen survives a reload.
        await marketer.Page.GetByLabel("Säljare goes to").SelectOptionAsync(new SelectOptionValue { Label = "Source type" });
        await marketer.Page.WaitForFunctionAsync("() => document.querySelector(\"select[aria-label='Säljare goes to']\").closest('tr').innerText.includes('Text')");
        await marketer.Page.ReloadAsync();
        await marketer.Page.GetByText("Column in file").WaitForAsync();
        Assert.Equal("sourceType", await marketer.Page.GetByLabel("Säljare goes to").InputValueAsync());
        findings.AddRange(await Accessibility.FindingsAsync(marketer.Page));
        await Picture.TakeAsync(marketer.Page, "import-mapping");

        await marketer.ClickAsync("Preview");
        await marketer.Page.GetByText("Nothing has been written yet").WaitForAsync();
        Assert.Equal(["4", "0", "0", "4"], await marketer.TilesAsync());
        findings.AddRange(await Accessibility.FindingsAsync(marketer.Page));
        await Picture.TakeAsync(marketer.Page, "import-preview");

        await marketer.ClickAsync("Import 4 accounts");
        await marketer.Page.GetByText("Import another file").WaitForAsync(new() { Timeout = 60_000 });
        Assert.Equal(["4", "0", "0", "4"], await marketer.TilesAsync());
        var download = await marketer.Page.RunAndWaitForDownloadAsync(() => marketer.ClickAsync("Download rejected"));
        var errors = await File.ReadAllTextAsync((await download.PathAsync())!);
        Assert.Equal("kunder-2026-rejected.csv", download.SuggestedFilename);
        Assert.Contains("MissingName", errors, StringComparison.Ordinal);
        Assert.Equal(5, errors.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        findings.AddRange(await Accessibility.FindingsAsync(marketer.Page));
        await Picture.TakeAsync(marketer.Page, "import-result");

        await marketer.PreferAsync(ColorScheme.Dark);
        findings.AddRange(await Accessibility.FindingsAsync(marketer.Page));
        await Picture.TakeAsync(marketer.Page, "import-result-dark");
        await marketer.OpenAsync("/imports");
        await marketer.Page.GetByText("kunder-2026.csv").WaitForAsync();
        await Picture.TakeAsync(marketer.Page, "imports-dark");
        Assert.True(findings.Count == 0, string.Join("\n", findings));
        marketer.NothingWentWrong();
    }

    [BrowserFact]
    public async Task A_workbook_is_refused_at_the_door_with_what_to_do()
    {
        await using var portal = await RunningPortal.StartAsync();
        await using var marketer = await Visitor.ArriveAsync(browser, portal);
        await marketer.BecomeFirstAdminAsync("Mara Marketer", "mara@portal.example");
        using var folder = new TemporaryFolder("upload");
        await File.WriteAllBytesAsync(folder["accounts.csv"], [.. "PK\u0003\u0004"u8, .. new byte[200]]);

        await marketer.OpenAsync("/imports/new");
        await marketer.Page.Locator("input[type=file]").SetInputFilesAsync(folder["accounts.csv"]);

        await marketer.Page.GetByText("This is not a CSV file but a workbook or an archive.").WaitForAsync();
        Assert.EndsWith("/imports/new", marketer.Page.Url, StringComparison.Ordinal);
        marketer.NothingWentWrong();
    }
}
