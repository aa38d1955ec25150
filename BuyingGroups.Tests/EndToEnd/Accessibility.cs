using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>axe-core at WCAG 2.2 AA.</summary>
public static class Accessibility
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds on the page as it is now, one line each: rule, help, the first places.</summary>
    public static Task<IReadOnlyList<string>> FindingsAsync(IPage page) => RunAsync(page, "tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /// <summary>What axe finds about colours only: all that differs between light and dark.</summary>
    public static Task<IReadOnlyList<string>> ContrastFindingsAsync(IPage page) => RunAsync(page, "rule", "color-contrast");

    /// <summary>Fails with all findings when there are any.</summary>
    public static async Task NothingFoundAsync(IPage page) => Assert.Equal("", string.Join('\n', await FindingsAsync(page)));

    /// <summary>
    /// The runner that comes with axe opens a second page for every run and carries all that was in order there and back, which takes several times as
    /// long as looking. It does so for frames; the portal has none.
    /// </summary>
    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, string type, params string[] values)
    {
        await AtRestAsync(page);
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        var found = await page.EvaluateAsync<string[]>("""
            async ({ type, values }) => {
              const short = html => html.length <= 160 ? html : html.slice(0, 160) + '…';
              const { violations } = await axe.run(document, { runOnly: { type, values }, resultTypes: ['violations'] });
              return violations.map(({ id, help, nodes }) => `${id} (${help}) at ${nodes.slice(0, 4).map(node => `${node.target.join(' ')} ${short(node.html)}`).join(' | ')}`);
            }
            """, new { type, values });
        return [.. found.Select(line => $"{new Uri(page.Url).PathAndQuery}: {line}")];
    }

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
}
