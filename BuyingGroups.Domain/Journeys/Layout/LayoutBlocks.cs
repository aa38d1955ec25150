using BuyingGroups.Domain.Journeys.Nodes;
using static BuyingGroups.Domain.Journeys.Layout.LayoutSizes;

namespace BuyingGroups.Domain.Journeys.Layout;

/// <summary>
/// Measures blocks from the bottom up, each a node with all that hangs under it. Blocks of paths stand side by side; what joins some of them
/// stands under these, so that a line runs down in its own column. Then places them from the top down.
/// </summary>
internal static class LayoutBlocks
{
    public static LayoutTree Of(LayoutTree tree)
    {
        for (var index = tree.Order.Count - 1; index >= 0; index--)
            Measure(tree.Order[index]);
        var left = Margin;
        foreach (var node in tree.Order)
        {
            if (node.Parent is { } parent)
            {
                (node.X, node.Y) = (node.X + parent.X, node.Y + parent.Y);
            }
            else
            {
                (node.X, node.Y) = (left, Margin);
                left += node.Width + (2 * Between);
            }
        }
        return tree;
    }

    private static void Measure(TreeNode node)
    {
        var isPeopleMerge = node.Node.Settings is PeopleMergeSettings;
        var isRegion = NodeKinds.DividesPeople(node.Node.Settings);
        (node.NodeWidth, node.NodeHeight) = isPeopleMerge ? (PeopleMergeWidth, PeopleMergeHeight) : (JourneyLayout.NodeWidth, JourneyLayout.NodeHeight);
        node.Top = isRegion ? RegionCaption : 0;
        var bottom = node.Top + node.NodeHeight + (isPeopleMerge ? RegionPadding : 0);
        if (node.Node.Paths.Count == 0)
        {
            (node.Width, node.Height, node.Anchor) = (node.NodeWidth, bottom, node.NodeWidth / 2);
            return;
        }
        var columns = Columns(node);
        var first = Join(node, columns);
        var down = bottom + (node.Node.Paths.Count > 1 ? Fork + BranchDown : Gap);
        var (left, right) = (0d, 0d);
        foreach (var group in first)
        {
            group.Shift(left - group.Left, down);
            left += group.Width + Between;
            right = Math.Max(right, group.Right);
        }
        node.Anchor = (columns[0].Lane + columns[^1].Lane) / 2;
        var padding = isRegion ? RegionPadding : 0;
        var start = Math.Min(0, node.Anchor - (node.NodeWidth / 2)) - padding;
        var end = Math.Max(right, node.Anchor + (node.NodeWidth / 2)) + padding;
        foreach (var group in first)
            group.Shift(-start, 0);
        node.Anchor -= start;
        node.Lanes = [.. columns.Select(column => column.Lane)];
        node.Width = end - start;
        node.Height = Math.Max(bottom, first.Max(group => group.Bottom));
    }

    private static List<Column> Columns(TreeNode node)
    {
        var several = node.Node.Paths.Count > 1;
        var columns = new List<Column>();
        for (var index = 0; index < node.Node.Paths.Count; index++)
        {
            if (node.Below.TryGetValue(index, out var below))
            {
                columns.Add(new Column(Math.Max(below.Width, several ? LaneWidth : 0), below.Height, below.Anchor + Math.Max(0, ((several ? LaneWidth : 0) - below.Width) / 2), below));
            }
            else
            {
                // A path that ends, or runs down to where it joins others.
                var width = several ? LaneWidth : node.NodeWidth;
                columns.Add(new Column(width, node.Ends[index] ? EndDown + EndHeight : 0, width / 2, null));
            }
        }
        return columns;
    }

    /// <summary>Puts each node that joins columns under them; gives back what stands side by side in the end.</summary>
    private static List<Group> Join(TreeNode node, List<Column> columns)
    {
        var groups = columns.ConvertAll(column => new Group(column));
        var ofColumn = groups.ToArray();
        var ofJoin = new Dictionary<TreeNode, Group>();
        foreach (var join in node.Joins)
        {
            var joined = join.Into.Select(end => GroupOf(end.From, end.PathIndex)).OfType<Group>().Distinct().ToList();
            var (from, to) = (joined.Min(groups.IndexOf), joined.Max(groups.IndexOf));
            var row = groups.GetRange(from, to - from + 1);
            var group = Group.Over(row, join);
            groups.RemoveRange(from, row.Count);
            groups.Insert(from, group);
            for (var index = 0; index < ofColumn.Length; index++)
            {
                if (row.Contains(ofColumn[index]))
                    ofColumn[index] = group;
            }
            foreach (var (other, _) in ofJoin.Where(entry => row.Contains(entry.Value)).ToList())
                ofJoin[other] = group;
            ofJoin[join] = group;
        }
        return groups;

        Group? GroupOf(TreeNode? from, int pathIndex)
        {
            if (from == node)
                return ofColumn[pathIndex];
            while (from is not null && from.Parent != node)
                from = from.Parent;
            return from is null ? null : from.PathIndex >= 0 ? ofColumn[from.PathIndex] : ofJoin.GetValueOrDefault(from);
        }
    }
}

/// <summary>One path with what hangs on it.</summary>
internal sealed class Column(double width, double height, double lane, TreeNode? below)
{
    public double Width => width;

    public double Height => height;

    /// <summary>Where the path runs down.</summary>
    public double Lane { get; private set; } = lane;

    public void Shift(double x, double y)
    {
        Lane += x;
        if (below is not null)
            (below.X, below.Y) = (below.X + x, below.Y + y);
    }

    /// <summary>Puts what hangs on it at the column's left top.</summary>
    public void Begin()
    {
        if (below is not null)
            (below.X, below.Y) = (Lane - below.Anchor, 0);
    }
}

/// <summary>Columns side by side, and what joins them underneath.</summary>
internal sealed class Group
{
    private readonly List<Column> columns = [];
    private readonly List<TreeNode> joins = [];

    private Group()
    {
    }

    public Group(Column column)
    {
        column.Begin();
        columns.Add(column);
        (Right, Bottom, Middle) = (column.Width, column.Height, column.Lane);
    }

    public double Left { get; private set; }

    public double Right { get; private set; }

    public double Bottom { get; private set; }

    /// <summary>Where its last line runs down.</summary>
    public double Middle { get; private set; }

    public double Width => Right - Left;

    /// <summary>A row of groups with what joins them under it.</summary>
    public static Group Over(List<Group> row, TreeNode join)
    {
        var left = 0d;
        foreach (var part in row)
        {
            part.Shift(left - part.Left, 0);
            left += part.Width + Between;
        }
        var group = new Group { Right = left - Between, Middle = (row[0].Middle + row[^1].Middle) / 2 };
        (join.X, join.Y) = (group.Middle - join.Anchor, row.Max(part => part.Bottom) + Gap + JoinUp);
        group.Left = Math.Min(0, join.X);
        group.Right = Math.Max(group.Right, join.X + join.Width);
        group.Bottom = join.Y + join.Height;
        group.columns.AddRange(row.SelectMany(part => part.columns));
        group.joins.AddRange(row.SelectMany(part => part.joins).Append(join));
        return group;
    }

    public void Shift(double x, double y)
    {
        foreach (var column in columns)
            column.Shift(x, y);
        foreach (var join in joins)
            (join.X, join.Y) = (join.X + x, join.Y + y);
        (Left, Right, Bottom, Middle) = (Left + x, Right + x, Bottom + y, Middle + x);
    }
}
