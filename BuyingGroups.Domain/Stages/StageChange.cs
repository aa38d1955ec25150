using BuyingGroups.Domain.Actors;

namespace BuyingGroups.Domain.Stages;

/// <summary>A move of a buying group to a stage, or one that was refused (product.md § 7). Only ever added.</summary>
public sealed class StageChange
{
    /// <summary>Longest <see cref="Reason"/>.</summary>
    public const int ReasonMaxLength = 60;

    /// <summary>Database id.</summary>
    public long Id { get; set; }

    /// <summary>The group.</summary>
    public long BuyingGroupId { get; set; }

    /// <summary>Where it stood; null when it had no stage yet.</summary>
    public int? FromStageId { get; set; }

    /// <summary>Where it was to go.</summary>
    public int ToStageId { get; set; }

    /// <summary>False when it was refused.</summary>
    public bool Applied { get; set; }

    /// <summary>When refused: the name of the <see cref="StageMoveVerdict"/>.</summary>
    public string? Reason { get; set; }

    /// <summary>Rank of the asker.</summary>
    public ActorKind Source { get; set; }

    /// <summary>Who asked; a row of the actors table.</summary>
    public int ActorId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }
}
