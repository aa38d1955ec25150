using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using static BuyingGroups.Domain.Journeys.Layout.LayoutSizes;

namespace BuyingGroups.Domain.Journeys.Layout;

/// <summary>Draws nodes, lines and boxes once blocks have their places.</summary>
internal static class LayoutLines
{
    public static JourneyLayout Draw(JourneyDocument document, LayoutTree tree)
    {
        var nodes = new Dictionary<NodeId, LayoutBox>(tree.Order.Count);
        foreach (var node in tree.Order)
            nodes[node.Node.Id] = new(node.X + node.Anchor - (node.NodeWidth / 2), node.Y + node.Top, node.NodeWidth, node.NodeHeight);
        var lines = new List<PathLine>();
        foreach (var node in tree.Order)
        {
            for (var index = 0; index < node.Node.Paths.Count; index++)
                lines.Add(Line(node, index, nodes));
        }
        var width = tree.Order.Select(node => node.X + node.Width).DefaultIfEmpty(Margin).Max();
        var height = tree.Order.Select(node => node.Y + node.Height).DefaultIfEmpty(Margin).Max();
        return new(nodes, lines, Regions(document, nodes), width + Margin, height + Margin);
    }

    private static PathLine Line(TreeNode node, int index, Dictionary<NodeId, LayoutBox> nodes)
    {
        var (path, box) = (node.Node.Paths[index], nodes[node.Node.Id]);
        var several = node.Node.Paths.Count > 1;
        var lane = node.X + node.Lanes[index];
        var fork = box.Bottom + Fork;
        List<LayoutPoint> points = several && lane != box.Center
            ? [new(box.Center, box.Bottom), new(box.Center, fork), new(lane, fork)]
            : [new(box.Center, box.Bottom)];
        // Clear of the box around a split of people.
        var bottom = box.Bottom + (node.Node.Settings is PeopleMergeSettings ? RegionPadding : 0);
        var plus = new LayoutPoint(lane, several ? fork + PlusDown : bottom + (Gap / 2));
        LayoutPoint? label = several ? new(lane, fork + LabelDown) : null;
        var place = new PathPlace(node.Node.Id, path.Key);
        if (path.To is not { } to || !nodes.TryGetValue(to, out var target))
        {
            var end = new LayoutPoint(lane, plus.Y + EndDown);
            return new(place, [.. points, end], label, plus, end);
        }
        if (node.Below.TryGetValue(index, out var below) && below.Node.Id == to)
            return new(place, [.. points, new(lane, target.Y)], label, plus, null);
        // To a node that joins several: down in its own column, then across.
        var across = target.Y - JoinUp;
        if (lane != target.Center)
            points.AddRange([new(lane, across), new(target.Center, across)]);
        return new(place, [.. points, new(target.Center, target.Y)], label, plus, null);
    }

    private static Dictionary<NodeId, LayoutBox> Regions(JourneyDocument document, Dictionary<NodeId, LayoutBox> nodes)
    {
        var parts = new JourneyParts(document);
        var regions = new Dictionary<NodeId, LayoutBox>();
        foreach (var split in document.Nodes.Values.Where(node => NodeKinds.DividesPeople(node.Settings)))
        {
            var inside = parts.Unit(split.Id).Nodes.Where(id => id == split.Id || parts.RegionOf(id) == split.Id || document.Nodes[id].Settings is PeopleMergeSettings).Select(id => nodes[id]).ToList();
            var (left, top) = (inside.Min(box => box.X) - RegionPadding, inside.Min(box => box.Y) - RegionCaption);
            regions[split.Id] = new(left, top, inside.Max(box => box.Right) + RegionPadding - left, inside.Max(box => box.Bottom) + RegionPadding - top);
        }
        return regions;
    }
}
