using Bunit;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Tests.Clock;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Shell.Components;

public sealed class MomentTests : ComponentTest
{
    readonly SettableClock clock = new();

    public MomentTests() => Services.AddSingleton<TimeProvider>(clock);

    [Theory]
    [InlineData(20, "now")]
    [InlineData(5 * 60, "5 min ago")]
    [InlineData(2 * 3600, "2 h ago")]
    [InlineData(3 * 86400, "3 d ago")]
    public void A_moment_is_how_long_ago(int seconds, string expected) => Assert.Equal(expected, Show(clock.GetUtcNow().AddSeconds(-seconds)).Find("time").TextContent);

    [Fact]
    public void A_moment_is_read_on_the_users_clock()
    {
        var at = new DateTimeOffset(2020, 7, 1, 22, 30, 0, TimeSpan.Zero);

        var time = Show(at, "Asia/Taipei").Find("time");

        Assert.Equal("02/07/2020 06:30", time.GetAttribute("title"));
        Assert.Equal("02/07/2020", time.TextContent);
        Assert.Equal("2020-07-01T22:30:00Z", time.GetAttribute("datetime"));
    }

    [Fact]
    public void What_never_happened_is_a_dash() => Assert.Equal("–", Show(null).Markup.Trim());

    IRenderedComponent<Moment> Show(DateTimeOffset? at, string zone = "UTC") =>
        Render<Moment>(p => p.Add(m => m.At, at).AddCascadingValue(Viewer.With() with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) }));
}
