namespace BuyingGroups.Domain;

/// <summary>Something two people may edit at once. Saving over a newer version is refused, never silently done.</summary>
public interface IVersioned
{
    /// <summary>Counts saves, from 1.</summary>
    int Version { get; set; }

    /// <summary>When it was last saved (UTC).</summary>
    DateTime UpdatedAt { get; set; }
}
