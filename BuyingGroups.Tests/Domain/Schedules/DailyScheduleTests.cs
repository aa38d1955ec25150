using System.Globalization;
using BuyingGroups.Domain.Schedules;

namespace BuyingGroups.Tests.Domain.Schedules;

public sealed class DailyScheduleTests
{
    [Theory]
    [InlineData("2026-03-02T00:59:00", "2026-03-01T01:00:00", "2026-03-02T01:00:00")]
    [InlineData("2026-03-02T01:00:00", "2026-03-02T01:00:00", "2026-03-03T01:00:00")]
    [InlineData("2026-07-02T12:00:00", "2026-07-02T00:00:00", "2026-07-03T00:00:00")]
    public void It_is_due_at_its_time_in_the_portals_zone(string now, string last, string next) => Due("02:00", now, last, next);

    /// <summary>02:30 does not exist on 29 March 2026 in Stockholm: it is 03:00 summer time, 01:00 UTC.</summary>
    [Theory]
    [InlineData("2026-03-29T00:59:00", "2026-03-28T01:30:00", "2026-03-29T01:00:00")]
    [InlineData("2026-03-29T01:00:00", "2026-03-29T01:00:00", "2026-03-30T00:30:00")]
    public void A_time_that_the_clock_skips_counts_right_after_the_gap(string now, string last, string next) => Due("02:30", now, last, next);

    /// <summary>02:30 comes twice on 25 October 2026 in Stockholm: 00:30 and 01:30 UTC. The first counts, and the day has one only.</summary>
    [Theory]
    [InlineData("2026-10-25T00:30:00", "2026-10-25T00:30:00", "2026-10-26T01:30:00")]
    [InlineData("2026-10-25T01:30:00", "2026-10-25T00:30:00", "2026-10-26T01:30:00")]
    public void A_time_that_comes_twice_counts_once(string now, string last, string next) => Due("02:30", now, last, next);

    private static void Due(string at, string now, string last, string next)
    {
        var schedule = new DailySchedule(TimeOnly.Parse(at, CultureInfo.InvariantCulture));
        Assert.Equal((At(last), At(next)), (schedule.LastDue(At(now), "Europe/Stockholm"), schedule.NextDue(At(now), "Europe/Stockholm")));
    }

    private static DateTime At(string utc) => DateTime.SpecifyKind(DateTime.Parse(utc, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
