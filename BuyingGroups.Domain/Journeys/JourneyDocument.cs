using System.Collections.Immutable;

namespace BuyingGroups.Domain.Journeys;

/// <summary>
/// The drawing of a journey: nodes, ordered paths, settings (product.md § 9). Immutable; an edit makes another document. Its JSON form is
/// JourneyJson. The drawing is a graph without cycles that starts at <see cref="Start"/>; only merges have more than one path into them.
/// </summary>
/// <param name="Start">The account audience node every entry starts at; null in an empty draft.</param>
/// <param name="Nodes">Every node by its id.</param>
/// <param name="Settings">What holds for the whole journey.</param>
public sealed record JourneyDocument(NodeId? Start, ImmutableSortedDictionary<NodeId, JourneyNode> Nodes, JourneySettings Settings)
{
    /// <summary>A draft without nodes.</summary>
    public static JourneyDocument Empty { get; } = new(null, ImmutableSortedDictionary<NodeId, JourneyNode>.Empty, JourneySettings.Default);

    /// <summary>A node by id, or null.</summary>
    public JourneyNode? Node(NodeId? id) => id is { } known && Nodes.TryGetValue(known, out var node) ? node : null;

    /// <summary>The document with a node added or put in the place of the one with its id.</summary>
    public JourneyDocument With(JourneyNode node) => this with { Nodes = Nodes.SetItem(node.Id, node) };

    /// <summary>Same start, settings and equal nodes.</summary>
    public bool Equals(JourneyDocument? other) =>
        other is not null && Start == other.Start && Settings.Equals(other.Settings) && Nodes.Count == other.Nodes.Count
        && Nodes.Values.SequenceEqual(other.Nodes.Values);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Start, Nodes.Count);
}

/// <summary>Names a node within its journey for good: 1 to 40 lower-case letters, digits and hyphens.</summary>
/// <param name="Value">The text.</param>
public readonly record struct NodeId(string Value) : IComparable<NodeId>
{
    /// <summary>Longest id.</summary>
    public const int MaxLength = 40;

    /// <inheritdoc />
    public int CompareTo(NodeId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>One node: what it does and the paths that leave it, in order.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Settings">What it does; the type is the node kind.</param>
/// <param name="Paths">The paths out of it, in order; first match wins.</param>
public sealed record JourneyNode(NodeId Id, NodeSettings Settings, IReadOnlyList<JourneyPath> Paths)
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>The name the marketer gave it; null shows the kind's.</summary>
    public string? Name { get; init; }

    /// <summary>Same id, settings, name and equal paths in the same order.</summary>
    public bool Equals(JourneyNode? other) =>
        other is not null && Id == other.Id && Settings.Equals(other.Settings) && string.Equals(Name, other.Name, StringComparison.Ordinal) && Paths.SequenceEqual(other.Paths);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Paths.Count);
}

/// <summary>What a path out of a node is for.</summary>
public enum PathKind
{
    /// <summary>The only way on: after an action, a wait, a merge, the audience, or an event that came.</summary>
    Next = 1,

    /// <summary>One of a split's paths: by condition or by percentage.</summary>
    Branch = 2,

    /// <summary>Those that match no branch: "Other accounts", "Other people".</summary>
    Other = 3,

    /// <summary>The event did not come in time.</summary>
    Timeout = 4,
}

/// <summary>A path from a node to another, or to the end.</summary>
/// <param name="Key">Names the path within its node for good, also when paths are reordered: 1 to 40 lower-case letters, digits and hyphens.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="To">Where it leads; null ends the journey there.</param>
public sealed record JourneyPath(string Key, PathKind Kind, NodeId? To)
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>The name shown on the path.</summary>
    public string? Name { get; init; }

    /// <summary>Who takes a branch of a split by accounts or people; null elsewhere.</summary>
    public Conditions.Condition? Condition { get; init; }

    /// <summary>Share of a variant split's branch, whole percent 1–99; null elsewhere.</summary>
    public int? Percent { get; init; }

    /// <summary>The only way on.</summary>
    public static JourneyPath Next(NodeId? to) => new("next", PathKind.Next, to);
}
