using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Edits;

public static partial class JourneyEdits
{
    /// <summary>Moves a piece onto another path; what that led to follows it. Paths that led on to a merge lead to the one there, or end.</summary>
    public static Outcome<JourneyEdit> Move(JourneyDocument document, JourneyPiece piece, PathPlace at)
    {
        if (document.Path(at) is not { } path)
            return new PathGone(at.ToString());
        if (piece.Nodes.FirstOrDefault(id => !document.Nodes.ContainsKey(id)) is { Value: not null } gone)
            return new NodeGone(gone.Value);
        if (piece.Nodes.Contains(at.Node))
            return new IntoItself();
        var text = new EditText("Move {0}", document.Nodes[piece.Root].Called());
        if (path.To == piece.Root)
            return new JourneyEdit(document, document, text, piece.Root);
        var rest = TakenOut(document, piece);
        if (rest.Nodes.Count != document.Nodes.Count - piece.Nodes.Count)
            return new NotOnePiece();
        return Attached(document, rest, at, JourneyFragment.Of(document, piece), text);
    }

    /// <summary>Copies a piece.</summary>
    public static Outcome<JourneyFragment> Copy(JourneyDocument document, JourneyPiece piece) =>
        piece.Nodes.FirstOrDefault(id => !document.Nodes.ContainsKey(id)) is { Value: not null } gone ? new NodeGone(gone.Value) : JourneyFragment.Of(document, piece);

    /// <summary>Takes a piece out and joins the path; copy it before. Nodes that nothing leads to any more go too.</summary>
    public static Outcome<JourneyEdit> Cut(JourneyDocument document, JourneyPiece piece)
    {
        if (piece.Nodes.FirstOrDefault(id => !document.Nodes.ContainsKey(id)) is { Value: not null } gone)
            return new NodeGone(gone.Value);
        return new JourneyEdit(document, TakenOut(document, piece), new("Cut {0}", document.Nodes[piece.Root].Called()));
    }

    /// <summary>Puts copied nodes onto a path, with new ids; what it led to follows them.</summary>
    public static Outcome<JourneyEdit> Paste(JourneyDocument document, PathPlace at, JourneyFragment fragment) =>
        Attached(document, document, at, fragment.Renewed(document), new("Paste {0}", fragment.Nodes[fragment.Root].Called()));

    /// <summary>Puts a copy of a piece right behind it.</summary>
    public static Outcome<JourneyEdit> Duplicate(JourneyDocument document, JourneyPiece piece)
    {
        var fragment = Copy(document, piece);
        if (!fragment.Succeeded)
            return Outcome<JourneyEdit>.Refused(fragment.Refusals);
        if ((piece.Exit ?? (fragment.Value.Open.Count > 0 ? fragment.Value.Open[0] : new JourneyParts(document).FirstEnd(piece.Root, piece.Nodes))) is not { } end)
            return new NoOpenEnd();
        return Attached(document, document, end, fragment.Value.Renewed(document), new("Duplicate {0}", document.Nodes[piece.Root].Called()));
    }

    /// <summary>Adds a branch that is a copy of another one, with what stands on it; paths that lead to merges lead there too.</summary>
    public static Outcome<JourneyEdit> DuplicatePath(JourneyDocument document, PathPlace place)
    {
        if (document.Path(place) is not { } path)
            return new PathGone(place.ToString());
        if (path.Kind != PathKind.Branch)
            return new PathDoesNotFit();
        var added = AddPath(document, place.Node);
        if (!added.Succeeded)
            return added;
        var before = document.Nodes[place.Node].Paths.Select(other => other.Key).ToHashSet(StringComparer.Ordinal);
        var copy = new PathPlace(place.Node, added.Value.Document.Nodes[place.Node].Paths.First(other => !before.Contains(other.Key)).Key);
        var changed = added.Value.Document.Change(copy, other => other with { Name = path.Name, Condition = path.Condition, To = path.To });
        if (document.Node(path.To) is { Settings: not (MergeSettings or PeopleMergeSettings) })
        {
            var piece = JourneyPiece.OfBranch(document, path.To!.Value);
            if (!piece.Succeeded)
                return Outcome<JourneyEdit>.Refused(piece.Refusals);
            if (document.Nodes.Count + piece.Value.Nodes.Count > JourneyLimits.Nodes)
                return new NoRoom(JourneyLimits.Nodes);
            var (old, renewed) = (JourneyFragment.Of(document, piece.Value), JourneyFragment.Of(document, piece.Value).Renewed(document));
            changed = changed with { Nodes = changed.Nodes.AddRange(renewed.Nodes) };
            changed = old.Open.Zip(renewed.Open).Aggregate(changed, (joined, open) => joined.Lead(open.Second, document.Path(open.First)!.To)).Lead(copy, renewed.Root);
        }
        return new JourneyEdit(document, changed, new("Duplicate the path {0}", path.Name ?? path.Key), place.Node);
    }

    private static JourneyDocument TakenOut(JourneyDocument document, JourneyPiece piece)
    {
        var graph = JourneyGraph.Of(document);
        var targets = document.Nodes.Values.Where(node => piece.Nodes.Contains(node.Id))
            .SelectMany(node => node.Paths).Where(path => path.To is { } to && !piece.Nodes.Contains(to)).Select(path => path.To).Distinct().ToList();
        var follows = piece.Exit is { } exit ? document.Path(exit)?.To : targets.Count == 1 ? targets[0] : null;
        var rest = document.LeadAll(graph.Into(piece.Root).Where(end => !piece.Nodes.Contains(end.From.Id)), follows);
        return (rest with { Nodes = rest.Nodes.RemoveRange(piece.Nodes) }).WithoutLost(graph);
    }

    private static Outcome<JourneyEdit> Attached(JourneyDocument before, JourneyDocument document, PathPlace at, JourneyFragment fragment, EditText text)
    {
        if (document.Path(at) is not { } path)
            return new PathGone(at.ToString());
        if (fragment.Nodes.Values.Any(node => node.Settings is not PeopleActionSettings) && new JourneyParts(document).IsForPeople(at))
            return new OnlyPeopleActionsFit();
        if (document.Nodes.Count + fragment.Nodes.Count > JourneyLimits.Nodes)
            return new NoRoom(JourneyLimits.Nodes);
        var changed = (document with { Nodes = document.Nodes.AddRange(fragment.Nodes) }).Lead(at, fragment.Root);
        if (path.To is null)
            return new JourneyEdit(before, changed, text, fragment.Root);
        var joinsMerge = document.Node(path.To) is { Settings: MergeSettings };
        var ends = fragment.Open.Take(joinsMerge ? fragment.Open.Count : 1).ToList();
        if (ends.Count == 0 && new JourneyParts(changed).FirstEnd(fragment.Root, fragment.Nodes.Keys.ToHashSet()) is { } end)
            ends.Add(end);
        if (ends.Count == 0)
            return new NoOpenEnd();
        return new JourneyEdit(before, ends.Aggregate(changed, (joined, open) => joined.Lead(open, path.To)), text, fragment.Root);
    }
}
