using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Domain.Journeys.Validation;

/// <summary>What splits of people must be: only actions on people inside, closed by their own merge, never one in another.</summary>
internal static class PeopleSplitRules
{
    public static void Check(JourneyDocument document, JourneyGraph graph, ProblemList problems)
    {
        var merges = document.Nodes.Values.Where(node => node.Settings is PeopleMergeSettings).ToLookup(node => ((PeopleMergeSettings)node.Settings).Split);
        foreach (var merge in merges.SelectMany(group => group))
        {
            if (document.Node(((PeopleMergeSettings)merge.Settings).Split) is not { } split || !NodeKinds.DividesPeople(split.Settings))
                problems.Add(merge.Id, null, new PeopleMergeWithoutSplit());
        }
        foreach (var split in document.Nodes.Values.Where(node => NodeKinds.DividesPeople(node.Settings)))
        {
            var own = merges[split.Id].ToList();
            if (own.Count == 0)
                problems.Add(split.Id, null, new PeopleMergeMissing());
            foreach (var second in own.Skip(1))
                problems.Add(second.Id, null, new SecondPeopleMerge(split.Id.Value));
            CheckInside(document, graph, split, own.FirstOrDefault(), problems);
        }
    }

    private static void CheckInside(JourneyDocument document, JourneyGraph graph, JourneyNode split, JourneyNode? merge, ProblemList problems)
    {
        var inside = new HashSet<NodeId> { split.Id };
        foreach (var path in split.Paths)
        {
            var at = document.Node(path.To);
            while (at is not null && at.Id != merge?.Id && inside.Add(at.Id))
            {
                if (NodeKinds.DividesPeople(at.Settings))
                    problems.Add(at.Id, null, new NestedPeopleSplit());
                else if (at.Settings is not PeopleActionSettings)
                    problems.Add(at.Id, null, new NotForPeople());
                // Beyond what does not belong here nothing can be said.
                at = at.Settings is PeopleActionSettings && at.Paths.Count == 1 ? document.Node(at.Paths[0].To) : at.Settings is PeopleActionSettings ? null : merge;
            }
            if (merge is not null && at?.Id != merge.Id && at?.Settings is null or PeopleActionSettings)
                problems.Add(split.Id, path.Key, new PeoplePathEnds());
        }
        if (merge is null)
            return;
        // What another merge leads here is told as one split in another.
        foreach (var end in graph.Into(merge.Id).Where(end => !inside.Contains(end.From.Id) && !(end.From.Settings is PeopleMergeSettings other && inside.Contains(other.Split))))
            problems.Add(end.From.Id, end.Path.Key, new PathIntoPeopleMerge());
    }
}
