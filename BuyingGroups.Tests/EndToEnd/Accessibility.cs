using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>axe-core at WCAG 2.2 AA.</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    /// <summary>What axe finds on the page as it is now, one line each: rule, help, the first places.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        await AtRestAsync(page);
        return Lines(page, await page.RunAxe(Options));
    }

    /// <summary>What axe finds about colours only: all that differs between light and dark.</summary>
    public static async Task<IReadOnlyList<string>> ContrastFindingsAsync(IPage page)
    {
        await AtRestAsync(page);
        return Lines(page, await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } }));
    }

    /// <summary>Fails with all findings when there are any.</summary>
    public static async Task NothingFoundAsync(IPage page) => Assert.Equal("", string.Join('\n', await FindingsAsync(page)));

    /// <summary>Until its icons have their font they are words to axe, and a colour half way to another has no contrast of its own.</summary>
    private static Task AtRestAsync(IPage page) => page.EvaluateAsync("""
        async () => {
          await document.fonts.ready;
          for (;;) {
            // A transition is there only after the frame that starts it.
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            const moving = document.getAnimations().filter(one => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity);
            if (moving.length === 0) return;
            await Promise.allSettled(moving.map(one => one.finished));
          }
        }
        """);

    private static List<string> Lines(IPage page, AxeResult result) =>
    [
        .. result.Violations.Select(violation =>
            $"{new Uri(page.Url).PathAndQuery}: {violation.Id} ({violation.Help}) at {string.Join(" | ", violation.Nodes.Take(4).Select(node => $"{node.Target} {Short(node.Html)}"))}"),
    ];

    private static string Short(string html) => html.Length <= 160 ? html : html[..160] + "…";
}
