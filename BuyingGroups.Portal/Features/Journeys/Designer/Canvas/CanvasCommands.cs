using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Canvas;

/// <summary>Does what the canvas asks for: each verb is one edit of the document, or the reason why not.</summary>
/// <param name="session">The designer.</param>
/// <param name="confirmation">Asks before a split goes with what hangs on it.</param>
/// <param name="texts">The texts.</param>
public sealed class CanvasCommands(DesignerSession session, Confirmation confirmation, IStringLocalizer<Text> texts)
{
    private const int MostListed = 8;

    /// <summary>Does it and says what came of it.</summary>
    public async Task<CanvasAnswer> DoAsync(CanvasCommand command)
    {
        IReadOnlyList<NodeId> nodes = [.. command.Nodes.Select(id => new NodeId(id))];
        IReadOnlyList<PathPlace> places = [.. command.Places.Select(place => new PathPlace(new(place.Node), place.Path))];
        var (node, place) = (nodes.FirstOrDefault(), places.FirstOrDefault());
        switch (command.Verb)
        {
            case "select":
                return Select(nodes, command.How);
            case "fields":
                return Select(nodes, command.How) with { Fields = true };
            case "selectPath":
                session.SelectPath(places.Count > 0 ? place : null);
                return new(true);
            case "copy":
                return Copy(nodes, command.How);
            case "cut":
                return Cut(nodes, command.How);
            case "delete":
                return await DeleteAsync(nodes);
            case "removePath":
                return await AskedAsync(document => JourneyEdits.RemovePath(document, place), asked: 0);
            case "undo":
                return Stepped(session.Undo(Math.Clamp(command.Count, 1, JourneyLimits.HistorySteps)), texts["There is nothing to undo."]);
            case "redo":
                return Stepped(session.Redo(Math.Clamp(command.Count, 1, JourneyLimits.HistorySteps)), texts["There is nothing to do again."]);
            case "insert":
                return Insert(command.Text, places);
            default:
                return Do(document => Edit(document, command, nodes, node, places, place));
        }
    }

    private static Outcome<JourneyEdit> Edit(
        JourneyDocument document, CanvasCommand command, IReadOnlyList<NodeId> nodes, NodeId node, IReadOnlyList<PathPlace> places, PathPlace place) => command.Verb switch
        {
            "move" => OfPiece(document, nodes, command.How, piece => JourneyEdits.Move(document, piece, place)),
            "copyTo" => OfPiece(document, nodes, command.How, piece => CopyTo(document, piece, place)),
            "duplicate" => OfPiece(document, nodes, command.How, piece => JourneyEdits.Duplicate(document, piece)),
            "paste" => JourneyFragment.Read(command.Text) is { Succeeded: true } read ? JourneyEdits.Paste(document, places.Count > 0 ? place : PlaceAfter(document, nodes), read.Value) : new NothingToPaste(),
            "moveUp" => JourneyEdits.MoveUp(document, node),
            "moveDown" => JourneyEdits.MoveDown(document, node),
            "rename" => JourneyEdits.Rename(document, node, command.Text),
            "addPath" => JourneyEdits.AddPath(document, node),
            "join" => JourneyEdits.Join(document, [.. places]),
            "joinTo" => JourneyEdits.JoinTo(document, places, node),
            "unjoin" => JourneyEdits.Unjoin(document, place),
            "reorder" => JourneyEdits.ReorderPath(document, place, command.Count),
            "renamePath" => JourneyEdits.RenamePath(document, place, command.Text),
            "duplicatePath" => JourneyEdits.DuplicatePath(document, place),
            _ => new NoSuchCanvasCommand(command.Verb),
        };

    private CanvasAnswer Insert(string kind, IReadOnlyList<PathPlace> places)
    {
        if (NodeKinds.Find(kind) is not { IsInPalette: true } known)
            return Refused([new NoSuchCanvasCommand(kind)]);
        var settings = known.Blank();
        var outcome = session.Do(document => settings is AccountAudienceSettings start && document.Start is null ? JourneyEdits.SetStart(document, start)
            : places.Count > 0 ? JourneyEdits.Insert(document, places[0], settings)
            : new StartFirst());
        return Told(outcome, fields: true);
    }

    private CanvasAnswer Select(IReadOnlyList<NodeId> nodes, string how)
    {
        if (nodes.Count > 1)
            session.SelectAll(how is "add" ? session.Selected.Concat(nodes) : nodes);
        else
            session.Select(nodes.Count == 0 ? null : nodes[0], how switch { "add" => SelectionMode.Add, "toggle" => SelectionMode.Toggle, _ => SelectionMode.Only });
        return new(true);
    }

    private CanvasAnswer Copy(IReadOnlyList<NodeId> nodes, string how)
    {
        var fragment = Fragment(nodes, how);
        return fragment.Succeeded
            ? new(true, texts.Count(fragment.Value.Nodes.Count, "1 step copied", "{0} steps copied")) { Copied = fragment.Value.Write() }
            : Refused(fragment.Refusals);
    }

    private CanvasAnswer Cut(IReadOnlyList<NodeId> nodes, string how)
    {
        var fragment = Fragment(nodes, how);
        if (!fragment.Succeeded)
            return Refused(fragment.Refusals);
        var answer = Do(document => OfPiece(document, nodes, how, piece => JourneyEdits.Cut(document, piece)));
        return answer.Done ? answer with { Copied = fragment.Value.Write() } : answer;
    }

    private Outcome<JourneyFragment> Fragment(IReadOnlyList<NodeId> nodes, string how)
    {
        var piece = Piece(session.Document, nodes, how);
        return piece.Succeeded ? JourneyEdits.Copy(session.Document, piece.Value) : Outcome<JourneyFragment>.Refused(piece.Refusals);
    }

    private Task<CanvasAnswer> DeleteAsync(IReadOnlyList<NodeId> nodes) =>
        AskedAsync(document => nodes.Count == 1 ? JourneyEdits.Delete(document, nodes[0]) : JourneyEdits.Delete(document, nodes), nodes.Count);

    /// <summary>Asks when more goes than was meant, and lists what.</summary>
    private async Task<CanvasAnswer> AskedAsync(Func<JourneyDocument, Outcome<JourneyEdit>> edit, int asked)
    {
        if (session.IsReadOnly)
            return Do(edit);
        var meant = edit(session.Document);
        if (!meant.Succeeded)
            return Refused(meant.Refusals);
        var removed = meant.Value.Removed.Where(node => node.Settings is not PeopleMergeSettings).ToList();
        if (removed.Count > asked)
        {
            var names = string.Join(", ", removed.Take(MostListed).Select(node => $"“{texts[NodeWords.Name(node)].Value}”"));
            var body = removed.Count > MostListed
                ? texts["With it go {0} and {1} more. Undo brings them back.", names, removed.Count - MostListed]
                : texts["These steps go: {0}. Undo brings them back.", names];
            if (!await confirmation.AskAsync(texts.Count(removed.Count, "Delete 1 step?", "Delete {0} steps?"), body, texts.Count(removed.Count, "Delete 1 step", "Delete {0} steps")))
                return new(false, texts["Nothing was deleted."]);
        }
        return Do(edit);
    }

    private CanvasAnswer Do(Func<JourneyDocument, Outcome<JourneyEdit>> edit) => Told(session.Do(edit), fields: false);

    private CanvasAnswer Told(Outcome<JourneyEdit> outcome, bool fields) => outcome.Succeeded
        ? new(true, session.Announcement) { Focus = (outcome.Value.Selected ?? session.Primary)?.Value, Fields = fields }
        : new(false, session.Announcement);

    private CanvasAnswer Refused(IReadOnlyList<Refusal> refusals)
    {
        session.Refuse(refusals);
        return new(false, session.Announcement);
    }

    private CanvasAnswer Stepped(bool did, string none) => did ? new(true, session.Announcement) { Focus = session.Primary?.Value } : new(false, none);

    private static PathPlace PlaceAfter(JourneyDocument document, IReadOnlyList<NodeId> nodes) =>
        (nodes.Count > 0 ? JourneyEdits.PlaceAfter(document, nodes[0]) : document.Start is { } start ? JourneyEdits.PlaceAfter(document, start) : null) ?? new PathPlace(new(""), "");

    private static Outcome<JourneyEdit> CopyTo(JourneyDocument document, JourneyPiece piece, PathPlace place)
    {
        var fragment = JourneyEdits.Copy(document, piece);
        return fragment.Succeeded ? JourneyEdits.Paste(document, place, fragment.Value) : Outcome<JourneyEdit>.Refused(fragment.Refusals);
    }

    private static Outcome<JourneyEdit> OfPiece(JourneyDocument document, IReadOnlyList<NodeId> nodes, string how, Func<JourneyPiece, Outcome<JourneyEdit>> edit)
    {
        var piece = Piece(document, nodes, how);
        return piece.Succeeded ? edit(piece.Value) : Outcome<JourneyEdit>.Refused(piece.Refusals);
    }

    private static Outcome<JourneyPiece> Piece(JourneyDocument document, IReadOnlyList<NodeId> nodes, string how) => nodes switch
    {
        [] => new NothingSelected(),
        [var one] when how is "branch" => JourneyPiece.OfBranch(document, one),
        _ => JourneyPiece.OfSelection(document, nodes),
    };
}

/// <summary>A command that no canvas of this version sends.</summary>
/// <param name="Verb">As sent.</param>
public sealed record NoSuchCanvasCommand(string Verb) : Refusal("The page asked for “{0}”, which this portal does not know. Nothing was changed; load the page again.", Verb);

/// <summary>Nothing is selected.</summary>
public sealed record NothingSelected() : Refusal("No step is selected. Nothing was changed; select one first.");

/// <summary>A journey without a start.</summary>
public sealed record StartFirst() : Refusal("A journey starts at an account audience. Nothing was changed; add that first.");
