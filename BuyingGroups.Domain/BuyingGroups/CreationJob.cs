namespace BuyingGroups.Domain.BuyingGroups;

/// <summary>
/// Joins an audience or account list to a solution interest for good: its first run makes the groups, and later runs make those of accounts
/// that joined since (product.md § 5). Deleting it keeps the groups.
/// </summary>
public sealed class CreationJob
{
    /// <summary>Database id.</summary>
    public int Id { get; set; }

    /// <summary>The solution interest.</summary>
    public int SolutionInterestId { get; set; }

    /// <summary>A live audience; exactly one of this and <see cref="AccountListId"/> is set.</summary>
    public int? AudienceId { get; set; }

    /// <summary>A live account list.</summary>
    public int? AccountListId { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Who made it; a row of the actors table.</summary>
    public int ActorId { get; set; }

    /// <summary>When it last ran to its end (UTC).</summary>
    public DateTime? LastRunAt { get; set; }

    /// <summary>Groups made by all runs together.</summary>
    public int GroupsCreated { get; set; }
}
