using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Edits;

/// <summary>Nodes that hang together and can be moved, copied or cut as one: entered at their root only.</summary>
public sealed record JourneyPiece
{
    private JourneyPiece(NodeId root, IReadOnlySet<NodeId> nodes, PathPlace? exit) => (Root, Nodes, Exit) = (root, nodes, exit);

    /// <summary>The first node.</summary>
    public NodeId Root { get; }

    /// <summary>All nodes, the root included.</summary>
    public IReadOnlySet<NodeId> Nodes { get; }

    /// <summary>The path that goes on after the piece; null when it takes everything along.</summary>
    public PathPlace? Exit { get; }

    /// <summary>A node alone; a split with what stands on it, up to where its paths join.</summary>
    public static Outcome<JourneyPiece> OfNode(JourneyDocument document, NodeId id)
    {
        if (Problem(document, id) is { } problem)
            return problem;
        var (nodes, exit) = new JourneyParts(document).Unit(id);
        return new JourneyPiece(id, nodes, exit);
    }

    /// <summary>A node with all that can be reached only through it: what dragging takes along.</summary>
    public static Outcome<JourneyPiece> OfBranch(JourneyDocument document, NodeId id) =>
        Problem(document, id) is { } problem ? problem : new JourneyPiece(id, new JourneyParts(document).Branch(id), null);

    /// <summary>Several selected nodes that follow each other; a split of people brings what stands in it.</summary>
    public static Outcome<JourneyPiece> OfSelection(JourneyDocument document, IReadOnlyCollection<NodeId> ids)
    {
        if (ids.Count == 1)
            return OfNode(document, ids.First());
        if (ids.FirstOrDefault(id => !document.Nodes.ContainsKey(id)) is { Value: not null } gone)
            return new NodeGone(gone.Value);
        var parts = new JourneyParts(document);
        var nodes = ids.Where(id => NodeKinds.DividesPeople(document.Nodes[id].Settings)).SelectMany(id => parts.Unit(id).Nodes).Union(ids).ToHashSet();
        var roots = nodes.Where(id => parts.Graph.Into(id) is var into && (into.Count == 0 || into.Any(end => !nodes.Contains(end.From.Id)))).ToList();
        if (roots is not [var root] || nodes.Any(id => id != root && parts.Graph.Into(id).Any(end => !nodes.Contains(end.From.Id))))
            return new NotOnePiece();
        // A merge of people without its split cannot be torn off.
        if (nodes.Any(id => document.Nodes[id].Settings is PeopleMergeSettings closes && !nodes.Contains(closes.Split)))
            return new GoesWithItsSplit();
        return Problem(document, root) is { } problem ? problem : new JourneyPiece(root, nodes, null);
    }

    private static Refusal? Problem(JourneyDocument document, NodeId id) => document.Node(id)?.Settings switch
    {
        null => new NodeGone(id.Value),
        PeopleMergeSettings => new GoesWithItsSplit(),
        MergeSettings => new MergeStays(),
        _ => id == document.Start ? new StartStays() : null,
    };
}
