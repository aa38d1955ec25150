using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Edits;

public static partial class JourneyEdits
{
    /// <summary>Adds a branch after the others, or the path "other" or "timeout". Percentages are distributed evenly again.</summary>
    public static Outcome<JourneyEdit> AddPath(JourneyDocument document, NodeId id, PathKind kind = PathKind.Branch)
    {
        if (document.Node(id) is not { } node)
            return new NodeGone(id.Value);
        var shape = NodeKinds.Of(node.Settings).Shape;
        if (kind == PathKind.Branch && shape.MostBranches > 0 && node.Paths.Count(path => path.Kind == PathKind.Branch) >= shape.MostBranches)
            return new PathCountFixed(shape.FewestBranches, shape.MostBranches);
        if (!MayHave(node, shape, kind))
            return new PathDoesNotFit();
        var keys = node.Paths.Select(path => path.Key).ToList();
        var key = kind switch
        {
            PathKind.Other when !keys.Contains("other", StringComparer.Ordinal) => "other",
            PathKind.Timeout when !keys.Contains("timeout", StringComparer.Ordinal) => "timeout",
            _ => JourneyIds.NewPath(keys),
        };
        var added = new JourneyPath(key, kind, NodeKinds.DividesPeople(node.Settings) ? new JourneyParts(document).MergeOf(id) : null);
        var branches = node.Paths.TakeWhile(path => path.Kind != PathKind.Other).ToList();
        IReadOnlyList<JourneyPath> paths = kind == PathKind.Branch ? [.. branches, added, .. node.Paths.Skip(branches.Count)] : [.. node.Paths, added];
        return new JourneyEdit(document, document.With(node with { Paths = Surgery.Distributed(paths, shape) }), new("Add a path to {0}", node.Called()), id);
    }

    /// <summary>Removes a path with what only it leads to. Percentages are distributed evenly again.</summary>
    public static Outcome<JourneyEdit> RemovePath(JourneyDocument document, PathPlace place)
    {
        if (document.Path(place) is not { } path)
            return new PathGone(place.ToString());
        var node = document.Nodes[place.Node];
        var shape = NodeKinds.Of(node.Settings).Shape;
        if (path.Kind == PathKind.Next)
            return new PathDoesNotFit();
        if (path.Kind == PathKind.Branch && node.Paths.Count(other => other.Kind == PathKind.Branch) <= shape.FewestBranches)
            return new PathCountFixed(shape.FewestBranches, shape.MostBranches);
        IReadOnlyList<JourneyPath> rest = [.. node.Paths.Where(other => other != path)];
        var changed = document.With(node with { Paths = path.Kind == PathKind.Branch ? Surgery.Distributed(rest, shape) : rest });
        return new JourneyEdit(document, changed.WithoutLost(JourneyGraph.Of(document)), new("Remove the path {0} of {1}", path.Name ?? path.Key, node.Called()), node.Id);
    }

    /// <summary>Puts a branch at another place among the branches.</summary>
    /// <param name="document">The document.</param>
    /// <param name="place">The branch.</param>
    /// <param name="index">Its new place, from 0; what is too large is the last.</param>
    public static Outcome<JourneyEdit> ReorderPath(JourneyDocument document, PathPlace place, int index)
    {
        if (document.Path(place) is not { } path)
            return new PathGone(place.ToString());
        var node = document.Nodes[place.Node];
        if (path.Kind != PathKind.Branch)
            return new PathDoesNotFit();
        var branches = node.Paths.Where(other => other.Kind == PathKind.Branch && other != path).ToList();
        branches.Insert(Math.Clamp(index, 0, branches.Count), path);
        var changed = document.With(node with { Paths = [.. branches, .. node.Paths.Where(other => other.Kind != PathKind.Branch)] });
        return new JourneyEdit(document, changed, new("Reorder the paths of {0}", node.Called()), node.Id);
    }

    /// <summary>Gives a path another name; blank takes it away.</summary>
    public static Outcome<JourneyEdit> RenamePath(JourneyDocument document, PathPlace place, string? name)
    {
        if (document.Path(place) is not { } path)
            return new PathGone(place.ToString());
        var kept = Naming.Kept(name);
        if (kept?.Length > JourneyPath.NameMaxLength)
            return new TooLong("Name", JourneyPath.NameMaxLength);
        return new JourneyEdit(document, document.Change(place, at => at with { Name = kept }), new("Rename the path {0} to {1}", path.Name ?? path.Key, kept ?? path.Key), place.Node);
    }

    /// <summary>Gives a branch another condition.</summary>
    public static Outcome<JourneyEdit> ChangeCondition(JourneyDocument document, PathPlace place, Condition? condition)
    {
        if (document.Path(place) is not { } path)
            return new PathGone(place.ToString());
        if (path.Kind != PathKind.Branch || NodeKinds.Of(document.Nodes[place.Node].Settings).Shape.BranchCondition is null)
            return new PathDoesNotFit();
        return new JourneyEdit(document, document.Change(place, at => at with { Condition = condition }), new("Change the condition of the path {0}", path.Name ?? path.Key), place.Node);
    }

    /// <summary>Gives a branch of a variant split another percentage; the others stay, and validation tells what the sum lacks.</summary>
    public static Outcome<JourneyEdit> ChangePercent(JourneyDocument document, PathPlace place, int? percent)
    {
        if (document.Path(place) is not { } path)
            return new PathGone(place.ToString());
        if (path.Kind != PathKind.Branch || !NodeKinds.Of(document.Nodes[place.Node].Settings).Shape.HasPercent)
            return new PathDoesNotFit();
        return new JourneyEdit(document, document.Change(place, at => at with { Percent = percent }), new("Change the percentage of the path {0}", path.Name ?? path.Key), place.Node);
    }

    /// <summary>Distributes the percentages of a variant split evenly: 33, 33, 34.</summary>
    public static Outcome<JourneyEdit> DistributeEvenly(JourneyDocument document, NodeId id)
    {
        if (document.Node(id) is not { } node)
            return new NodeGone(id.Value);
        var shape = NodeKinds.Of(node.Settings).Shape;
        return shape.HasPercent
            ? new JourneyEdit(document, document.With(node with { Paths = Surgery.Distributed(node.Paths, shape) }), new("Distribute {0} evenly", node.Called()), id)
            : new PathDoesNotFit();
    }

    /// <summary>
    /// Joins paths by a merge: those that end, and at most one that goes on, which then goes on after the merge. Paths that lead to a merge
    /// already take the others along to it.
    /// </summary>
    public static Outcome<JourneyEdit> Join(JourneyDocument document, IReadOnlyCollection<PathPlace> places)
    {
        if (places.Distinct().Count() < 2)
            return new TwoPathsToJoin();
        var parts = new JourneyParts(document);
        foreach (var place in places)
        {
            if (document.Path(place) is null)
                return new PathGone(place.ToString());
            if (parts.IsForPeople(place))
                return new OnlyPeopleActionsFit();
        }
        var targets = places.Select(place => document.Path(place)!.To).Where(to => to is not null).Distinct().ToList();
        if (targets.Count > 1)
            return new PathsLeadElsewhere();
        if (targets is [{ } target] && parts.Graph.From(target).Any(node => places.Any(place => place.Node == node.Id)))
            return new WouldGoRound();
        var changed = document;
        var merge = targets is [{ } only] && document.Nodes[only].Settings is MergeSettings ? only : (NodeId?)null;
        if (merge is null)
        {
            if (document.Nodes.Count >= JourneyLimits.Nodes)
                return new NoRoom(JourneyLimits.Nodes);
            var settings = new MergeSettings();
            merge = JourneyIds.NewNode(settings.Kind, document.Nodes.ContainsKey);
            changed = changed.With(new JourneyNode(merge.Value, settings, [JourneyPath.Next(targets.FirstOrDefault())]));
        }
        changed = places.Aggregate(changed, (joined, place) => joined.Lead(place, merge));
        return new JourneyEdit(document, changed, new("Join {0} paths", $"{places.Distinct().Count()}"), merge);
    }

    /// <summary>Lets paths that end lead to a merge.</summary>
    public static Outcome<JourneyEdit> JoinTo(JourneyDocument document, IReadOnlyCollection<PathPlace> places, NodeId merge)
    {
        if (document.Node(merge) is not { Settings: MergeSettings } node)
            return new NodeGone(merge.Value);
        var parts = new JourneyParts(document);
        var follows = parts.Graph.From(merge).Select(after => after.Id).ToHashSet();
        foreach (var place in places)
        {
            if (document.Path(place) is not { } path)
                return new PathGone(place.ToString());
            if (parts.IsForPeople(place))
                return new OnlyPeopleActionsFit();
            if (path.To is not null)
                return new PathsLeadElsewhere();
            if (follows.Contains(place.Node))
                return new WouldGoRound();
        }
        var count = places.Distinct().Count();
        EditText text = count == 1 ? new("Join a path to {0}", node.Called()) : new("Join {0} paths to {1}", $"{count}", node.Called());
        return count == 0 ? new TwoPathsToJoin() : new JourneyEdit(document, places.Aggregate(document, (joined, place) => joined.Lead(place, merge)), text, merge);
    }

    /// <summary>Lets a path that leads to a merge end before it.</summary>
    public static Outcome<JourneyEdit> Unjoin(JourneyDocument document, PathPlace place)
    {
        if (document.Path(place) is not { } path || document.Node(path.To) is not { Settings: MergeSettings } merge)
            return new PathGone(place.ToString());
        return JourneyGraph.Of(document).Into(merge.Id).Count < 2
            ? new LastPathOfMerge()
            : new JourneyEdit(document, document.Lead(place, null), new("Take a path off {0}", merge.Called()), place.Node);
    }

    private static bool MayHave(JourneyNode node, PathShape shape, PathKind kind) => kind switch
    {
        PathKind.Branch => shape.MostBranches > 0,
        PathKind.Other => shape.MayHaveOther && node.Paths.All(path => path.Kind != PathKind.Other),
        PathKind.Timeout => shape.MayHaveTimeout && node.Paths.All(path => path.Kind != PathKind.Timeout),
        _ => false,
    };
}
