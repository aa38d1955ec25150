using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Outline;

/// <summary>
/// A journey as a tree: steps that follow each other are siblings, the paths of a split are its children, and what stands on a path is under it. A merge
/// stands behind the split whose paths it joins; the paths say that they go on there. What the start does not reach comes last.
/// </summary>
public sealed class OutlineRows
{
    private readonly JourneyDocument document;
    private readonly JourneyGraph graph;
    private readonly HashSet<NodeId> shown = [];

    private OutlineRows(JourneyDocument document) => (this.document, graph) = (document, JourneyGraph.Of(document));

    /// <summary>The lines of a document, from the top.</summary>
    public static IReadOnlyList<OutlineRow> Of(JourneyDocument document)
    {
        var outline = new OutlineRows(document);
        var (roots, waiting) = (new List<Line>(), new Dictionary<NodeId, int>());
        outline.Follow(document.Start, null, roots, waiting);
        outline.Join(roots, waiting, complete: false);
        foreach (var node in document.Nodes.Values)
        {
            if (outline.shown.Contains(node.Id))
                continue;
            outline.Stand(node, roots, waiting);
            outline.Join(roots, waiting, complete: false);
        }
        var rows = new List<OutlineRow>(document.Nodes.Count * 2);
        Flatten(roots, 1, rows);
        return rows;
    }

    /// <summary>What follows on a path, down to where it ends or joins others.</summary>
    private void Follow(NodeId? next, (JourneyNode From, JourneyPath Path)? way, List<Line> lines, Dictionary<NodeId, int> waiting)
    {
        if (document.Node(next) is not { } node)
            return;
        if (way is { } came && (node.Settings is PeopleMergeSettings || graph.Into(node.Id).Count > 1))
        {
            lines.Add(new(OutlineKind.Joins, came.From, came.Path) { Into = node });
            waiting[node.Id] = waiting.GetValueOrDefault(node.Id) + 1;
            return;
        }
        Stand(node, lines, waiting);
    }

    private void Stand(JourneyNode first, List<Line> lines, Dictionary<NodeId, int> waiting)
    {
        for (var node = first; shown.Add(node.Id);)
        {
            var line = new Line(OutlineKind.Step, node, null);
            lines.Add(line);
            if (node.Paths is [{ Kind: PathKind.Next } only])
            {
                line.EndsHere = document.Node(only.To) is null;
                if (document.Node(only.To) is not { } next)
                    return;
                if (next.Settings is PeopleMergeSettings || graph.Into(next.Id).Count > 1)
                {
                    Follow(next.Id, (node, only), lines, waiting);
                    return;
                }
                node = next;
                continue;
            }
            // How many paths lead to each merge from within this split.
            var inside = new Dictionary<NodeId, int>();
            foreach (var path in node.Paths)
            {
                var branch = new Line(OutlineKind.Path, node, path) { EndsHere = document.Node(path.To) is null };
                line.Children.Add(branch);
                Follow(path.To, (node, path), branch.Children, inside);
            }
            Join(lines, inside, complete: true);
            foreach (var (merge, arrived) in inside)
                waiting[merge] = waiting.GetValueOrDefault(merge) + arrived;
            return;
        }
    }

    /// <summary>Merges stand behind the innermost split that all their paths come from; those of broken drafts at the end.</summary>
    private void Join(List<Line> lines, Dictionary<NodeId, int> waiting, bool complete)
    {
        while (waiting.Where(merge => !complete || merge.Value == graph.Into(merge.Key).Count).Select(merge => (NodeId?)merge.Key).Order().FirstOrDefault() is { } merge)
        {
            waiting.Remove(merge);
            Stand(document.Nodes[merge], lines, waiting);
        }
    }

    private static void Flatten(List<Line> lines, int level, List<OutlineRow> rows)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            rows.Add(new(line.Kind, line.Node, line.Path, line.Into, level, index + 1, lines.Count, line.Children.Count > 0, line.EndsHere));
            Flatten(line.Children, level + 1, rows);
        }
    }

    private sealed record Line(OutlineKind Kind, JourneyNode Node, JourneyPath? Path)
    {
        public List<Line> Children { get; } = [];

        public JourneyNode? Into { get; init; }

        public bool EndsHere { get; set; }
    }
}
