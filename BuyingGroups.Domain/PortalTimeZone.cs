using BuyingGroups.Domain.Engagement;
using NodaTime;

namespace BuyingGroups.Domain;

/// <summary>The time zone in which "today" and daily jobs are meant.</summary>
/// <param name="name">IANA name; without one it is UTC, and an unknown one counts as UTC.</param>
public sealed class PortalTimeZone(string? name)
{
    private readonly DateTimeZone zone = ScoreDays.PortalZone(name);

    /// <summary>IANA name.</summary>
    public string Name { get; } = string.IsNullOrEmpty(name) ? "UTC" : name;

    /// <summary>The day that a moment falls on.</summary>
    /// <param name="utc">The moment (UTC).</param>
    public DateOnly DayOf(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).InZone(zone).Date.ToDateOnly();

    /// <summary>The first moment of a day (UTC).</summary>
    /// <param name="day">The day.</param>
    public DateTime StartOf(DateOnly day) => zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToDateTimeUtc();
}
