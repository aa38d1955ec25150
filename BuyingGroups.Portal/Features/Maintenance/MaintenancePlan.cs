namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>Where a run of maintenance stands: the cursor of its job.</summary>
public sealed record MaintenancePlan
{
    /// <summary>When the run began (UTC).</summary>
    public DateTime At { get; init; }

    /// <summary>What is maintained, in this order.</summary>
    public IReadOnlyList<int> SolutionInterests { get; init; } = [];

    /// <summary>Which of them is under way.</summary>
    public int Next { get; init; }

    /// <summary>At whom is looked there; null before that is known.</summary>
    public MaintenanceExtent? Extent { get; init; }

    /// <summary>Accounts up to this id are done there.</summary>
    public long Through { get; init; }

    /// <summary>People looked at.</summary>
    public long Done { get; init; }

    /// <summary>People to look at, as far as known.</summary>
    public long Total { get; init; }

    /// <summary>The largest sum of a group before the changed ones were summed again; null before that.</summary>
    public double? GreatestBefore { get; init; }

    /// <summary>The last group there was then.</summary>
    public long LastGroup { get; init; }

    /// <summary>Groups up to this id are scored again.</summary>
    public long Scored { get; init; }
}
