namespace BuyingGroups.Domain.BuyingGroups;

/// <summary>How the hand-over of a group to sales stands (product.md § 10).</summary>
public enum HandOverStatus
{
    /// <summary>The group is ready and waits for the account's owner.</summary>
    Waiting = 1,

    /// <summary>Sales took it.</summary>
    Accepted = 2,

    /// <summary>Sales gave it back, with a reason.</summary>
    SentBack = 3,

    /// <summary>The group fell below the thresholds before anybody decided.</summary>
    Lapsed = 4,
}

/// <summary>One time that a buying group was offered to sales.</summary>
public sealed class HandOver
{
    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 500;

    /// <summary>Its id.</summary>
    public long Id { get; set; }

    /// <summary>The group.</summary>
    public long BuyingGroupId { get; set; }

    /// <summary>The group.</summary>
    public BuyingGroup? BuyingGroup { get; set; }

    /// <summary>How it stands.</summary>
    public HandOverStatus Status { get; set; } = HandOverStatus.Waiting;

    /// <summary>When the group became ready (UTC).</summary>
    public DateTime ReadyAt { get; set; }

    /// <summary>When sales decided, or it lapsed (UTC); null while it waits.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>Seconds from ready to accepted; null unless accepted.</summary>
    public int? SecondsToAccept { get; set; }

    /// <summary>Who decided; a row of the actors table.</summary>
    public int? ActorId { get; set; }

    /// <summary>Why it was sent back.</summary>
    public string? Reason { get; set; }

    /// <summary>Completeness when decided, percent: a group sent back comes again when it has risen.</summary>
    public int Completeness { get; set; }

    /// <summary>Engagement when decided, 0–100.</summary>
    public double Engagement { get; set; }

    /// <summary>Stage when decided.</summary>
    public int? StageId { get; set; }
}
