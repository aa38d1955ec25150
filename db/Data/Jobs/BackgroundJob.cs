namespace BuyingGroups.Data.Jobs;

public enum JobStatus
{
    Queued = 1,
    Running = 2,
    Succeeded = 3,
    Failed = 4,
    Cancelled = 5,
}

/// <summary>
/// A piece of long work: who asked, how far it is, where it goes on after a crash. A node that runs it holds it by
/// <see cref="Token"/>; a write with an older token changes nothing.
/// </summary>
public sealed class BackgroundJob
{
    public const int KindMaxLength = 60;
    public const int TitleMaxLength = 300;

    public long Id { get; set; }

    /// <summary>Which work runs it, such as import or create-buying-groups.</summary>
    public required string Kind { get; set; }

    /// <summary>Composite format in English, also the localisation key.</summary>
    public required string Title { get; set; }

    /// <summary>JSON array of the title's arguments.</summary>
    public string TitleArguments { get; set; } = "[]";

    /// <summary>JSON the work understands.</summary>
    public required string Parameters { get; set; }

    /// <summary>Only one unfinished job per key is allowed; null = any number.</summary>
    public string? ExclusiveKey { get; set; }

    public JobStatus Status { get; set; } = JobStatus.Queued;

    /// <summary>Units done, such as rows or accounts.</summary>
    public long DoneUnits { get; set; }

    /// <summary>Units in all, when known.</summary>
    public long? TotalUnits { get; set; }

    /// <summary>Where it goes on: text the work understands, written in the transaction of the work it stands for.</summary>
    public string? Cursor { get; set; }

    /// <summary>JSON of the result, when finished.</summary>
    public string? Result { get; set; }

    /// <summary>What went wrong, in words for the reader.</summary>
    public string? Error { get; set; }

    /// <summary>The page that shows the result.</summary>
    public string? Link { get; set; }

    public int ActorId { get; set; }

    /// <summary>Who is told when it ends.</summary>
    public int? UserId { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>The node that runs it.</summary>
    public string? Owner { get; set; }

    /// <summary>Grows with every take-over: the fence.</summary>
    public int Token { get; set; }

    public DateTime? HeartbeatAt { get; set; }

    /// <summary>How often it was started.</summary>
    public int Attempts { get; set; }

    public bool CancelRequested { get; set; }
}
