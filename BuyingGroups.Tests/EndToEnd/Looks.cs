using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>Looks at pages as they stand, in light and dark: takes a picture and keeps what axe finds for the end, so that one run tells all.</summary>
public sealed class Looks
{
    private readonly List<string> found = [];

    /// <summary>Takes <paramref name="name"/>.png and <paramref name="name"/>-dark.png and leaves the page in light colours.</summary>
    public async Task TakeAsync(Visitor visitor, string name)
    {
        await PaintAsync(visitor, ColorScheme.Dark, name + "-dark");
        // Dark differs by its colours only.
        Note((await Accessibility.ContrastFindingsAsync(visitor.Page)).Select(finding => $"{name}-dark: {finding}"));
        await PaintAsync(visitor, ColorScheme.Light, name);
        Note((await Accessibility.FindingsAsync(visitor.Page)).Select(finding => $"{name}: {finding}"));
    }

    /// <summary>Demands that the page fits a window of this width, with a picture of it there, and goes back to the usual one.</summary>
    public async Task FitsAsync(Visitor visitor, string name, int width, string suffix)
    {
        await visitor.Page.SetViewportSizeAsync(width, 900);
        await Picture.TakeAsync(visitor.Page, name + suffix);
        var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > width)
            Note([$"{name} is {wide} px wide in a window of {width}."]);
        await visitor.Page.SetViewportSizeAsync(1440, 900);
    }

    /// <summary>Fails with everything that was found.</summary>
    public void NothingFound() => Assert.True(found.Count == 0, string.Join('\n', found));

    private static async Task PaintAsync(Visitor visitor, ColorScheme scheme, string name)
    {
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await Picture.TakeAsync(visitor.Page, name);
    }

    private void Note(IEnumerable<string> findings) => found.AddRange(findings);
}
