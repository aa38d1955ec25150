using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys;

/// <summary>Whether a problem stands in the way of publishing.</summary>
public enum ProblemSeverity
{
    /// <summary>Something to look at; the journey can be published.</summary>
    Warning = 1,

    /// <summary>The journey cannot be published.</summary>
    Error = 2,
}

/// <summary>Something wrong with a journey, and where.</summary>
/// <param name="Node">The node; null for the journey as a whole.</param>
/// <param name="PathKey">The path of the node; null for the node itself.</param>
/// <param name="Refusal">What is wrong and what to do.</param>
/// <param name="Severity">Whether it stands in the way of publishing.</param>
public sealed record JourneyProblem(NodeId? Node, string? PathKey, Refusal Refusal, ProblemSeverity Severity = ProblemSeverity.Error)
{
    /// <summary>"node/path: reason" in English, for the command line, the API and tests.</summary>
    public override string ToString() => AsRefusal().ToString();

    /// <summary>The problem with its place, as one refusal.</summary>
    public Refusal AsRefusal() => (Node, PathKey) switch
    {
        (null, _) => Refusal,
        ({ } node, null) => new NodeRefused(node.Value, Refusal),
        ({ } node, { } path) => new PathRefused(node.Value, path, Refusal),
    };
}

/// <summary>Something is wrong with a node.</summary>
/// <param name="Node">Its id.</param>
/// <param name="Reason">What.</param>
public sealed record NodeRefused(string Node, Refusal Reason) : Refusal("Node “{0}”: {1}", Node, Reason);

/// <summary>Something is wrong with a path of a node.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Path">The path's key.</param>
/// <param name="Reason">What.</param>
public sealed record PathRefused(string Node, string Path, Refusal Reason) : Refusal("Node “{0}”, path “{1}”: {2}", Node, Path, Reason);
