using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Validation;

namespace BuyingGroups.Domain.Journeys;

/// <summary>The headings of the palette.</summary>
public enum NodeSection
{
    /// <summary>Where accounts enter.</summary>
    Start = 1,

    /// <summary>Actions on accounts.</summary>
    AccountActions = 2,

    /// <summary>Actions on people.</summary>
    PeopleActions = 3,

    /// <summary>Splits and merges.</summary>
    Paths = 4,

    /// <summary>Waiting for a time or an event.</summary>
    Waiting = 5,
}

/// <summary>What the paths out of a node of some kind may be.</summary>
/// <param name="HasNext">Exactly one path "next".</param>
/// <param name="FewestBranches">Fewest branches.</param>
/// <param name="MostBranches">Most branches.</param>
/// <param name="MayHaveOther">Whether there may be a path "other".</param>
/// <param name="MayHaveTimeout">Whether there may be a path "timeout".</param>
/// <param name="BranchCondition">What the conditions of branches are about; null: branches have none.</param>
public sealed record PathShape(
    bool HasNext, int FewestBranches = 0, int MostBranches = 0, bool MayHaveOther = false, bool MayHaveTimeout = false, ConditionScope? BranchCondition = null)
{
    /// <summary>One way on.</summary>
    public static PathShape Next { get; } = new(HasNext: true);

    /// <summary>True when branches carry percentages.</summary>
    public bool HasPercent => MostBranches > 0 && BranchCondition is null;
}

/// <summary>What a reference names.</summary>
public enum ReferenceKind
{
    /// <summary>An account audience.</summary>
    Audience = 1,

    /// <summary>An account list.</summary>
    AccountList = 2,

    /// <summary>A solution interest.</summary>
    SolutionInterest = 3,

    /// <summary>A role of buying groups.</summary>
    Role = 4,

    /// <summary>A stage.</summary>
    Stage = 5,

    /// <summary>A type of activity.</summary>
    ActivityType = 6,

    /// <summary>Another journey.</summary>
    Journey = 7,
}

/// <summary>Gives a reference another form, such as the id for a name.</summary>
/// <param name="kind">What it names.</param>
/// <param name="reference">The reference.</param>
/// <param name="solutionInterest">For roles and stages: of which solution interest; null: of any.</param>
internal delegate JourneyReference ReferenceMap(ReferenceKind kind, JourneyReference reference, JourneyReference? solutionInterest = null);

/// <summary>A kind of node: how it is called, which paths it may have, what its settings must be. One per folder under Nodes/.</summary>
public abstract class NodeKind
{
    /// <summary>Its stable key, as in the JSON document.</summary>
    public required string Key { get; init; }

    /// <summary>The name shown; English, a localisation key.</summary>
    public required string Label { get; init; }

    /// <summary>One line on what it does; English, a localisation key.</summary>
    public required string Help { get; init; }

    /// <summary>Where the palette shows it.</summary>
    public required NodeSection Section { get; init; }

    /// <summary>What paths it has.</summary>
    public PathShape Shape { get; init; } = PathShape.Next;

    /// <summary>The type of its settings.</summary>
    public abstract Type Settings { get; }

    /// <summary>False for kinds that come and go with others: a people merge with its split.</summary>
    public bool IsInPalette { get; init; } = true;

    /// <summary>The settings of a new node: what can be guessed is filled in, validation names the rest.</summary>
    public abstract NodeSettings Blank();

    internal abstract void Check(JourneyNode node, NodeCheck check);

    internal abstract NodeSettings MapReferences(NodeSettings settings, ReferenceMap map);
}

/// <summary>A kind of node with its settings.</summary>
/// <typeparam name="T">The settings.</typeparam>
internal sealed class NodeKind<T> : NodeKind
    where T : NodeSettings
{
    /// <summary>Makes the settings of a new node.</summary>
    public required Func<T> New { get; init; }

    /// <summary>Adds what is wrong with the settings.</summary>
    public Action<T, NodeCheck> Rules { get; init; } = (_, _) => { };

    /// <summary>The settings with every reference mapped.</summary>
    public Func<T, ReferenceMap, T> References { get; init; } = (settings, _) => settings;

    public override Type Settings => typeof(T);

    public override NodeSettings Blank() => New();

    internal override void Check(JourneyNode node, NodeCheck check) => Rules((T)node.Settings, check);

    internal override NodeSettings MapReferences(NodeSettings settings, ReferenceMap map) => References((T)settings, map);
}
