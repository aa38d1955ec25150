namespace BuyingGroups.Domain.Engagement;

/// <summary>Where a weighting model stands. Exactly one is active at a time.</summary>
public enum WeightingStatus
{
    /// <summary>Editable, scores nobody.</summary>
    Draft = 1,

    /// <summary>Scores everybody, fixed.</summary>
    Active = 2,

    /// <summary>Was active once, fixed.</summary>
    Archived = 3,
}

/// <summary>How much each type of activity counts for the score of a person (product.md § 6).</summary>
public sealed class WeightingModel : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 255;

    /// <summary>Longest description.</summary>
    public const int DescriptionMaxLength = 2000;

    /// <summary>Id of the model that every portal starts with.</summary>
    public const int DefaultId = 1;

    /// <summary>Database id.</summary>
    public int Id { get; set; }

    /// <summary>Unique name.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Draft, active or archived.</summary>
    public WeightingStatus Status { get; set; } = WeightingStatus.Draft;

    /// <summary>When it became active (UTC).</summary>
    public DateTime? ActivatedAt { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;

    /// <summary>The named values that weights are chosen from.</summary>
    public IList<WeightingBand> Bands { get; } = [];

    /// <summary>One per activity type that was given a weight; others are not used.</summary>
    public IList<ActivityWeight> Weights { get; } = [];

    /// <summary>Weight 0–100 by activity type: that of its band, or its own.</summary>
    public IReadOnlyDictionary<int, int> WeightByType()
    {
        var bands = Bands.ToDictionary(band => band.Number, band => band.Value);
        return Weights.ToDictionary(weight => weight.ActivityTypeId, weight => weight.BandNumber is { } band && bands.TryGetValue(band, out var value) ? value : weight.Weight);
    }
}

/// <summary>A named weight: changing its value changes all types that are on it.</summary>
public sealed class WeightingBand
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 50;

    /// <summary>The model.</summary>
    public int WeightingModelId { get; set; }

    /// <summary>Its place in the model, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Its name, unique in the model.</summary>
    public required string Name { get; set; }

    /// <summary>The weight, 0–100.</summary>
    public int Value { get; set; }
}

/// <summary>The weight of one activity type in a model.</summary>
public sealed class ActivityWeight
{
    /// <summary>The model.</summary>
    public int WeightingModelId { get; set; }

    /// <summary>The type.</summary>
    public int ActivityTypeId { get; set; }

    /// <summary>0–100; 0 = not used. What counts when the type is on no band.</summary>
    public int Weight { get; set; }

    /// <summary>The band it is on; null for a weight of its own.</summary>
    public int? BandNumber { get; set; }
}
