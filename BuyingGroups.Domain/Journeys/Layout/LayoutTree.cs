namespace BuyingGroups.Domain.Journeys.Layout;

/// <summary>
/// The drawing as a tree: a node hangs under the path that leads to it; one that several paths lead to hangs under the split in which they all lie.
/// </summary>
internal sealed class LayoutTree
{
    private readonly Dictionary<NodeId, TreeNode> byId = [];

    private LayoutTree(IReadOnlyList<TreeNode> order) => Order = order;

    /// <summary>Every node, after all that lead to it.</summary>
    public IReadOnlyList<TreeNode> Order { get; }

    /// <summary>A node by its id, or null.</summary>
    public TreeNode? Find(NodeId? id) => id is { } known && byId.TryGetValue(known, out var node) ? node : null;

    public static LayoutTree Of(JourneyDocument document)
    {
        var graph = JourneyGraph.Of(document);
        var (order, cycles) = graph.Everything();
        var around = cycles.Select(end => (end.From.Id, end.Path.Key)).ToHashSet();
        var tree = new LayoutTree([.. order.Select(node => new TreeNode(node))]);
        foreach (var node in tree.Order)
            tree.byId[node.Node.Id] = node;
        foreach (var node in tree.Order)
        {
            node.Into = [.. graph.Into(node.Node.Id).Where(end => !around.Contains((end.From.Id, end.Path.Key))).Select(end => (tree.byId[end.From.Id], IndexOf(end)))];
            node.Ends = [.. node.Node.Paths.Select(path => tree.Find(path.To) is null)];
            tree.Hang(node);
        }
        return tree;
    }

    private void Hang(TreeNode node)
    {
        if (node.Into.Count == 0)
            return;
        var parent = node.Into[0].From;
        foreach (var (from, _) in node.Into.Skip(1))
            parent = parent is null ? null : Above(parent, from);
        if (parent is null)
            return;
        (node.Parent, node.Depth) = (parent, parent.Depth + 1);
        if (node.Into.Count == 1)
            (node.PathIndex, parent.Below[node.Into[0].PathIndex]) = (node.Into[0].PathIndex, node);
        else
            parent.Joins.Add(node);
    }

    private static int IndexOf(PathEnd end)
    {
        for (var index = 0; index < end.From.Paths.Count; index++)
        {
            if (ReferenceEquals(end.From.Paths[index], end.Path))
                return index;
        }
        return 0;
    }

    /// <summary>The lowest node that both hang under, either itself included; null when they are of different trees.</summary>
    private static TreeNode? Above(TreeNode left, TreeNode right)
    {
        TreeNode? one = left, other = right;
        while (one != other && one is not null && other is not null)
        {
            if (one.Depth >= other.Depth)
                one = one.Parent;
            else
                other = other.Parent;
        }
        return one == other ? one : null;
    }
}

/// <summary>A node in the tree, with the block it takes on the drawing.</summary>
internal sealed class TreeNode(JourneyNode node)
{
    public JourneyNode Node => node;

    /// <summary>What it hangs under; null at the top.</summary>
    public TreeNode? Parent { get; set; }

    public int Depth { get; set; }

    /// <summary>Which path of the parent it hangs on; −1 when it joins several.</summary>
    public int PathIndex { get; set; } = -1;

    /// <summary>The paths that lead to it.</summary>
    public IReadOnlyList<(TreeNode From, int PathIndex)> Into { get; set; } = [];

    /// <summary>By path: what hangs on it.</summary>
    public Dictionary<int, TreeNode> Below { get; } = [];

    /// <summary>What joins paths within it, each after those that lead to it.</summary>
    public List<TreeNode> Joins { get; } = [];

    /// <summary>By path: whether nothing follows.</summary>
    public IReadOnlyList<bool> Ends { get; set; } = [];

    // The block: the node with all that hangs under it, measured from its own left top.
    public double Width { get; set; }

    public double Height { get; set; }

    /// <summary>Middle of the node from the left of the block.</summary>
    public double Anchor { get; set; }

    /// <summary>Top of the node from the top of the block.</summary>
    public double Top { get; set; }

    public double NodeWidth { get; set; }

    public double NodeHeight { get; set; }

    /// <summary>By path: from the left of the block to where it runs down.</summary>
    public double[] Lanes { get; set; } = [];

    /// <summary>Left top of the block: within that of the parent first, on the drawing in the end.</summary>
    public double X { get; set; }

    public double Y { get; set; }
}
