using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>
/// A person at a browser with the portal open. Keeps what goes wrong behind the page — script errors, refused resources, failed
/// requests — so that a test can demand that nothing did.
/// </summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _faults.Enqueue($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _faults.Enqueue($"{page.Url}: {message.Text} {message.Location}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What went wrong behind the page so far.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>A new person at a new machine.</summary>
    public static async Task<Visitor> ArriveAsync(Browser browser, RunningPortal portal, bool dark = false)
    {
        var context = await browser.PersonAsync(portal.Address, dark);
        return new Visitor(context, await context.NewPageAsync());
    }

    /// <summary>Opens an address of the portal and waits until the page is there, which with our rendering means it also answers.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await ReadyAsync();
    }

    /// <summary>Waits for the heading of a page and for its lists to have rows or to say that there are none.</summary>
    public async Task ReadyAsync()
    {
        await Page.Locator("h1").First.WaitForAsync();
        await Page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true], .skel')");
    }

    /// <summary>Clicks the button or link called <paramref name="name"/>, exactly or as the start of its name.</summary>
    public async Task ClickAsync(string name)
    {
        var button = Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        var link = Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
        await button.Or(link).First.ClickAsync();
    }

    /// <summary>Fills the field labelled <paramref name="label"/> and leaves it, so that the page hears of it.</summary>
    public async Task FillAsync(string label, string value)
    {
        var field = Page.GetByLabel(label, new() { Exact = true }).First;
        await field.FillAsync(value);
        await field.BlurAsync();
    }

    /// <summary>Switches this person's portal to dark or light as their browser prefers it, and opens the page again.</summary>
    public async Task PreferAsync(ColorScheme scheme)
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    /// <summary>Fails when anything went wrong behind the pages visited.</summary>
    public void NothingWentWrong() => Assert.True(_faults.IsEmpty, string.Join('\n', _faults));

    /// <summary>Leaves a picture of what was on screen last, which is where a failed test stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        await Picture.TakeLastAsync(Page);
        await _context.DisposeAsync();
    }
}
