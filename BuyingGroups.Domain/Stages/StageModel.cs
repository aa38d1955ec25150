using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Domain.Stages;

/// <summary>What a stage is in its model (product.md § 7).</summary>
public enum StageKind
{
    /// <summary>On the way.</summary>
    Ordinary = 1,

    /// <summary>Where groups may start.</summary>
    Entry = 2,

    /// <summary>The one good end.</summary>
    Success = 3,

    /// <summary>A bad end, from which a transition may lead back.</summary>
    Failure = 4,
}

/// <summary>The stages a buying group goes through (product.md § 7).</summary>
public sealed class StageModel : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 255;

    /// <summary>Database id.</summary>
    public int Id { get; set; }

    /// <summary>Unique name.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>Draft or live.</summary>
    public PublicationStatus Status { get; set; } = PublicationStatus.Draft;

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;

    /// <summary>The stages in order.</summary>
    public IList<Stage> Stages { get; } = [];

    /// <summary>The allowed moves.</summary>
    public IList<StageTransition> Transitions { get; } = [];
}

/// <summary>One stage. Once saved it can be renamed but not removed.</summary>
public sealed class Stage
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Database id.</summary>
    public int Id { get; set; }

    /// <summary>The model.</summary>
    public int StageModelId { get; set; }

    /// <summary>Name, unique in the model.</summary>
    public required string Name { get; set; }

    /// <summary>What it means.</summary>
    public string? Description { get; set; }

    /// <summary>Place in the model, from 1.</summary>
    public int Order { get; set; }

    /// <summary>What it is in the model.</summary>
    public StageKind Kind { get; set; } = StageKind.Ordinary;
}

/// <summary>An allowed move between two stages of one model.</summary>
public sealed class StageTransition
{
    /// <summary>The model.</summary>
    public int StageModelId { get; set; }

    /// <summary>From this stage.</summary>
    public int FromStageId { get; set; }

    /// <summary>To this stage.</summary>
    public int ToStageId { get; set; }
}
