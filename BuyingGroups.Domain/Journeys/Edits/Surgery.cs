namespace BuyingGroups.Domain.Journeys.Edits;

/// <summary>The cuts and seams that edits are made of.</summary>
internal static class Surgery
{
    /// <summary>A path of a document, or null.</summary>
    public static JourneyPath? Path(this JourneyDocument document, PathPlace place) =>
        document.Node(place.Node)?.Paths.FirstOrDefault(path => string.Equals(path.Key, place.PathKey, StringComparison.Ordinal));

    /// <summary>The document with a path changed.</summary>
    public static JourneyDocument Change(this JourneyDocument document, PathPlace place, Func<JourneyPath, JourneyPath> change)
    {
        var node = document.Nodes[place.Node];
        return document.With(node with { Paths = [.. node.Paths.Select(path => string.Equals(path.Key, place.PathKey, StringComparison.Ordinal) ? change(path) : path)] });
    }

    /// <summary>The document with a path leading elsewhere.</summary>
    public static JourneyDocument Lead(this JourneyDocument document, PathPlace place, NodeId? to) => document.Change(place, path => path with { To = to });

    /// <summary>The document with every path into a node leading elsewhere.</summary>
    public static JourneyDocument LeadAll(this JourneyDocument document, IEnumerable<PathEnd> ends, NodeId? to) =>
        ends.Aggregate(document, (changed, end) => changed.Lead(new(end.From.Id, end.Path.Key), to));

    /// <summary>The document without the nodes that the start reached before and does not reach any more.</summary>
    public static JourneyDocument WithoutLost(this JourneyDocument document, JourneyGraph before)
    {
        var now = JourneyGraph.Of(document).Reached;
        return document with { Nodes = document.Nodes.RemoveRange(before.Reached.Where(id => !now.Contains(id))) };
    }

    /// <summary>The name of a node as an edit tells it: its own, or that of its kind.</summary>
    public static string Called(this JourneyNode node) => node.Name ?? NodeKinds.Of(node.Settings).Label;

    /// <summary>The percentages of so many paths, as even as whole numbers can be: 33, 33, 34.</summary>
    public static IEnumerable<int> Even(int paths) => Enumerable.Range(0, paths).Select(index => (100 / paths) + (index >= paths - (100 % paths) ? 1 : 0));

    /// <summary>The paths with percentages distributed evenly over the branches, where there are percentages.</summary>
    public static IReadOnlyList<JourneyPath> Distributed(IReadOnlyList<JourneyPath> paths, PathShape shape)
    {
        if (!shape.HasPercent)
            return paths;
        var shares = new Queue<int>(Even(Math.Max(1, paths.Count(path => path.Kind == PathKind.Branch))));
        return [.. paths.Select(path => path.Kind == PathKind.Branch ? path with { Percent = shares.Dequeue() } : path)];
    }
}
