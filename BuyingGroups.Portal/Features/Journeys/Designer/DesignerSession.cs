using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer;

/// <summary>
/// One open designer: the document with its history, what is selected, and what follows from the document – layout and problems. The canvas, the
/// panes, the outline and the saving of drafts all work on it; whoever changes something does it by <see cref="Do"/>, so that undo covers it.
/// </summary>
public sealed class DesignerSession
{
    private readonly IStringLocalizer<Text> texts;
    private readonly JourneyHistory history;
    private readonly HashSet<NodeId> selected = [];

    public DesignerSession(Journey journey, JourneyDocument document, JourneyCatalog catalog, bool isReadOnly, IStringLocalizer<Text> texts, JourneyHistory? left = null)
    {
        this.texts = texts;
        (JourneyId, Name, Status, Version, IsReadOnly, Catalog) = (journey.Id, journey.Name, journey.Status, journey.Version, isReadOnly, catalog);
        history = left ?? new(document);
        (Layout, Problems) = (JourneyLayout.Of(document), JourneyValidation.Of(document, catalog));
    }

    /// <summary>Something that is shown has changed.</summary>
    public event Action? Changed;

    /// <summary>The document has changed by somebody here: an edit, undo or redo. Of an undone edit the other way round.</summary>
    public event Action<JourneyEdit>? Edited;

    public int JourneyId { get; }

    public string Name { get; private set; }

    public JourneyStatus Status { get; private set; }

    /// <summary>The version of the journey that the document is based on; the saving of drafts keeps it.</summary>
    public int Version { get; private set; }

    /// <summary>True when the one who looks may not change the draft, or when it does not change any more.</summary>
    public bool IsReadOnly { get; }

    public JourneyDocument Document => history.Current;

    public JourneyLayout Layout { get; private set; }

    public JourneyCatalog Catalog { get; private set; }

    public IReadOnlyList<JourneyProblem> Problems { get; private set; }

    /// <summary>Every selected node.</summary>
    public IReadOnlyCollection<NodeId> Selected => selected;

    /// <summary>The node that the pane shows: the one selected last.</summary>
    public NodeId? Primary { get; private set; }

    /// <summary>The path that is selected: where a paste goes.</summary>
    public PathPlace? SelectedPath { get; private set; }

    /// <summary>What happened last, for the live region.</summary>
    public string? Announcement { get; private set; }

    /// <summary>Why the last command was refused; null once something succeeded.</summary>
    public IReadOnlyList<Refusal>? Refused { get; private set; }

    /// <summary>The steps, for who opens the journey again.</summary>
    public JourneyHistory History => history;

    /// <summary>Every step that can be undone, the last first.</summary>
    public IEnumerable<EditText> Steps => history.Steps;

    /// <summary>What undo would take back; null when there is nothing.</summary>
    public EditText? Undoable => history.Undoable;

    /// <summary>What redo would do again; null when there is nothing.</summary>
    public EditText? Redoable => history.Redoable;

    /// <summary>An edit in the reader's language; names of kinds are keys of texts, names given by people stay.</summary>
    public string Say(EditText text) => texts[text.Text, [.. text.Arguments.Select(argument => (object)texts[argument].Value)]];

    /// <summary>Makes an edit of the document and applies it; the same outcome, refusals included, comes back to who asked.</summary>
    public Outcome<JourneyEdit> Do(Func<JourneyDocument, Outcome<JourneyEdit>> edit)
    {
        var outcome = IsReadOnly ? new DraftIsReadOnly() : edit(Document);
        if (!outcome.Succeeded)
        {
            Refuse(outcome.Refusals);
            return outcome;
        }
        Refused = null;
        if (history.Apply(outcome.Value))
        {
            if (outcome.Value.Selected is { } node)
                SelectOnly(node);
            Follow(outcome.Value.Description);
            Edited?.Invoke(outcome.Value);
        }
        Changed?.Invoke();
        return outcome;
    }

    /// <summary>Takes steps back; false when there was none.</summary>
    public bool Undo(int steps = 1)
    {
        var undone = false;
        for (var step = 0; step < steps && !IsReadOnly && history.Undo() is { } edit; step++)
        {
            undone = true;
            Back(new(edit.Document, edit.Before, edit.Description), "Undone: {0}");
        }
        return Told(undone);
    }

    /// <summary>Does steps that were taken back again; false when there was none.</summary>
    public bool Redo(int steps = 1)
    {
        var redone = false;
        for (var step = 0; step < steps && !IsReadOnly && history.Redo() is { } edit; step++)
        {
            redone = true;
            Back(edit, "Done again: {0}");
        }
        return Told(redone);
    }

    /// <summary>Selects a node; null clears the selection.</summary>
    public void Select(NodeId? node, SelectionMode mode = SelectionMode.Only)
    {
        if (node is not { } id || !Document.Nodes.ContainsKey(id))
            Clear();
        else if (mode == SelectionMode.Only)
            SelectOnly(id);
        else if (mode == SelectionMode.Toggle && selected.Remove(id))
            Primary = selected.Count > 0 ? selected.Last() : null;
        else
            (_, Primary, SelectedPath) = (selected.Add(id), id, null);
        Refused = null;
        Changed?.Invoke();
    }

    /// <summary>Selects several nodes, such as those in a marquee; what is gone meanwhile is left out.</summary>
    public void SelectAll(IEnumerable<NodeId> nodes)
    {
        Clear();
        selected.UnionWith(nodes.Where(Document.Nodes.ContainsKey));
        Primary = selected.Count > 0 ? selected.First() : null;
        Changed?.Invoke();
    }

    /// <summary>Selects a path; the node it leaves is shown in the pane.</summary>
    public void SelectPath(PathPlace? place)
    {
        if (place is { } at && Document.Node(at.Node)?.Paths.Any(path => string.Equals(path.Key, at.PathKey, StringComparison.Ordinal)) == true)
        {
            SelectOnly(at.Node);
            SelectedPath = at;
        }
        else
        {
            SelectedPath = null;
        }
        Changed?.Invoke();
    }

    /// <summary>The document as somebody else saved it takes the place of this one; nothing of before can be undone.</summary>
    public void ReplaceWith(JourneyDocument document, int version)
    {
        history.Restart(document);
        Version = version;
        Follow(null);
        Changed?.Invoke();
    }

    /// <summary>The draft was saved as this version.</summary>
    public void SavedAs(int version) => Version = version;

    /// <summary>What journeys can name has been read again.</summary>
    public void UseCatalog(JourneyCatalog catalog)
    {
        Catalog = catalog;
        Problems = JourneyValidation.Of(Document, catalog);
        Changed?.Invoke();
    }

    /// <summary>Says something in the live region.</summary>
    public void Announce(string text)
    {
        Announcement = text;
        Changed?.Invoke();
    }

    /// <summary>Says why something was not done.</summary>
    public void Refuse(IReadOnlyList<Refusal> refusals)
    {
        Refused = refusals;
        Announcement = string.Join(' ', refusals.Select(refusal => texts.Say(refusal)));
        Changed?.Invoke();
    }

    private void Back(JourneyEdit edit, string said)
    {
        Refused = null;
        if (edit.Selected is { } node && Document.Nodes.ContainsKey(node))
            SelectOnly(node);
        Follow(edit.Description, said);
        Edited?.Invoke(edit);
    }

    private bool Told(bool did)
    {
        Changed?.Invoke();
        return did;
    }

    /// <summary>What follows from the document, and what is left of the selection in it.</summary>
    private void Follow(EditText? what, string? said = null)
    {
        (Layout, Problems) = (JourneyLayout.Of(Document), JourneyValidation.Of(Document, Catalog));
        selected.RemoveWhere(id => !Document.Nodes.ContainsKey(id));
        if (Primary is { } primary && !Document.Nodes.ContainsKey(primary))
            Primary = selected.Count > 0 ? selected.First() : null;
        if (SelectedPath is { } place && Document.Node(place.Node)?.Paths.Any(path => string.Equals(path.Key, place.PathKey, StringComparison.Ordinal)) != true)
            SelectedPath = null;
        if (what is not null)
            Announcement = said is null ? Say(what) : texts[said, Say(what)];
    }

    private void SelectOnly(NodeId id)
    {
        selected.Clear();
        selected.Add(id);
        (Primary, SelectedPath) = (id, null);
    }

    private void Clear()
    {
        selected.Clear();
        (Primary, SelectedPath) = (null, null);
    }
}

/// <summary>How a further node joins the selection.</summary>
public enum SelectionMode
{
    /// <summary>It alone is selected.</summary>
    Only = 1,

    /// <summary>It is selected too.</summary>
    Add = 2,

    /// <summary>It is selected too, or not any more.</summary>
    Toggle = 3,
}

/// <summary>The draft cannot be changed from here.</summary>
public sealed record DraftIsReadOnly() : Refusal("This drawing can be looked at, but not changed here. Nothing was changed.");
