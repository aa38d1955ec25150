namespace BuyingGroups.Domain.Journeys;

/// <summary>How many entries of a journey began, or ended in one way after about so long, on one day. Kept in the transaction that let them in or ended them, so that figures over time need no entry read.</summary>
public sealed class JourneyDay
{
    /// <summary>The outcome of those that entered.</summary>
    public const short Entered = 0;

    /// <summary>Milliseconds of a day.</summary>
    public const long DayMilliseconds = 86_400_000;

    /// <summary>The journey.</summary>
    public int JourneyId { get; set; }

    /// <summary>Days since 1 January 1970 (UTC).</summary>
    public int Day { get; set; }

    /// <summary>The partition.</summary>
    public int Partition { get; set; }

    /// <summary><see cref="Entered"/>, or the <see cref="EntryStatus"/> in which they ended.</summary>
    public short Outcome { get; set; }

    /// <summary>The place in <see cref="JourneyDuration.Bands"/> of the time from entry to end; 0 for those that entered.</summary>
    public short Took { get; set; }

    /// <summary>How many.</summary>
    public long Entries { get; set; }

    /// <summary>The sum of their times from entry to end, in milliseconds.</summary>
    public long Milliseconds { get; set; }

    /// <summary>The day of a moment in Unix milliseconds.</summary>
    public static int DayOf(long milliseconds) => (int)Math.DivRem(milliseconds, DayMilliseconds).Quotient;
}

/// <summary>The bands in which times from entry to end are counted.</summary>
public static class JourneyDuration
{
    private const long Hour = 3_600_000;

    /// <summary>The end of each band in milliseconds, not included; the last has none.</summary>
    public static IReadOnlyList<long> Bands { get; } =
        [Hour, 24 * Hour, 3 * 24 * Hour, 7 * 24 * Hour, 14 * 24 * Hour, 30 * 24 * Hour, 90 * 24 * Hour, long.MaxValue];

    /// <summary>The place of the band of a time.</summary>
    public static short BandOf(long milliseconds)
    {
        short band = 0;
        while (milliseconds >= Bands[band])
            band++;
        return band;
    }
}
