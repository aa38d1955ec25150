using System.Globalization;
using BuyingGroups.Domain.Journeys.Waiting;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace BuyingGroups.Tests.Journeys.Waiting;

public sealed class WaitCalendarTests
{
    private const string Stockholm = "Europe/Stockholm";
    private const string NewYork = "America/New_York";

    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    // 2 March 2026 is a Monday.
    [Theory]
    [InlineData("2026-03-02T11:00", 0, "09:00", "any", "2026-03-03T09:00")]
    [InlineData("2026-03-02T09:00", 0, "09:00", "any", "2026-03-02T09:00")]
    [InlineData("2026-03-02T09:00:01", 0, "09:00", "any", "2026-03-03T09:00")]
    [InlineData("2026-03-07T14:00", 0, "10:00", "weekdays", "2026-03-09T10:00")]
    [InlineData("2026-03-06T10:01", 0, "10:00", "weekdays", "2026-03-09T10:00")]
    [InlineData("2026-03-06T09:59", 0, "10:00", "weekdays", "2026-03-06T10:00")]
    [InlineData("2026-03-07T14:00", 0, null, "weekdays", "2026-03-09T00:00")]
    [InlineData("2026-03-04T00:00", 0, null, "weekdays", "2026-03-04T00:00")]
    [InlineData("2026-03-04T00:01", 0, null, "wednesday", "2026-03-11T00:00")]
    [InlineData("2026-03-02T11:00", 5, "09:00", "weekdays", "2026-03-09T09:00")]
    public void A_wait_leaves_at_the_first_allowed_moment(string arrives, int days, string? time, string on, string leaves)
    {
        foreach (var zone in new[] { "UTC", Stockholm, NewYork, "Asia/Tokyo" })
        {
            DayOfWeek[] allowed = on switch { "weekdays" => Weekdays, "wednesday" => [DayOfWeek.Wednesday], _ => [] };
            var rule = new WaitRule(new(days, WaitUnit.Days), null, new(allowed, time is null ? null : TimeOnly.Parse(time, CultureInfo.InvariantCulture)), zone);

            // In the week of 2 March no clock of these zones changes before the 8th, and the 9th is one offset away; local times are what counts.
            Assert.Equal(leaves, Local(WaitCalendar.EndOf(rule, Utc(arrives, zone)), zone));
        }
    }

    [Theory]
    // The clock goes from 02:00 to 03:00 on 29 March 2026 in Stockholm and on 8 March in New York: 02:30 is not there.
    [InlineData(Stockholm, "2026-03-28T12:00:00Z", "02:30", "2026-03-29T01:00:00Z")]
    [InlineData(Stockholm, "2026-03-29T01:00:01Z", "02:30", "2026-03-30T00:30:00Z")]
    [InlineData(Stockholm, "2026-03-28T12:00:00Z", "09:00", "2026-03-29T07:00:00Z")]
    [InlineData(NewYork, "2026-03-07T12:00:00Z", "02:30", "2026-03-08T07:00:00Z")]
    [InlineData(NewYork, "2026-03-07T14:00:01Z", "09:00", "2026-03-08T13:00:00Z")]
    // It goes from 03:00 back to 02:00 on 25 October in Stockholm and from 02:00 to 01:00 on 1 November in New York: half past comes twice.
    [InlineData(Stockholm, "2026-10-24T12:00:00Z", "02:30", "2026-10-25T00:30:00Z")]
    [InlineData(Stockholm, "2026-10-25T00:30:01Z", "02:30", "2026-10-25T01:30:00Z")]
    [InlineData(Stockholm, "2026-10-25T01:30:01Z", "02:30", "2026-10-26T01:30:00Z")]
    [InlineData(Stockholm, "2026-10-24T12:00:00Z", "09:00", "2026-10-25T08:00:00Z")]
    [InlineData(NewYork, "2026-10-31T12:00:00Z", "01:30", "2026-11-01T05:30:00Z")]
    [InlineData(NewYork, "2026-11-01T05:30:01Z", "01:30", "2026-11-01T06:30:00Z")]
    [InlineData(NewYork, "2026-11-01T06:30:01Z", "01:30", "2026-11-02T06:30:00Z")]
    // Midnight itself is skipped in Beirut on 29 March 2026.
    [InlineData("Asia/Beirut", "2026-03-28T12:00:00Z", "00:00", "2026-03-28T22:00:00Z")]
    public void Changes_of_the_clock_skip_and_repeat_nothing(string zone, string arrives, string time, string leaves)
    {
        var rule = new WaitRule(new(0, WaitUnit.Minutes), null, new([], TimeOnly.Parse(time, CultureInfo.InvariantCulture)), zone);

        Assert.Equal(Moment(leaves), WaitCalendar.EndOf(rule, Moment(arrives)));
    }

    [Theory]
    [InlineData(1, WaitUnit.Days, "2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z")] // 02:30 is skipped the next day
    [InlineData(1, WaitUnit.Days, "2026-03-28T12:00:00Z", "2026-03-29T11:00:00Z")] // the same time of day, 23 hours later
    [InlineData(24, WaitUnit.Hours, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")]
    [InlineData(1, WaitUnit.Days, "2026-10-24T12:00:00Z", "2026-10-25T13:00:00Z")]
    [InlineData(1, WaitUnit.Days, "2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z")] // 02:30 comes twice: the first
    [InlineData(90, WaitUnit.Minutes, "2026-03-29T00:30:00Z", "2026-03-29T02:00:00Z")]
    [InlineData(2, WaitUnit.Weeks, "2026-03-20T12:00:00Z", "2026-04-03T11:00:00Z")]
    [InlineData(1, WaitUnit.Months, "2026-01-31T12:00:00Z", "2026-02-28T12:00:00Z")]
    [InlineData(1, WaitUnit.Months, "2028-01-31T12:00:00Z", "2028-02-29T12:00:00Z")]
    [InlineData(3, WaitUnit.Months, "2026-01-31T12:00:00Z", "2026-04-30T11:00:00Z")]
    [InlineData(0, WaitUnit.Months, "2026-10-25T01:30:00Z", "2026-10-25T01:30:00Z")] // arrives in the second 02:30
    [InlineData(-5, WaitUnit.Days, "2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z")]
    public void Durations_follow_the_calendar_of_the_zone(int amount, WaitUnit unit, string arrives, string leaves) =>
        Assert.Equal(Moment(leaves), WaitCalendar.EndOf(new WaitDuration(amount, unit), Moment(arrives), Stockholm));

    [Theory]
    [InlineData("2026-06-01T09:00", "2026-06-01T07:00:00Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2020-01-01T00:00", "2026-03-02T12:00:00Z")]
    [InlineData("0001-01-01T00:00", "2026-03-02T12:00:00Z")]
    public void A_date_is_local_and_one_in_the_past_is_over(string date, string leaves) =>
        Assert.Equal(Moment(leaves), WaitCalendar.EndOf(new WaitRule(null, DateTime.Parse(date, CultureInfo.InvariantCulture), null, Stockholm), Moment("2026-03-02T12:00:00Z")));

    [Fact]
    public void A_day_that_a_zone_left_out_does_not_count()
    {
        // Samoa went from Thursday 29 to Saturday 31 December 2011.
        var rule = new WaitRule(new(0, WaitUnit.Days), null, new([DayOfWeek.Friday], new TimeOnly(10, 0)), "Pacific/Apia");

        Assert.Equal("2012-01-06T10:00", Local(WaitCalendar.EndOf(rule, Utc("2011-12-29T12:00", "Pacific/Apia")), "Pacific/Apia"));
    }

    [Theory]
    [InlineData(int.MaxValue, WaitUnit.Minutes)]
    [InlineData(int.MaxValue, WaitUnit.Hours)]
    [InlineData(int.MaxValue, WaitUnit.Days)]
    [InlineData(int.MaxValue, WaitUnit.Weeks)]
    [InlineData(int.MaxValue, WaitUnit.Months)]
    [InlineData(int.MinValue, WaitUnit.Months)]
    [InlineData(5, (WaitUnit)99)]
    public void Absurd_rules_end_without_an_exception(int amount, WaitUnit unit)
    {
        foreach (var arrives in new[] { DateTime.MinValue, Moment("2026-03-02T12:00:00Z"), DateTime.MaxValue })
        {
            foreach (var must in new MustEndOn?[] { null, new([DayOfWeek.Monday], new TimeOnly(9, 0)), new([(DayOfWeek)42], null) })
            {
                foreach (var zone in new[] { "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago" })
                {
                    Assert.True(WaitCalendar.EndOf(new WaitRule(new(amount, unit), null, must, zone), arrives) >= arrives);
                    Assert.True(WaitCalendar.EndOf(new WaitRule(null, DateTime.MaxValue, must, zone), arrives) >= arrives);
                    Assert.True(WaitCalendar.EndOf(new WaitRule(null, DateTime.MinValue, must, zone), arrives) >= arrives);
                }
            }
        }
    }

    [Fact]
    public void No_earlier_minute_would_do()
    {
        string[] zones = [Stockholm, NewYork, "UTC", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Beirut", "Africa/Casablanca"];
        var random = new Random(20260302);
        for (var round = 0; round < 400; round++)
        {
            var name = zones[random.Next(zones.Length)];
            var days = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(3) == 0).ToArray();
            TimeOnly? time = random.Next(4) == 0 ? null : new TimeOnly(random.Next(6), random.Next(60));
            // Half of the arrivals are in the days around a change of the clock.
            var zone = DateTimeZoneProviders.Tzdb[name];
            var arrived = Instant.FromUtc(2017 + random.Next(12), 1 + random.Next(12), 1 + random.Next(28), random.Next(24), random.Next(60));
            if (random.Next(2) == 0 && zone.GetZoneInterval(arrived) is { HasEnd: true } interval)
                arrived = interval.End - Duration.FromMinutes(random.Next(3000));
            var rule = new WaitRule(new(random.Next(3), (WaitUnit)random.Next(1, 6)), null, new(days, time), name);

            var earliest = Instant.FromDateTimeUtc(WaitCalendar.EndOf(rule with { MustEndOn = null }, arrived.ToDateTimeUtc()));
            var end = Instant.FromDateTimeUtc(WaitCalendar.EndOf(rule, arrived.ToDateTimeUtc()));

            Assert.True(earliest >= arrived && end >= earliest);
            Assert.True(IsAllowed(end, rule.MustEndOn!, zone), $"{rule} from {arrived} ends at {end}");
            for (var minute = earliest; minute < end; minute += Duration.FromMinutes(1))
                Assert.False(IsAllowed(minute, rule.MustEndOn!, zone), $"{rule} from {arrived} ends at {end}, but {minute} would do");
        }
    }

    /// <summary>The rule said the other way round: whether a moment is one that the wait may end on.</summary>
    private static bool IsAllowed(Instant moment, MustEndOn must, DateTimeZone zone)
    {
        if (must.Time is null && must.Days.Count == 0)
            return true;
        var local = moment.InZone(zone);
        if (must.Days.Count > 0 && !must.Days.Contains(local.DayOfWeek.ToDayOfWeek()))
            return false;
        var wanted = LocalTime.FromTicksSinceMidnight((must.Time ?? TimeOnly.MinValue).Ticks);
        if (local.TimeOfDay == wanted)
            return true;
        var before = (moment - Duration.FromTicks(1)).InZone(zone);
        var wall = local.Date + wanted;
        return before.LocalDateTime < wall && wall < local.LocalDateTime && before.Offset != local.Offset;
    }

    private static DateTime Moment(string text) => InstantPattern.General.Parse(text).Value.ToDateTimeUtc();

    private static DateTime Utc(string local, string zone) =>
        LocalDateTime.FromDateTime(DateTime.Parse(local, CultureInfo.InvariantCulture)).InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeUtc();

    private static string Local(DateTime utc, string zone) =>
        Instant.FromDateTimeUtc(utc).InZone(DateTimeZoneProviders.Tzdb[zone]).ToString("uuuu'-'MM'-'dd'T'HH':'mm", CultureInfo.InvariantCulture);
}
