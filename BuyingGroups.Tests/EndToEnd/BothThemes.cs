using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>Looks at a page as it stands, in light and in the dark.</summary>
internal static class BothThemes
{
    /// <summary>What axe finds in light, and about colours in the dark; a picture of each under <paramref name="picture"/>. The page is light afterwards.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page, string? picture = null)
    {
        List<string> found = [.. await Accessibility.FindingsAsync(page)];
        await TakeAsync(page, picture);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        found.AddRange((await Accessibility.ContrastFindingsAsync(page)).Select(finding => "dark " + finding));
        await TakeAsync(page, picture is null ? null : picture + "-dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return found;
    }

    private static Task TakeAsync(IPage page, string? picture) => picture is null ? Task.CompletedTask : Picture.TakeAsync(page, picture);
}
