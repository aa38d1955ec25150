using BuyingGroups.Domain.Journeys;

namespace BuyingGroups.Portal.Features.Journeys.Details;

/// <summary>One way in which entries of a journey stand, for the chart and the table beside it.</summary>
/// <param name="Status">How they stand.</param>
/// <param name="Entries">How many.</param>
/// <param name="Series">Its colour among the series of charts, 1 to 6.</param>
public sealed record EntryOutcome(EntryStatus Status, long Entries, int Series);

/// <summary>Puts the ways in an order that stays, so that a colour always means the same.</summary>
public static class EntryOutcomes
{
    private static readonly (EntryStatus Status, int Series)[] Order =
    [
        (EntryStatus.Active, 1), (EntryStatus.Completed, 2), (EntryStatus.GoalMet, 4), (EntryStatus.Exited, 3), (EntryStatus.Parked, 5),
        (EntryStatus.Ended, 6), (EntryStatus.Removed, 6), (EntryStatus.Aborted, 6),
    ];

    /// <summary>The ways that occurred; those on their way and completed always.</summary>
    public static IReadOnlyList<EntryOutcome> Of(JourneyFigures figures) =>
    [
        .. Order.Select(one => new EntryOutcome(one.Status, Count(figures, one.Status), one.Series))
            .Where(one => one.Entries > 0 || one.Status is EntryStatus.Active or EntryStatus.Completed),
    ];

    private static long Count(JourneyFigures figures, EntryStatus status) => status switch
    {
        EntryStatus.Active => figures.InProgress,
        EntryStatus.Parked => figures.Parked,
        _ => figures.Of(status),
    };
}
