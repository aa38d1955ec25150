using BuyingGroups.Tests.Machine;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>One headless Chromium for all browser tests; each test takes contexts of its own, as separate people at separate machines.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // Pictures must not differ by the machine they were taken on.
        "--force-color-profile=srgb", "--font-render-hinting=none",
    ];

    /// <summary>How long a page may take on a busy machine, in milliseconds.</summary>
    private const int Patience = 15_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (ThisMachine.WhyNoBrowser is not null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        // As patient as everything else that waits for a page: see PersonAsync.
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ThisMachine.Chromium ?? throw new InvalidOperationException("Chromium is missing on this machine (Debian: apt-get install chromium)."),
            Args = Flags,
        });
    }

    /// <summary>A person who opens the portal at <paramref name="address"/>: own cookies, own window of 1440 × 900.</summary>
    public async Task<IBrowserContext> PersonAsync(Uri address, bool dark = false, string locale = "en-GB")
    {
        var context = await (_browser ?? throw new InvalidOperationException("The browser has not been started.")).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = locale,
            TimezoneId = "Europe/Stockholm",
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>Browser tests run one after another and share one Chromium: two cores do not carry more, and timings stay honest.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browser>
{
    public const string Name = "Browser";
}
