namespace BuyingGroups.Domain.RoleTemplates;

/// <summary>A role in a buying group (product.md § 4): six defaults that nobody can rename or delete, and custom ones, 20 in all.</summary>
public sealed class BuyingGroupRole : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Defaults and custom roles together.</summary>
    public const int MaxCount = 20;

    /// <summary>Database id; the defaults have 1–6.</summary>
    public int Id { get; set; }

    /// <summary>Unique name.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>Two or three letters for the role strip, such as DM; unique.</summary>
    public required string Abbreviation { get; set; }

    /// <summary>True for the six defaults.</summary>
    public bool IsDefault { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;

    /// <summary>The six defaults, by id.</summary>
    public static IReadOnlyList<(int Id, string Name, string Abbreviation)> Defaults { get; } =
    [
        (1, "Decision Maker", "DM"), (2, "Influencer", "IN"), (3, "Practitioner", "PR"),
        (4, "Executive Steering Committee", "EX"), (5, "Champion", "CH"), (6, "Other", "OT"),
    ];
}
