using NodaTime;

namespace BuyingGroups.Domain.Engagement;

/// <summary>The days that scores count, each with the moments it begins and ends in the portal's time zone: 23 or 25 hours apart when the clock changes.</summary>
/// <param name="Days">Oldest first. One day beyond today is there too, because a sender's clock may be a little ahead.</param>
/// <param name="Today">The last day that counts.</param>
public sealed record ScoreDays(IReadOnlyList<ScoreDay> Days, DateOnly Today)
{
    /// <summary>The first day that counts.</summary>
    public DateOnly First => Days[0].Date;

    /// <summary>The window that ends today.</summary>
    /// <param name="nowUtc">Now (UTC).</param>
    /// <param name="timeZone">IANA name of the portal's time zone; an unknown one counts as UTC.</param>
    public static ScoreDays Of(DateTime nowUtc, string? timeZone)
    {
        var zone = PortalZone(timeZone);
        var today = Instant.FromDateTimeUtc(DateTime.SpecifyKind(nowUtc, DateTimeKind.Utc)).InZone(zone).Date;
        var days = Enumerable.Range(1 - EngagementScoring.WindowDays, EngagementScoring.WindowDays + 1).Select(offset =>
        {
            var date = today.PlusDays(offset);
            return new ScoreDay(date.ToDateOnly(), StartOf(zone, date), StartOf(zone, date.PlusDays(1)));
        });
        return new ScoreDays([.. days], today.ToDateOnly());
    }

    /// <summary>The zone of an IANA name; UTC when there is none of that name.</summary>
    internal static DateTimeZone PortalZone(string? timeZone) =>
        (timeZone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone)) ?? DateTimeZone.Utc;

    private static DateTime StartOf(DateTimeZone zone, LocalDate date) => zone.AtStartOfDay(date).ToDateTimeUtc();
}

/// <summary>One day of the portal's time zone.</summary>
/// <param name="Date">The date.</param>
/// <param name="From">Its first moment (UTC).</param>
/// <param name="To">The first moment after it (UTC).</param>
public readonly record struct ScoreDay(DateOnly Date, DateTime From, DateTime To)
{
    /// <summary>The date as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Number => Date.DayNumber;
}
