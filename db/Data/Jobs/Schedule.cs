namespace BuyingGroups.Data.Jobs;

/// <summary>A job that starts by the clock: whether it may, and how it last went.</summary>
public sealed class Schedule
{
    public const int KeyMaxLength = 100;

    public const int TextMaxLength = 1000;

    /// <summary>Its key, such as pick-up-new-accounts.</summary>
    public required string Key { get; set; }

    /// <summary>True while an admin has it paused.</summary>
    public bool IsPaused { get; set; }

    /// <summary>When it last began (UTC).</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When it last ended (UTC).</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>When it last failed (UTC); stays after it went well again.</summary>
    public DateTime? FailedAt { get; set; }

    /// <summary>What went wrong the last time; null when it went well.</summary>
    public string? Error { get; set; }
}
