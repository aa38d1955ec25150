using System.Text.Json.Serialization;
using BuyingGroups.Domain.Journeys.Json;

namespace BuyingGroups.Domain.Journeys.Waiting;

/// <summary>
/// How long something waits (product.md § 9 "Wait"): a duration or a date, and the moments it must end on. Leaves at the first such moment at
/// or after the duration. Worked out by WaitCalendar.
/// </summary>
/// <param name="Duration">How long at least; null when a date is given.</param>
/// <param name="Date">Local date and time in the zone, at or after which it leaves; null when a duration is given.</param>
/// <param name="MustEndOn">Weekdays and time of day it must end on; null: any moment.</param>
/// <param name="TimeZone">IANA name of the zone in which days and times count, such as "Europe/Stockholm".</param>
public sealed record WaitRule(
    WaitDuration? Duration, [property: JsonConverter(typeof(LocalMomentConverter))] DateTime? Date, MustEndOn? MustEndOn, string TimeZone = "UTC");

/// <summary>A length of time. Months and weeks follow the calendar of the zone; minutes and hours elapse.</summary>
/// <param name="Amount">How many, from 0.</param>
/// <param name="Unit">Of what.</param>
public sealed record WaitDuration(int Amount, WaitUnit Unit);

/// <summary>Unit of a duration.</summary>
public enum WaitUnit
{
    /// <summary>60 elapsed seconds.</summary>
    Minutes = 1,

    /// <summary>60 elapsed minutes.</summary>
    Hours = 2,

    /// <summary>The same time of day, days later.</summary>
    Days = 3,

    /// <summary>Seven days.</summary>
    Weeks = 4,

    /// <summary>The same day of the month, or its last.</summary>
    Months = 5,
}

/// <summary>The moments a wait must end on. Days chosen and no time: 00:00 of such a day.</summary>
/// <param name="Days">Weekdays; empty: any day.</param>
/// <param name="Time">Time of day; null: 00:00 when days are chosen.</param>
public sealed record MustEndOn(IReadOnlyList<DayOfWeek> Days, TimeOnly? Time)
{
    /// <summary>Same days in the same order and same time.</summary>
    public bool Equals(MustEndOn? other) => other is not null && Time == other.Time && Days.SequenceEqual(other.Days);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Time, Days.Count);
}
