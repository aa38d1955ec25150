using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using BuyingGroups.Tests.Architecture;
using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Machine;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Designer;

/// <summary>A server that dies while somebody draws, and two people who draw at once: nothing of either is lost.</summary>
[Collection(BrowserTests.Name)]
public sealed class NothingIsLostTests(Browser browser)
{
    private const string Sofia = "sofia.wallin@portal.example";
    private const string Erik = "erik.sandahl@portal.example";

    [BrowserFact]
    [Trait("Category", "Kill")]
    public async Task A_killed_server_loses_nothing_of_a_drawing_and_neither_do_two_who_draw_at_once()
    {
        using var folder = new TemporaryFolder("lost");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["FirstAdmin__Email"] = Sofia,
            ["FirstAdmin__Name"] = "Sofia Wallin",
            ["FirstAdmin__Password"] = SignInSteps.Password,
            ["Database__ConnectionString"] = $"Data Source={folder["portal.db"]}",
            ["Storage__Directory"] = folder["storage"],
            // The browser must find the second server where it lost the first.
            ["ASPNETCORE_URLS"] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"),
        };
        await using var first = await RunningPortal.StartAsync(settings);
        await using var sofia = await Visitor.ArriveAsync(browser, first);
        await sofia.SignInAsync(Sofia, SignInSteps.Password);
        var address = await BeginAsync(sofia);
        var page = sofia.Page;

        // Nothing can be stored from here on, so that what is drawn is certain to be unsaved when the server dies.
        await using (await HoldWritesAsync(folder["portal.db"]))
        {
            await AddAsync(page, "wait");
            await RenameAsync(page, "wait-1", "A quiet week");
            await page.WaitForFunctionAsync("() => Object.entries(localStorage).some(([key, held]) => key.startsWith('journey-draft:') && held.includes('A quiet week'))");
            await Assertions.Expect(page.Locator("[data-draft=saving]")).ToBeVisibleAsync();
            first.Process.Kill();
            await first.Process.WaitForExitAsync();
        }

        await using var second = await RunningPortal.StartAsync(settings);
        await sofia.OpenAsync(address);
        await Assertions.Expect(page.Locator(".world [data-node=wait-1]")).ToContainTextAsync("A quiet week");
        Assert.Equal(2, await page.Locator(".world [data-node]").CountAsync());
        await Assertions.Expect(page.Locator("[data-draft=saved]")).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('journey-draft:')).length"));

        // Opened once more: it is stored, and nothing is drawn twice.
        await sofia.OpenAsync(address);
        await Assertions.Expect(page.Locator(".world [data-node=wait-1]")).ToContainTextAsync("A quiet week");
        Assert.Equal(2, await page.Locator(".world [data-node]").CountAsync());

        await TwoAtOnceAsync(sofia, second, address, folder["portal.db"]);
    }

    private async Task TwoAtOnceAsync(Visitor sofia, RunningPortal portal, string address, string database)
    {
        var password = await sofia.InviteAsync("Erik Sandahl", Erik, "Marketer");
        await using var erik = await Visitor.ArriveAsync(browser, portal);
        await erik.ComeInAsync(Erik, password);
        await sofia.OpenAsync(address);
        await erik.OpenAsync(address);
        await Assertions.Expect(sofia.Page.Locator("[data-present]")).ToContainTextAsync("Erik Sandahl");
        await Assertions.Expect(erik.Page.Locator("[data-present]")).ToContainTextAsync("Sofia Wallin");

        // What one draws, the other sees; who has nothing unsaved is asked nothing.
        await RenameAsync(erik.Page, "wait-1", "By Erik");
        await Assertions.Expect(sofia.Page.Locator(".world [data-node=wait-1]")).ToContainTextAsync("By Erik");
        await Assertions.Expect(sofia.Page.Locator("[data-draft=saved]")).ToBeVisibleAsync();

        await using (await HoldWritesAsync(database))
        {
            await RenameAsync(sofia.Page, "wait-1", "Sofia again");
            await RenameAsync(erik.Page, "wait-1", "Erik again");
            await Assertions.Expect(sofia.Page.Locator("[data-draft=saving]")).ToBeVisibleAsync();
            await Assertions.Expect(erik.Page.Locator("[data-draft=saving]")).ToBeVisibleAsync();
        }
        var conflict = sofia.Page.Locator("[data-conflict]");
        for (var look = 0; look < 100 && await conflict.CountAsync() + await erik.Page.Locator("[data-conflict]").CountAsync() == 0; look++)
            await sofia.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 100))");
        var (late, soon, lateName, soonName) = await conflict.CountAsync() > 0 ? (sofia.Page, erik.Page, "Sofia again", "Erik again") : (erik.Page, sofia.Page, "Erik again", "Sofia again");
        await Assertions.Expect(late.Locator("[data-conflict]")).ToContainTextAsync($"{soonName.Split(' ')[0]} ");
        await Assertions.Expect(late.Locator(".world [data-node=wait-1]")).ToContainTextAsync(lateName);
        Findings.None(await Accessibility.FindingsAsync(late));
        await Picture.TakeAsync(late, "designer-conflict");
        await late.Locator("[data-differences]").ClickAsync();
        await late.Locator("dialog[open] li").First.WaitForAsync();
        Findings.None(await Accessibility.FindingsAsync(late));
        await late.Locator("dialog[open] [aria-label=Close]").ClickAsync();

        await late.Locator("[data-conflict] [data-copy]").ClickAsync();
        await Assertions.Expect(late.Locator(".world [data-node=wait-1]")).ToContainTextAsync(soonName);
        await Assertions.Expect(soon.Locator(".world [data-node=wait-1]")).ToContainTextAsync(soonName);
        await late.Locator("[data-kept-copy] a").ClickAsync();
        await Assertions.Expect(late.Locator(".dzbar h1")).ToHaveTextAsync("Fleet autumn (copy)");
        await Assertions.Expect(late.Locator(".world [data-node=wait-1]")).ToContainTextAsync(lateName);
    }

    private static async Task<string> BeginAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/journeys/new");
        await visitor.FillAsync("Name", "Fleet autumn");
        await visitor.ClickAsync("Create draft");
        await visitor.Page.WaitForURLAsync(new Regex("/journeys/[0-9]+/", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var address = new Uri(visitor.Page.Url).AbsolutePath.Replace("/draft", "/designer", StringComparison.Ordinal);
        await visitor.OpenAsync(address);
        await visitor.Page.Locator("[data-first]").ClickAsync();
        await visitor.Page.Locator(".world [data-node=account-audience-1]").WaitForAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-draft=saved]")).ToBeVisibleAsync();
        return address;
    }

    private static async Task AddAsync(IPage page, string called)
    {
        await page.Locator("[data-plus][data-of=account-audience-1]").ClickAsync();
        await page.Locator("[data-menu=add] [data-find]").FillAsync(called);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".props [data-pane=wait-1] :focus").WaitForAsync();
    }

    /// <summary>Renames in the pane: not a command of the canvas.</summary>
    private static async Task RenameAsync(IPage page, string node, string name)
    {
        if (await page.Locator($".props [data-pane={node}]").CountAsync() == 0)
        {
            await page.Locator($".world [data-node={node}]").ClickAsync();
            await page.Locator($".props [data-pane={node}]").WaitForAsync();
        }
        var field = page.Locator($".props [data-pane={node}] input[data-field=name]");
        await field.FillAsync(name);
        await field.BlurAsync();
        await Assertions.Expect(page.Locator($".world [data-node={node}]")).ToContainTextAsync(name);
    }

    /// <summary>Takes the one pen of the database: nobody writes until it is given back.</summary>
    private static async Task<SqliteConnection> HoldWritesAsync(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=10000; BEGIN IMMEDIATE;";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
