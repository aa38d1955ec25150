using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Waiting;

namespace BuyingGroups.Domain.Journeys;

/// <summary>What holds for the whole journey (product.md § 9 "Journey settings").</summary>
public sealed record JourneySettings
{
    /// <summary>Longest time from start to end date, in years.</summary>
    public const int LongestYears = 3;

    /// <summary>No schedule, no re-entry, no goal.</summary>
    public static JourneySettings Default { get; } = new();

    /// <summary>When the first accounts may enter (UTC); null: as soon as it is published.</summary>
    public DateTime? StartsAt { get; init; }

    /// <summary>When everyone still in it stops (UTC), at most three years after the start; null: never.</summary>
    public DateTime? EndsAt { get; init; }

    /// <summary>Whether accounts may enter again; null: they may not.</summary>
    public ReEntry? ReEntry { get; init; }

    /// <summary>Accounts that match it leave as "goal met".</summary>
    public Condition? Goal { get; init; }

    /// <summary>Accounts that match it leave as "exited".</summary>
    public Condition? Exit { get; init; }

    /// <summary>One address gets each email of this journey once only.</summary>
    public bool DeduplicateEmail { get; init; }
}

/// <summary>How an account may enter again; it is never twice in one journey at once, and each entry counts.</summary>
/// <param name="WaitFrom">What the delay counts from.</param>
/// <param name="Delay">How long it must wait.</param>
/// <param name="Limit">Most entries of one account, the first included (≥ 2); null: no limit.</param>
public sealed record ReEntry(ReEntryWait WaitFrom, WaitDuration Delay, int? Limit);

/// <summary>What the delay of a re-entry counts from.</summary>
public enum ReEntryWait
{
    /// <summary>The start of the last entry.</summary>
    Start = 1,

    /// <summary>The end of the last entry.</summary>
    End = 2,
}
