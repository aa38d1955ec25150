namespace BuyingGroups.Domain.Journeys;

/// <summary>States of a journey (product.md § 9).</summary>
public enum JourneyStatus
{
    /// <summary>Being drawn; nobody travels.</summary>
    Draft = 1,

    /// <summary>Published, now or at a date.</summary>
    Live = 2,

    /// <summary>Nobody enters any more; those inside go on.</summary>
    ClosedToNewEntries = 3,

    /// <summary>Everyone was stopped at once.</summary>
    Aborted = 4,

    /// <summary>All are through, or the end date came.</summary>
    Finished = 5,
}

/// <summary>A journey: its draft, and which version new entries travel.</summary>
public sealed class Journey : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 255;

    /// <summary>Longest description.</summary>
    public const int DescriptionMaxLength = 2000;

    /// <summary>Longest text about a standstill.</summary>
    public const int ProblemMaxLength = 1000;

    /// <summary>Database id.</summary>
    public int Id { get; set; }

    /// <summary>Unique name.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Where it is in its life.</summary>
    public JourneyStatus Status { get; set; } = JourneyStatus.Draft;

    /// <summary>The draft as JSON: what the designer edits. Publishing copies it into a <see cref="JourneyVersion"/>.</summary>
    public required string Draft { get; set; }

    /// <summary>The version that new entries travel; null before the first publication.</summary>
    public int? LiveVersionId { get; set; }

    /// <summary>First moment of entry of the live version (UTC); null: since publication.</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>When everybody in it stops (UTC); null: never.</summary>
    public DateTime? EndsAt { get; set; }

    /// <summary>Why the engine stands still; null: it does not. Such as "every account failed at the node …".</summary>
    public string? Problem { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Who made it; a row of the actors table.</summary>
    public int CreatedBy { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <summary>Who changed it last; a row of the actors table.</summary>
    public int UpdatedBy { get; set; }

    /// <summary>When its live version was published (UTC).</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>Who published it; a row of the actors table.</summary>
    public int? PublishedBy { get; set; }

    /// <summary>When it was closed to new entries, aborted or finished (UTC).</summary>
    public DateTime? EndedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;
}

/// <summary>A published drawing. Never changes; accounts finish the version they entered.</summary>
public sealed class JourneyVersion
{
    /// <summary>Database id.</summary>
    public int Id { get; set; }

    /// <summary>The journey.</summary>
    public int JourneyId { get; set; }

    /// <summary>1, 2, 3 … within the journey.</summary>
    public int Number { get; set; }

    /// <summary>The document as JSON, references resolved to ids.</summary>
    public required string Document { get; set; }

    /// <summary>When it was published (UTC).</summary>
    public DateTime PublishedAt { get; set; }

    /// <summary>Who published it; a row of the actors table.</summary>
    public int ActorId { get; set; }
}

/// <summary>A node of a published version, by a small number that millions of visits refer to.</summary>
public sealed class JourneyNodeKey
{
    /// <summary>The number; unique over all versions of all journeys.</summary>
    public int Id { get; set; }

    /// <summary>The version.</summary>
    public int JourneyVersionId { get; set; }

    /// <summary>The node's id in the document.</summary>
    public required string NodeId { get; set; }

    /// <summary>The node as an actor of changes; a row of the actors table.</summary>
    public int ActorId { get; set; }
}
