using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Shell;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/theme.js")]
    [InlineData("/error")]
    [InlineData("/nowhere/at/all.txt")]
    public async Task Every_answer_says_what_a_browser_may_do_with_it(string path)
    {
        await using var portal = await TestPortal.CreateAsync();
        using var client = portal.Web.CreateClient();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
    }
}
