using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Domain.RoleTemplates;

/// <summary>Whether something may be edited or used: Draft can be edited, Live can be used and does not change.</summary>
public enum PublicationStatus
{
    /// <summary>Editable, not usable yet.</summary>
    Draft = 1,

    /// <summary>Usable, fixed.</summary>
    Live = 2,
}

/// <summary>How much a role counts for engagement (product.md § 4); the value is the weight.</summary>
public enum Weighting
{
    /// <summary>20.</summary>
    Trivial = 20,

    /// <summary>40.</summary>
    Minor = 40,

    /// <summary>60.</summary>
    Normal = 60,

    /// <summary>80.</summary>
    Important = 80,

    /// <summary>100.</summary>
    Vital = 100,
}

/// <summary>Which roles a buying group has and who fits them (product.md § 4).</summary>
public sealed class RoleTemplate : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 255;

    /// <summary>Longest description.</summary>
    public const int DescriptionMaxLength = 2000;

    /// <summary>Database id.</summary>
    public int Id { get; set; }

    /// <summary>Unique name.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Draft or live.</summary>
    public PublicationStatus Status { get; set; } = PublicationStatus.Draft;

    /// <summary>When it was published (UTC).</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;

    /// <summary>The role cards; their <see cref="RoleCard.Priority"/> orders them.</summary>
    public IList<RoleCard> Cards { get; } = [];
}

/// <summary>One role of a template.</summary>
public sealed class RoleCard
{
    /// <summary>Database id.</summary>
    public int Id { get; set; }

    /// <summary>The template.</summary>
    public int RoleTemplateId { get; set; }

    /// <summary>The role; once per template.</summary>
    public int RoleId { get; set; }

    /// <summary>1 first. A person goes to the first role, in this order, whose condition matches.</summary>
    public int Priority { get; set; }

    /// <summary>How much the role counts for engagement.</summary>
    public Weighting Weighting { get; set; } = Weighting.Normal;

    /// <summary>True when people that match <see cref="Condition"/> are assigned by the portal.</summary>
    public bool AutoAssign { get; set; }

    /// <summary>A person condition; null when <see cref="AutoAssign"/> is off.</summary>
    public Condition? Condition { get; set; }

    /// <summary>True when the role counts for completeness.</summary>
    public bool RequiredForCompleteness { get; set; } = true;

    /// <summary>How many members fill the role, ≥ 1.</summary>
    public int MembersRequired { get; set; } = 1;
}
