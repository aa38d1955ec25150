namespace BuyingGroups.Domain.Journeys;

/// <summary>A path and the node it leaves.</summary>
/// <param name="From">The node.</param>
/// <param name="Path">The path.</param>
public readonly record struct PathEnd(JourneyNode From, JourneyPath Path);

/// <summary>What leads where in a document: the way back from every node, what the start reaches, and in which order. Answers for broken documents too.</summary>
public sealed class JourneyGraph
{
    private static readonly IReadOnlyList<PathEnd> None = [];

    private readonly JourneyDocument document;
    private readonly Dictionary<NodeId, List<PathEnd>> into = [];

    private JourneyGraph(JourneyDocument document)
    {
        this.document = document;
        foreach (var node in document.Nodes.Values)
        {
            foreach (var path in node.Paths)
            {
                if (path.To is not { } to || !document.Nodes.ContainsKey(to))
                    continue;
                if (!into.TryGetValue(to, out var ends))
                    into[to] = ends = [];
                ends.Add(new(node, path));
            }
        }
        (Order, Cycles) = Walk(document.Start is { } start ? [start] : []);
        Reached = Order.Select(node => node.Id).ToHashSet();
    }

    /// <summary>The nodes the start reaches, each after all that lead to it (in a document without cycles), paths in their order.</summary>
    public IReadOnlyList<JourneyNode> Order { get; }

    /// <summary>The ids of the nodes the start reaches.</summary>
    public IReadOnlySet<NodeId> Reached { get; }

    /// <summary>Paths that lead back to where they come from.</summary>
    public IReadOnlyList<PathEnd> Cycles { get; }

    /// <summary>The graph of a document.</summary>
    public static JourneyGraph Of(JourneyDocument document) => new(document);

    /// <summary>The paths that lead to a node.</summary>
    public IReadOnlyList<PathEnd> Into(NodeId node) => into.TryGetValue(node, out var ends) ? ends : None;

    /// <summary>Paths that close a cycle among any nodes, those that the start does not reach included.</summary>
    public IReadOnlyList<PathEnd> AllCycles() => Everything().Cycles;

    /// <summary>All nodes, those that the start does not reach included, each after all that lead to it; and the paths that close cycles.</summary>
    internal (IReadOnlyList<JourneyNode> Order, IReadOnlyList<PathEnd> Cycles) Everything() =>
        Walk([.. document.Start is { } start ? [start] : Array.Empty<NodeId>(), .. document.Nodes.Keys]);

    /// <summary>The node and every node after it, each after all that lead to it.</summary>
    public IReadOnlyList<JourneyNode> From(NodeId node) => Walk([node]).Order;

    // Depth first without recursion: a thousand nodes in a row would not fit on every stack.
    private (IReadOnlyList<JourneyNode> Order, IReadOnlyList<PathEnd> Cycles) Walk(IEnumerable<NodeId> roots)
    {
        var isDone = new Dictionary<NodeId, bool>();
        var (order, cycles) = (new List<JourneyNode>(), new List<PathEnd>());
        var stack = new Stack<(JourneyNode Node, int Path)>();
        foreach (var root in roots)
        {
            if (document.Node(root) is not { } first || !isDone.TryAdd(root, false))
                continue;
            stack.Push((first, first.Paths.Count - 1));
            while (stack.TryPop(out var at))
            {
                if (at.Path < 0)
                {
                    isDone[at.Node.Id] = true;
                    order.Add(at.Node);
                    continue;
                }
                stack.Push((at.Node, at.Path - 1));
                var path = at.Node.Paths[at.Path];
                if (document.Node(path.To) is not { } next)
                    continue;
                if (isDone.TryAdd(next.Id, false))
                    stack.Push((next, next.Paths.Count - 1));
                else if (!isDone[next.Id])
                    cycles.Add(new(at.Node, path));
            }
        }
        // Made from the end, last path first, so that the order is that of the paths.
        order.Reverse();
        return (order, cycles);
    }
}
