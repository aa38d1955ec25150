using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Domain.Journeys.Validation;

/// <summary>What the drawing as a whole must be: one start, everything reached, no cycles, only merges join.</summary>
internal static class GraphRules
{
    public static void Check(JourneyDocument document, JourneyGraph graph, ProblemList problems)
    {
        CheckStart(document, graph, problems);
        foreach (var node in document.Nodes.Values)
        {
            foreach (var path in node.Paths.Where(path => path.To is not null && document.Node(path.To) is null))
                problems.Add(node.Id, path.Key, new TargetUnknown(path.To!.Value.Value));
            if (document.Start is not null && !graph.Reached.Contains(node.Id))
                problems.Add(node.Id, null, node.Settings is MergeSettings && graph.Into(node.Id).Count == 0 ? new MergeOfNothing() : new Unreachable());
            CheckInto(document, node, graph, problems);
        }
        foreach (var end in graph.AllCycles())
            problems.Add(end.From.Id, end.Path.Key, new Cycle(end.Path.To!.Value.Value));
    }

    private static void CheckStart(JourneyDocument document, JourneyGraph graph, ProblemList problems)
    {
        if (document.Nodes.Count > JourneyLimits.Nodes)
            problems.Add(null, null, new JourneyTooLarge(JourneyLimits.Nodes));
        if (document.Node(document.Start) is not { } start)
        {
            problems.Add(null, null, new StartMissing());
        }
        else
        {
            if (start.Settings is not AccountAudienceSettings)
                problems.Add(start.Id, null, new StartNotAudience());
            foreach (var end in graph.Into(start.Id))
                problems.Add(end.From.Id, end.Path.Key, new PathIntoStart());
        }
        foreach (var node in document.Nodes.Values.Where(node => node.Settings is AccountAudienceSettings && node.Id != document.Start))
            problems.Add(node.Id, null, new SecondAudience());
    }

    private static void CheckInto(JourneyDocument document, JourneyNode node, JourneyGraph graph, ProblemList problems)
    {
        var count = graph.Into(node.Id).Count;
        if (node.Settings is MergeSettings)
        {
            if (count == 1)
                problems.Add(node.Id, null, new MergeOfOne(), ProblemSeverity.Warning);
        }
        else if (count > 1 && node.Settings is not PeopleMergeSettings && node.Id != document.Start)
        {
            problems.Add(node.Id, null, new SeveralPathsInto());
        }
    }
}
