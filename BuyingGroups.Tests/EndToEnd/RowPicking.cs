using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>
/// Picks rows of lists. The server decides which rows are picked, so the box is ticked only when its answer has come: Playwright's own Check
/// looks at once and fails on a slow machine.
/// </summary>
internal static class RowPicking
{
    public static async Task PickAsync(this ILocator box)
    {
        await box.ClickAsync();
        await Assertions.Expect(box).ToBeCheckedAsync(new() { Timeout = 30_000 });
    }
}
