namespace BuyingGroups.Domain.SolutionInterests;

/// <summary>What we sell, and how its buying groups are made (product.md § 4).</summary>
public sealed class SolutionInterest : IVersioned
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

    /// <summary>What it is.</summary>
    public string? Description { get; set; }

    /// <summary>A live role template; fixed for good once created.</summary>
    public int RoleTemplateId { get; set; }

    /// <summary>A live stage model, or none.</summary>
    public int? StageModelId { get; set; }

    /// <summary>True when maintenance keeps existing groups up to date.</summary>
    public bool UpdateExistingBuyingGroups { get; set; } = true;

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;
}
