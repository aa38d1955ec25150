using BuyingGroups.Domain.Engagement;
using NodaTime;

namespace BuyingGroups.Domain.Schedules;

/// <summary>
/// When something runs every day: at a time of day in the portal's time zone. A time that a change of the clock skips counts as the moment
/// right after the gap; of a time that comes twice the first is taken, so that each day has exactly one.
/// </summary>
/// <param name="At">The time of day.</param>
/// <param name="IsOn">False while it is paused.</param>
public sealed record DailySchedule(TimeOnly At, bool IsOn = true)
{
    /// <summary>The last moment, not after now, at which it was due (UTC).</summary>
    /// <param name="nowUtc">Now (UTC).</param>
    /// <param name="timeZone">IANA name of the portal's time zone.</param>
    public DateTime LastDue(DateTime nowUtc, string? timeZone)
    {
        var zone = ScoreDays.PortalZone(timeZone);
        var now = Instant.FromDateTimeUtc(DateTime.SpecifyKind(nowUtc, DateTimeKind.Utc));
        var today = now.InZone(zone).Date;
        var due = Moment(zone, today);
        return (due <= now ? due : Moment(zone, today.PlusDays(-1))).ToDateTimeUtc();
    }

    /// <summary>The next moment after now (UTC).</summary>
    /// <param name="nowUtc">Now (UTC).</param>
    /// <param name="timeZone">IANA name of the portal's time zone.</param>
    public DateTime NextDue(DateTime nowUtc, string? timeZone)
    {
        var zone = ScoreDays.PortalZone(timeZone);
        var now = Instant.FromDateTimeUtc(DateTime.SpecifyKind(nowUtc, DateTimeKind.Utc));
        var today = now.InZone(zone).Date;
        var due = Moment(zone, today);
        return (due > now ? due : Moment(zone, today.PlusDays(1))).ToDateTimeUtc();
    }

    private Instant Moment(DateTimeZone zone, LocalDate date) => zone.ResolveLocal(
        date + LocalTime.FromTicksSinceMidnight(At.Ticks),
        NodaTime.TimeZones.Resolvers.CreateMappingResolver(NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter)).ToInstant();
}
