using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;

namespace BuyingGroups.Domain.Journeys.Waiting;

/// <summary>
/// Works out when a wait ends (product.md § 9 "Wait"): at the first moment that <see cref="MustEndOn"/> allows, at or after the duration or date.
/// A time that a change of the clock skips counts as the moment right after the gap; of a time that comes twice the first at or after is taken.
/// Answers for every input in a few steps; what is wrong with a rule is said by <c>JourneyValidation</c>.
/// </summary>
public static class WaitCalendar
{
    // A chosen weekday comes within a week; the clock may skip it (Samoa left out a Friday in 2011), then it is the one after.
    private const int DaysToLookAt = 16;

    // The last year is left free, so that no zone's clock runs out of the calendar.
    private const int LastYear = 9998;

    private static readonly IDateTimeZoneProvider Zones = DateTimeZoneProviders.Tzdb;

    private static readonly Instant Last = Instant.FromUtc(LastYear, 12, 31, 0, 0);

    /// <summary>What a wait that ends beyond the calendar gives back.</summary>
    public static DateTime Never { get; } = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    /// <summary>The names of all zones, in order.</summary>
    public static IReadOnlyList<string> TimeZones { get; } = [.. Zones.Ids.Order(StringComparer.Ordinal)];

    /// <summary>True when the name is one of an IANA zone.</summary>
    public static bool IsTimeZone(string? name) => name is not null && Zones.GetZoneOrNull(name) is not null;

    /// <summary>When the account may go on; never before it arrived.</summary>
    /// <param name="rule">The rule; neither duration nor date counts as a duration of 0.</param>
    /// <param name="arrivedUtc">When it arrived (UTC).</param>
    /// <exception cref="DateTimeZoneNotFoundException">The rule names a zone that does not exist; validation refuses it before.</exception>
    public static DateTime EndOf(WaitRule rule, DateTime arrivedUtc)
    {
        var zone = Zones[rule.TimeZone];
        var arrived = At(arrivedUtc);
        if (arrived >= Last || Earliest(rule, arrived, zone) is not { } earliest)
            return Never;
        if (earliest < arrived)
            earliest = arrived;
        return rule.MustEndOn is { } must && (must.Time is not null || must.Days.Count > 0)
            ? FirstAllowed(must, earliest, zone) is { } allowed ? allowed.ToDateTimeUtc() : Never
            : earliest.ToDateTimeUtc();
    }

    /// <summary>A length of time after a moment, by the calendar of a zone.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="fromUtc">From when (UTC).</param>
    /// <param name="timeZone">IANA name of the zone.</param>
    public static DateTime EndOf(WaitDuration duration, DateTime fromUtc, string timeZone = "UTC") => EndOf(new WaitRule(duration, null, null, timeZone), fromUtc);

    private static Instant? Earliest(WaitRule rule, Instant arrived, DateTimeZone zone)
    {
        if (rule.Date is { } date)
            return date.Year <= LastYear ? First(LocalDateTime.FromDateTime(date), zone) : null;
        if (rule.Duration is not { Amount: > 0 } duration)
            return arrived;
        var minutes = duration.Amount * MinutesOf(duration.Unit);
        if (minutes >= (Last - arrived).TotalMinutes)
            return null;
        var local = arrived.InZone(zone).LocalDateTime;
        return duration.Unit switch
        {
            WaitUnit.Minutes or WaitUnit.Hours => arrived + Duration.FromMinutes(minutes),
            WaitUnit.Months => First(local.PlusMonths(duration.Amount), zone),
            _ => First(local.PlusDays((int)(minutes / MinutesOf(WaitUnit.Days))), zone),
        };
    }

    private static long MinutesOf(WaitUnit unit) => unit switch
    {
        WaitUnit.Minutes => 1,
        WaitUnit.Hours => 60,
        WaitUnit.Weeks => 7 * 24 * 60,
        WaitUnit.Months => 31 * 24 * 60,
        _ => 24 * 60,
    };

    private static Instant? FirstAllowed(MustEndOn must, Instant earliest, DateTimeZone zone)
    {
        var time = LocalTime.FromTicksSinceMidnight((must.Time ?? TimeOnly.MinValue).Ticks);
        var first = earliest.InZone(zone).Date;
        for (var day = 0; day <= DaysToLookAt; day++)
        {
            var date = first.PlusDays(day);
            if (must.Days.Count > 0 && !must.Days.Contains(date.DayOfWeek.ToDayOfWeek()))
                continue;
            foreach (var moment in Moments(date + time, zone))
            {
                // A day that the clock skipped altogether does not count: the moment after the gap is on another one.
                if (moment >= earliest && moment.InZone(zone).Date == date)
                    return moment;
            }
        }
        return null;
    }

    private static Instant First(LocalDateTime local, DateTimeZone zone) => Moments(local, zone)[0];

    private static IReadOnlyList<Instant> Moments(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => [mapping.LateInterval.Start],
            1 => [mapping.Single().ToInstant()],
            _ => [mapping.First().ToInstant(), mapping.Last().ToInstant()],
        };
    }

    private static Instant At(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
