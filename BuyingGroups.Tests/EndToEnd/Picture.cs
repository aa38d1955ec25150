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

    private static string Folder { get; } = Update
        ? Path.Combine(ThisMachine.Repository, "docs", "user-guide", "pictures")
        : Path.Combine(ThisMachine.Repository, "artifacts", "pictures");

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
}
