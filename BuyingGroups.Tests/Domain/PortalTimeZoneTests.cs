using BuyingGroups.Domain;

namespace BuyingGroups.Tests.Domain;

public sealed class PortalTimeZoneTests
{
    [Theory]
    [InlineData("Europe/Stockholm", "2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("Europe/Stockholm", "2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("Europe/Stockholm", "2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("Asia/Taipei", "2026-06-01T16:30:00Z", "2026-06-02")]
    [InlineData("America/Los_Angeles", "2026-06-01T06:30:00Z", "2026-05-31")]
    [InlineData("Nowhere/At all", "2026-06-01T23:59:59Z", "2026-06-01")]
    [InlineData(null, "2026-06-01T23:59:59Z", "2026-06-01")]
    public void A_moment_falls_on_the_day_that_the_portal_has_then(string? zone, string moment, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new PortalTimeZone(zone).DayOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime));

    [Theory]
    [InlineData("Europe/Stockholm", "2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("Europe/Stockholm", "2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z")]
    public void A_day_begins_with_its_first_moment_even_where_midnight_is_skipped(string zone, string day, string moment)
    {
        var start = new PortalTimeZone(zone).StartOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime, start);
        Assert.Equal(DateTimeKind.Utc, start.Kind);
    }
}
