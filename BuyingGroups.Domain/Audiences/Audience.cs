using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Domain.Audiences;

/// <summary>An account audience: a condition over accounts, evaluated on demand and by schedule (product.md § 8). Only a live one feeds journeys and groups.</summary>
public sealed class Audience : IVersioned
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

    /// <summary>The condition over accounts.</summary>
    public required Condition Condition { get; set; }

    /// <summary>How many accounts matched at <see cref="EvaluatedAt"/>.</summary>
    public int? AccountCount { get; set; }

    /// <summary>When it was last evaluated (UTC).</summary>
    public DateTime? EvaluatedAt { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;
}

/// <summary>How an account list gets its accounts.</summary>
public enum AccountListKind
{
    /// <summary>Filled by filter, by hand, by import or by journey action.</summary>
    Static = 1,

    /// <summary>Every account that matches the condition; the condition is fixed once published.</summary>
    Dynamic = 2,
}

/// <summary>A named list of accounts (product.md § 8).</summary>
public sealed class AccountList : IVersioned
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

    /// <summary>Static or dynamic; fixed.</summary>
    public AccountListKind Kind { get; set; }

    /// <summary>Draft or live.</summary>
    public PublicationStatus Status { get; set; } = PublicationStatus.Draft;

    /// <summary>The condition of a dynamic list; null on a static one.</summary>
    public Condition? Condition { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;

    /// <summary>The accounts of a static list.</summary>
    public ICollection<AccountListMember> Members { get; } = [];
}

/// <summary>An account on a static list.</summary>
public sealed class AccountListMember
{
    /// <summary>The list.</summary>
    public int AccountListId { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>When it was added (UTC).</summary>
    public DateTime AddedAt { get; set; }

    /// <summary>Who added it; a row of the actors table.</summary>
    public int ActorId { get; set; }
}
