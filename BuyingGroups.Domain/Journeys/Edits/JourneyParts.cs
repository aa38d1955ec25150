using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Domain.Journeys.Edits;

/// <summary>Which nodes of a document belong together: what a node takes along when it moves, what lies in a split of people.</summary>
internal sealed class JourneyParts
{
    private readonly Dictionary<NodeId, NodeId> regions = [];
    private readonly Dictionary<NodeId, NodeId> merges = [];

    public JourneyParts(JourneyDocument document)
    {
        (Document, Graph) = (document, JourneyGraph.Of(document));
        foreach (var merge in document.Nodes.Values)
        {
            if (merge.Settings is PeopleMergeSettings closes)
                merges[closes.Split] = merge.Id;
        }
        foreach (var split in document.Nodes.Values.Where(node => NodeKinds.DividesPeople(node.Settings)))
        {
            foreach (var path in split.Paths)
            {
                for (var at = document.Node(path.To); at is { Settings: PeopleActionSettings, Paths.Count: 1 } && regions.TryAdd(at.Id, split.Id); at = document.Node(at.Paths[0].To))
                {
                }
            }
        }
    }

    public JourneyDocument Document { get; }

    public JourneyGraph Graph { get; }

    /// <summary>The split of people that a node stands in, or null.</summary>
    public NodeId? RegionOf(NodeId node) => regions.TryGetValue(node, out var split) ? split : null;

    /// <summary>The merge that closes a split of people.</summary>
    public NodeId? MergeOf(NodeId split) => merges.TryGetValue(split, out var merge) ? merge : null;

    /// <summary>True when a path lies in a split of people.</summary>
    public bool IsForPeople(PathPlace place) => RegionOf(place.Node) is not null || (Document.Node(place.Node) is { } node && NodeKinds.DividesPeople(node.Settings));

    /// <summary>The node with all that can be reached only through it: what dragging a node takes along.</summary>
    public HashSet<NodeId> Branch(NodeId root)
    {
        if (RegionOf(root) is { } split)
        {
            var chain = new HashSet<NodeId>();
            for (var at = Document.Node(root); at is not null && RegionOf(at.Id) == split && chain.Add(at.Id); at = Document.Node(at.Paths[0].To))
            {
            }
            return chain;
        }
        var without = ReachedWithout(node => node == root, _ => false);
        return Graph.From(root).Select(node => node.Id).Where(id => !without.Contains(id)).ToHashSet();
    }

    /// <summary>The node with what closes it: a split up to where its paths join, with all in between; other nodes alone. The exit is the path that goes on.</summary>
    public (HashSet<NodeId> Nodes, PathPlace? Exit) Unit(NodeId root)
    {
        var node = Document.Nodes[root];
        if (NodeKinds.DividesPeople(node.Settings))
            return OfPeopleSplit(node);
        var branch = Branch(root);
        if (node.Paths.Count(path => path.To is not null) > 1 && JoinOf(node) is { } join && branch.Contains(join))
        {
            var inside = Reached([root], id => id == join, _ => false);
            inside.IntersectWith(branch);
            inside.Add(join);
            return (inside, NextOf(join));
        }
        if (NodeKinds.DividesAccounts(node.Settings))
            return (branch, null);
        var nodes = new HashSet<NodeId> { root };
        if (node.Paths.FirstOrDefault(path => path.Kind == PathKind.Timeout) is { To: not null } timeout)
        {
            var without = ReachedWithout(_ => false, end => end.From.Id == root && string.Equals(end.Path.Key, timeout.Key, StringComparison.Ordinal));
            nodes.UnionWith(branch.Where(id => !without.Contains(id)));
        }
        return (nodes, NextOf(root));
    }

    /// <summary>The first merge that all paths of a split lead to which meet another of its paths anywhere; null when there is none.</summary>
    public NodeId? JoinOf(JourneyNode split)
    {
        var reaches = split.Paths.Where(path => path.To is not null)
            .Select(path => Graph.From(path.To!.Value).Where(node => node.Settings is MergeSettings).Select(node => node.Id).ToHashSet()).ToList();
        // A path that meets none of the others comes to an end by itself.
        var meeting = reaches.Where(reach => reaches.Any(other => other != reach && other.Overlaps(reach))).ToList();
        return meeting.Count < 2 ? null : Graph.From(split.Id).Select(node => (NodeId?)node.Id).FirstOrDefault(id => meeting.All(reach => reach.Contains(id!.Value)));
    }

    /// <summary>Where the way that accounts go first ends the journey within a set of nodes; else any path there that ends it.</summary>
    public PathPlace? FirstEnd(NodeId root, IReadOnlySet<NodeId> nodes)
    {
        var seen = new HashSet<NodeId>();
        for (var at = Document.Node(root); at is { Paths.Count: > 0 } && nodes.Contains(at.Id) && seen.Add(at.Id);)
        {
            var join = NodeKinds.DividesPeople(at.Settings) ? MergeOf(at.Id) : NodeKinds.DividesAccounts(at.Settings) ? JoinOf(at) : null;
            if (join is null && at.Paths[0].To is null)
                return new(at.Id, at.Paths[0].Key);
            at = Document.Node(join ?? at.Paths[0].To);
        }
        return Graph.From(root).Where(node => nodes.Contains(node.Id))
            .SelectMany(node => node.Paths.Where(path => path.To is null).Select(path => (PathPlace?)new PathPlace(node.Id, path.Key))).FirstOrDefault();
    }

    private (HashSet<NodeId> Nodes, PathPlace? Exit) OfPeopleSplit(JourneyNode split)
    {
        var nodes = regions.Where(region => region.Value == split.Id).Select(region => region.Key).Append(split.Id).ToHashSet();
        if (MergeOf(split.Id) is not { } merge)
            return (nodes, null);
        nodes.Add(merge);
        return (nodes, NextOf(merge));
    }

    private PathPlace? NextOf(NodeId node) => Document.Node(node)?.Paths.FirstOrDefault(path => path.Kind == PathKind.Next) is { } next ? new(node, next.Key) : null;

    private HashSet<NodeId> ReachedWithout(Func<NodeId, bool> node, Func<PathEnd, bool> path) => Reached(Document.Start is { } start ? [start] : [], node, path);

    private HashSet<NodeId> Reached(IEnumerable<NodeId> roots, Func<NodeId, bool> without, Func<PathEnd, bool> withoutPath)
    {
        var reached = new HashSet<NodeId>();
        var stack = new Stack<NodeId>(roots);
        while (stack.TryPop(out var id))
        {
            if (without(id) || Document.Node(id) is not { } node || !reached.Add(id))
                continue;
            foreach (var path in node.Paths.Where(path => path.To is not null && !withoutPath(new(node, path))))
                stack.Push(path.To!.Value);
        }
        return reached;
    }
}
