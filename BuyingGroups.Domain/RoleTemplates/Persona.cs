using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Domain.RoleTemplates;

/// <summary>A named set of attribute matches, so that "Persona is CXO/EVP" replaces a list of title variants (product.md § 4).</summary>
public sealed class Persona : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>How many personas a portal may have.</summary>
    public const int MaxCount = 20;

    /// <summary>How many attribute matches a persona may have.</summary>
    public const int MaxAttributes = 5;

    /// <summary>Database id.</summary>
    public int Id { get; set; }

    /// <summary>Unique name.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>A flat group of at most <see cref="MaxAttributes"/> field filters over a person.</summary>
    public required Condition Condition { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;
}
