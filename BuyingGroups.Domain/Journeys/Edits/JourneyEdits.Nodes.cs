using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Edits;

/// <summary>
/// The edits of the designer, each from one document to another, or to the reason why not. They keep a drawing in order: nothing dangles, nothing
/// goes round, only merges join, splits of people keep their merge, and what cannot be reached any more is gone (told by <see cref="JourneyEdit.Removed"/>).
/// </summary>
public static partial class JourneyEdits
{
    /// <summary>Adds the account audience that a journey starts at, before what is there; changes the one that is there.</summary>
    public static Outcome<JourneyEdit> SetStart(JourneyDocument document, AccountAudienceSettings settings)
    {
        if (document.Node(document.Start) is { } start)
            return ChangeSettings(document, start.Id, settings);
        var id = JourneyIds.NewNode(settings.Kind, document.Nodes.ContainsKey);
        var changed = document.With(new JourneyNode(id, settings, [JourneyPath.Next(null)])) with { Start = id };
        return new JourneyEdit(document, changed, new("Insert {0}", changed.Nodes[id].Called()), id);
    }

    /// <summary>Inserts a new node on a path. What the path led to follows it: after a split on its first path, after a split of people behind its merge.</summary>
    /// <param name="document">The document.</param>
    /// <param name="at">The path.</param>
    /// <param name="settings">What the node does; <see cref="NodeKind.Blank"/> gives those of a new one.</param>
    public static Outcome<JourneyEdit> Insert(JourneyDocument document, PathPlace at, NodeSettings settings)
    {
        if (document.Path(at) is not { } path)
            return new PathGone(at.ToString());
        if (settings is AccountAudienceSettings)
            return new OnlyOneStart();
        if (settings is PeopleMergeSettings)
            return new GoesWithItsSplit();
        if (settings is not PeopleActionSettings && new JourneyParts(document).IsForPeople(at))
            return new OnlyPeopleActionsFit();
        if (document.Nodes.Count + 2 > JourneyLimits.Nodes)
            return new NoRoom(JourneyLimits.Nodes);
        var id = JourneyIds.NewNode(settings.Kind, document.Nodes.ContainsKey);
        var changed = document;
        var follows = path.To;
        if (NodeKinds.DividesPeople(settings))
        {
            var merge = new PeopleMergeSettings(id);
            var mergeId = JourneyIds.NewNode(merge.Kind, document.Nodes.ContainsKey);
            changed = changed.With(new JourneyNode(mergeId, merge, [JourneyPath.Next(path.To)]));
            follows = mergeId;
        }
        var node = new JourneyNode(id, settings, NewPaths(settings, follows));
        return new JourneyEdit(document, changed.With(node).Lead(at, id), new("Insert {0}", node.Called()), id);
    }

    /// <summary>
    /// Deletes a node and joins the path. A split takes along what hangs on it, up to where its paths join; with one path that goes on, that is kept.
    /// A merge leaves what follows to its first path, the others end. The start takes everything along.
    /// </summary>
    public static Outcome<JourneyEdit> Delete(JourneyDocument document, NodeId id)
    {
        if (document.Node(id) is not { } node)
            return new NodeGone(id.Value);
        if (node.Settings is PeopleMergeSettings)
            return new GoesWithItsSplit();
        var text = new EditText("Delete {0}", node.Called());
        if (id == document.Start)
            return new JourneyEdit(document, JourneyDocument.Empty with { Settings = document.Settings }, text);
        var parts = new JourneyParts(document);
        var into = parts.Graph.Into(id);
        var follows = Follows(parts, node);
        var changed = document.LeadAll(into, follows);
        if (document.Node(follows) is { Settings: not (MergeSettings or PeopleMergeSettings) })
            changed = changed.LeadAll(into.Skip(1), null);
        changed = changed.WithoutLost(parts.Graph);
        var gone = NodeKinds.DividesPeople(node.Settings) ? parts.Unit(id).Nodes : [id];
        return new JourneyEdit(document, changed with { Nodes = changed.Nodes.RemoveRange(gone) }, text, into.Count > 0 ? into[0].From.Id : null);
    }

    /// <summary>Deletes several nodes, one after the other; what has gone with another by then is passed by.</summary>
    public static Outcome<JourneyEdit> Delete(JourneyDocument document, IReadOnlyCollection<NodeId> ids)
    {
        var (changed, count) = (document, 0);
        foreach (var id in ids.Where(id => document.Node(id)?.Settings is not PeopleMergeSettings { Split: var split } || !ids.Contains(split)))
        {
            if (!changed.Nodes.ContainsKey(id))
                continue;
            var edit = Delete(changed, id);
            if (!edit.Succeeded)
                return Outcome<JourneyEdit>.Refused(edit.Refusals);
            (changed, count) = (edit.Value.Document, count + 1);
        }
        return count == 0 ? new NodeGone(ids.Count == 0 ? "" : ids.First().Value) : new JourneyEdit(document, changed, new("Delete {0} nodes", $"{count}"));
    }

    /// <summary>Gives a node another name; blank gives it the name of its kind.</summary>
    public static Outcome<JourneyEdit> Rename(JourneyDocument document, NodeId id, string? name)
    {
        if (document.Node(id) is not { } node)
            return new NodeGone(id.Value);
        var kept = Naming.Kept(name);
        if (kept?.Length > JourneyNode.NameMaxLength)
            return new TooLong("Name", JourneyNode.NameMaxLength);
        var renamed = node with { Name = kept };
        return new JourneyEdit(document, document.With(renamed), new("Rename {0} to {1}", node.Called(), renamed.Called()), id);
    }

    /// <summary>Gives a node other settings of its kind. A variant split changes between accounts and people while its paths are empty.</summary>
    public static Outcome<JourneyEdit> ChangeSettings(JourneyDocument document, NodeId id, NodeSettings settings)
    {
        if (document.Node(id) is not { } node)
            return new NodeGone(id.Value);
        if (node.Settings.GetType() != settings.GetType() || node.Settings is PeopleMergeSettings)
            return new SettingsOfAnotherKind();
        var text = new EditText("Change {0}", node.Called());
        var changed = document.With(node with { Settings = settings });
        if (NodeKinds.DividesPeople(node.Settings) == NodeKinds.DividesPeople(settings))
            return new JourneyEdit(document, changed, text, id);
        return ChangeSubject(document, node, settings) is { } other ? new JourneyEdit(document, other, text, id) : new SubjectFixed();
    }

    /// <summary>Gives the journey other settings.</summary>
    public static Outcome<JourneyEdit> ChangeSettings(JourneyDocument document, JourneySettings settings) =>
        new JourneyEdit(document, document with { Settings = settings }, new("Change the settings of the journey"));

    private static JourneyDocument? ChangeSubject(JourneyDocument document, JourneyNode node, NodeSettings settings)
    {
        var parts = new JourneyParts(document);
        if (NodeKinds.DividesPeople(settings))
        {
            if (node.Paths.Any(path => path.To is not null) || document.Nodes.Count >= JourneyLimits.Nodes)
                return null;
            var merge = new PeopleMergeSettings(node.Id);
            var mergeId = JourneyIds.NewNode(merge.Kind, document.Nodes.ContainsKey);
            return document.With(new JourneyNode(mergeId, merge, [JourneyPath.Next(null)])).With(node with { Settings = settings, Paths = [.. node.Paths.Select(path => path with { To = mergeId })] });
        }
        if (parts.MergeOf(node.Id) is not { } own || node.Paths.Any(path => path.To != own))
            return null;
        var follows = document.Nodes[own].Paths.FirstOrDefault()?.To;
        var changed = document with { Nodes = document.Nodes.Remove(own) };
        return changed.With(node with { Settings = settings, Paths = [.. node.Paths.Select((path, index) => path with { To = index == 0 ? follows : null })] });
    }

    /// <summary>What follows once a node is gone.</summary>
    private static NodeId? Follows(JourneyParts parts, JourneyNode node)
    {
        if (NodeKinds.DividesPeople(node.Settings))
            return parts.Document.Node(parts.MergeOf(node.Id))?.Paths.FirstOrDefault()?.To;
        if (!NodeKinds.DividesAccounts(node.Settings))
            return node.Paths.FirstOrDefault(path => path.Kind == PathKind.Next)?.To;
        var leading = node.Paths.Where(path => path.To is not null).ToList();
        if (leading.Count < 2)
            return leading.FirstOrDefault()?.To;
        if (parts.JoinOf(node) is not { } join)
            return null;
        // A merge that only this split leads to has nothing left to join.
        return parts.Branch(node.Id).Contains(join) ? parts.Document.Nodes[join].Paths.FirstOrDefault()?.To : join;
    }

    private static IReadOnlyList<JourneyPath> NewPaths(NodeSettings settings, NodeId? follows)
    {
        var shape = NodeKinds.Of(settings).Shape;
        if (shape.HasNext)
            return [JourneyPath.Next(follows)];
        // In a split of people every path leads to the merge; in one of accounts the first takes what follows.
        var others = NodeKinds.DividesPeople(settings) ? follows : null;
        List<JourneyPath> paths = [.. Enumerable.Range(1, shape.FewestBranches).Select(number => new JourneyPath($"path-{number}", PathKind.Branch, number == 1 ? follows : others))];
        if (settings is SplitByAccountsSettings)
            paths.Add(new JourneyPath("other", PathKind.Other, others));
        return Surgery.Distributed(paths, shape);
    }
}
