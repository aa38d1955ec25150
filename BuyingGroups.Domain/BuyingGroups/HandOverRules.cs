namespace BuyingGroups.Domain.BuyingGroups;

/// <summary>When a group is ready for sales; an admin sets it (product.md § 10).</summary>
/// <param name="Completeness">At least so complete, whole percent.</param>
/// <param name="Engagement">At least so engaged, as shown (rounded), 0–100.</param>
/// <param name="Stages">In one of these stages; empty for any, or none.</param>
public sealed record HandOverThresholds(int Completeness, int Engagement, IReadOnlyList<int> Stages)
{
    /// <summary>What a new portal starts with: every required role filled, and half of the possible engagement.</summary>
    public static HandOverThresholds Usual { get; } = new(100, 50, []);
}

/// <summary>The rules of handing groups to sales.</summary>
public static class HandOverRules
{
    /// <summary>How many points of engagement a group that was sent back must have gained to be offered again.</summary>
    public const int PointsToComeBack = 10;

    /// <summary>True when a group is past the thresholds.</summary>
    /// <param name="thresholds">What the admin set.</param>
    /// <param name="completeness">Whole percent.</param>
    /// <param name="engagement">0–100; counts as it is shown, rounded.</param>
    /// <param name="stageId">Where the group stands, if it has a stage.</param>
    public static bool IsReady(HandOverThresholds thresholds, int completeness, double engagement, int? stageId)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        return completeness >= thresholds.Completeness && engagement >= thresholds.Engagement - 0.5
            && (thresholds.Stages.Count == 0 || (stageId is { } stage && thresholds.Stages.Contains(stage)));
    }

    /// <summary>
    /// True when a group may be offered after its last hand-over ended: at once after it lapsed, never after it was accepted, and after it was sent back
    /// only when something has come of it: more complete, ten points more engaged, or moved to another stage.
    /// </summary>
    /// <param name="last">The last hand-over; null when there was none.</param>
    /// <param name="completeness">Whole percent, now.</param>
    /// <param name="engagement">0–100, now.</param>
    /// <param name="stageId">Where the group stands now.</param>
    public static bool MayBeOffered(HandOver? last, int completeness, double engagement, int? stageId) => last?.Status switch
    {
        null or HandOverStatus.Lapsed => true,
        HandOverStatus.SentBack => completeness > last.Completeness || engagement >= last.Engagement + PointsToComeBack || stageId != last.StageId,
        _ => false,
    };
}
