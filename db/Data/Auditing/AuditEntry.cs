namespace BuyingGroups.Data.Auditing;

/// <summary>
/// One line of the audit log: who did what to what, from where, before and after. Written in the transaction of the change, never
/// updated; each line carries a hash over itself and the line before it.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Sequence { get; set; }

    public DateTime At { get; set; }

    public int ActorId { get; set; }

    public ActorRecord? Actor { get; set; }

    /// <summary>Address, "command line" or "job".</summary>
    public required string CameFrom { get; set; }

    /// <summary>The command, such as AssignMembers.</summary>
    public required string Action { get; set; }

    /// <summary>Kind of thing changed, such as BuyingGroup.</summary>
    public required string SubjectKind { get; set; }

    /// <summary>Its id as text.</summary>
    public required string SubjectId { get; set; }

    /// <summary>Its name at the time.</summary>
    public string? SubjectName { get; set; }

    /// <summary>JSON of what was, or null.</summary>
    public string? Before { get; set; }

    /// <summary>JSON of what is, or null.</summary>
    public string? After { get; set; }

    /// <summary>SHA-256 over <see cref="Before"/> and <see cref="After"/>, so that erasing a person's data leaves the chain whole.</summary>
    public required string DetailHash { get; set; }

    /// <summary>SHA-256 over the fields above and the hash of the entry before.</summary>
    public required string Hash { get; set; }
}

/// <summary>One row: the end of the chain. Locking it orders the writers.</summary>
public sealed class AuditHead
{
    public int Id { get; set; }

    public long Sequence { get; set; }

    public required string Hash { get; set; }
}

/// <summary>A field of an account, person or opportunity that changed: its history, and the event that journeys listen for.</summary>
public sealed class RecordChange
{
    public const int FieldMaxLength = 100;

    public long Id { get; set; }

    public RecordKind SubjectKind { get; set; }

    public long SubjectId { get; set; }

    /// <summary>Attribute key, such as jobTitle or custom:7.</summary>
    public required string Field { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }

    public DateTime At { get; set; }

    public int ActorId { get; set; }
}

public enum RecordKind
{
    Account = 1,
    Person = 2,
    Opportunity = 3,
}
