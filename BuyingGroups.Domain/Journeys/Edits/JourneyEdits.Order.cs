using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Edits;

public static partial class JourneyEdits
{
    /// <summary>The path on which something stands that comes after a node: behind the merge of a split that is closed, else its first path; null when there is none.</summary>
    public static PathPlace? PlaceAfter(JourneyDocument document, NodeId id)
    {
        if (document.Node(id) is not { } node)
            return null;
        if (new JourneyParts(document).Unit(id).Exit is { } exit)
            return exit;
        return node.Paths.Count > 0 ? new(id, node.Paths[0].Key) : null;
    }

    /// <summary>The nodes on whose paths only actions on people fit: splits of people and what stands in them.</summary>
    public static IEnumerable<NodeId> ForPeople(JourneyDocument document)
    {
        var parts = new JourneyParts(document);
        return document.Nodes.Values.Where(node => NodeKinds.DividesPeople(node.Settings) || parts.RegionOf(node.Id) is not null).Select(node => node.Id);
    }

    /// <summary>Moves a node, with what closes it, behind the one that follows it.</summary>
    public static Outcome<JourneyEdit> MoveDown(JourneyDocument document, NodeId id)
    {
        var piece = JourneyPiece.OfNode(document, id);
        if (!piece.Succeeded)
            return Outcome<JourneyEdit>.Refused(piece.Refusals);
        var follows = piece.Value.Exit is { } exit ? document.Path(exit)?.To : null;
        if (follows is not { } next || PlaceAfter(document, next) is not { } at || document.Nodes[next].Settings is PeopleMergeSettings)
            return new NothingFurther();
        return Move(document, piece.Value, at);
    }

    /// <summary>Moves a node, with what closes it, before the one that leads to it; before a whole split of people when it stands behind one.</summary>
    public static Outcome<JourneyEdit> MoveUp(JourneyDocument document, NodeId id)
    {
        var piece = JourneyPiece.OfNode(document, id);
        if (!piece.Succeeded)
            return Outcome<JourneyEdit>.Refused(piece.Refusals);
        var graph = JourneyGraph.Of(document);
        if (graph.Into(id) is not [{ From: { } before }, ..])
            return new NothingFurther();
        if (before.Settings is PeopleMergeSettings closes && document.Node(closes.Split) is { } split)
            before = split;
        if (new JourneyParts(document).RegionOf(id) is not null && NodeKinds.DividesPeople(before.Settings))
            return new NothingFurther();
        return graph.Into(before.Id) is [var into, ..] ? Move(document, piece.Value, new(into.From.Id, into.Path.Key)) : new NothingFurther();
    }
}
