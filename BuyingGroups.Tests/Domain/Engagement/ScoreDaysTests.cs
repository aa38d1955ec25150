using BuyingGroups.Domain.Engagement;

namespace BuyingGroups.Tests.Domain.Engagement;

public sealed class ScoreDaysTests
{
    [Fact]
    public void The_window_has_thirty_days_that_follow_each_other_and_one_to_come()
    {
        var days = ScoreDays.Of(new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc), "UTC");

        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 2), 31), (days.First, days.Today, days.Days.Count));
        Assert.All(days.Days.Zip(days.Days.Skip(1)), pair => Assert.Equal((pair.First.To, pair.First.Number + 1), (pair.Second.From, pair.Second.Number)));
    }

    [Theory]
    [InlineData("2026-03-01T22:59:59", "2026-03-01")]
    [InlineData("2026-03-01T23:00:00", "2026-03-02")]
    public void A_day_ends_at_midnight_of_the_portal(string utc, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), ScoreDays.Of(At(utc), "Europe/Stockholm").Today);

    /// <summary>The clock goes forward on 29 March and back on 25 October 2026.</summary>
    [Theory]
    [InlineData("2026-03-30T09:00:00", "2026-03-29", 23)]
    [InlineData("2026-03-30T09:00:00", "2026-03-28", 24)]
    [InlineData("2026-10-26T09:00:00", "2026-10-25", 25)]
    public void The_day_of_a_clock_change_has_its_own_length(string utc, string date, int hours)
    {
        var day = ScoreDays.Of(At(utc), "Europe/Stockholm").Days.Single(one => one.Date == DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(TimeSpan.FromHours(hours), day.To - day.From);
    }

    [Fact]
    public void An_unknown_zone_counts_as_UTC() => Assert.Equal(ScoreDays.Of(At("2026-03-01T23:30:00"), "UTC").Today, ScoreDays.Of(At("2026-03-01T23:30:00"), "Nowhere/Else").Today);

    private static DateTime At(string utc) => DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
