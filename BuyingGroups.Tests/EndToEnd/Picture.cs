using BuyingGroups.Tests.Machine;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>
/// Pictures of pages. With UPDATE_PICTURES=1 they become the pictures of the user guide; otherwise they go to artifacts/pictures,
/// where a failed run can be looked at, so that a test run never changes the repository by itself.
/// </summary>
public static class Picture
{
    private static bool Update { get; } = string.Equals(Environment.GetEnvironmentVariable("UPDATE_PICTURES"), "1", StringComparison.Ordinal);

    private static string Artifacts { get; } = Path.Combine(ThisMachine.Repository, "artifacts", "pictures");

    private static string Folder { get; } = Update ? Path.Combine(ThisMachine.Repository, "docs", "user-guide", "pictures") : Artifacts;

    /// <summary>Takes the window as it is now into <paramref name="name"/>.png.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        Directory.CreateDirectory(Folder);
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Folder, name + ".png"),
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
        });
    }

    /// <summary>Keeps what <paramref name="page"/> shows as it is left, as artifacts/pictures/last-….png.</summary>
    public static async Task TakeLastAsync(IPage page)
    {
        try
        {
            Directory.CreateDirectory(Artifacts);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artifacts, $"last-{DateTime.UtcNow:HHmmss}.png"), Timeout = 5_000 });
        }
        catch (PlaywrightException)
        {
            // The page is gone already; the test has its own error to tell.
        }
        catch (TimeoutException)
        {
            // As above.
        }
    }
}
