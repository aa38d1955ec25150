namespace BuyingGroups.Domain.People;

/// <summary>
/// The source key of a record that was merged into another. The system it comes from goes on naming it, and is understood: the key leads to
/// the person who stayed.
/// </summary>
public sealed class MergedKey
{
    /// <summary>The key, which no person has any more.</summary>
    public required string SourceKey { get; set; }

    /// <summary>The person it leads to.</summary>
    public long PersonId { get; set; }

    /// <summary>The person it leads to.</summary>
    public Person? Person { get; set; }
}
