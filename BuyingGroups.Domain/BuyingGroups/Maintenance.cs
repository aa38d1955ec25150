namespace BuyingGroups.Domain.BuyingGroups;

/// <summary>One run of maintenance (product.md § 5): what it looked at and what became of it. Kept as its report.</summary>
public sealed class MaintenanceRun
{
    /// <summary>Database id, in order of time.</summary>
    public long Id { get; set; }

    /// <summary>The background job that ran it.</summary>
    public long JobId { get; set; }

    /// <summary>The one solution interest it was asked for; null for all that are kept up to date.</summary>
    public int? SolutionInterestId { get; set; }

    /// <summary>Who asked; a row of the actors table.</summary>
    public int ActorId { get; set; }

    /// <summary>When it began (UTC).</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>When it ended (UTC); null while it runs, or when it was cut short.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>People whose role was worked out again.</summary>
    public long PeopleChecked { get; set; }

    /// <summary>Members added.</summary>
    public int Added { get; set; }

    /// <summary>System members removed, because they match no role any more or left the account.</summary>
    public int Removed { get; set; }

    /// <summary>System members whose first matching role is another one now.</summary>
    public int Moved { get; set; }

    /// <summary>Changes that a higher source stood against.</summary>
    public int Refused { get; set; }

    /// <summary>Groups in which something changed.</summary>
    public int Groups { get; set; }

    /// <summary>JSON array of what could not be maintained and why, in words.</summary>
    public string Problems { get; set; } = "[]";
}

/// <summary>What one transaction of a run did in one group; a group may have several.</summary>
public sealed class MaintenanceRunGroup
{
    /// <summary>Database id.</summary>
    public long Id { get; set; }

    /// <summary>The run.</summary>
    public long MaintenanceRunId { get; set; }

    /// <summary>The group.</summary>
    public long BuyingGroupId { get; set; }

    /// <summary>Members added.</summary>
    public int Added { get; set; }

    /// <summary>Members removed.</summary>
    public int Removed { get; set; }

    /// <summary>Members with another role.</summary>
    public int Moved { get; set; }

    /// <summary>Changes refused.</summary>
    public int Refused { get; set; }
}

/// <summary>How far the groups of a solution interest are maintained, so that the next run looks only at what changed since.</summary>
public sealed class MaintenanceState
{
    /// <summary>The solution interest.</summary>
    public int SolutionInterestId { get; set; }

    /// <summary>Changes of people before this moment (UTC) are in its groups.</summary>
    public DateTime Through { get; set; }

    /// <summary>Change events up to this number are in its groups.</summary>
    public long ThroughEvent { get; set; }
}
