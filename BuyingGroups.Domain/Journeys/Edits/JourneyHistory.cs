namespace BuyingGroups.Domain.Journeys.Edits;

/// <summary>The steps of one editing session, to be undone and done again. Documents share what did not change, so that a step costs little.</summary>
public sealed class JourneyHistory
{
    private readonly LinkedList<JourneyEdit> done = [];
    private readonly Stack<JourneyEdit> undone = new();

    /// <summary>Starts at a document.</summary>
    public JourneyHistory(JourneyDocument document) => Current = document;

    /// <summary>The document as it is now.</summary>
    public JourneyDocument Current { get; private set; }

    /// <summary>What undo would take back; null when there is nothing.</summary>
    public EditText? Undoable => done.Last?.Value.Description;

    /// <summary>What redo would do again; null when there is nothing.</summary>
    public EditText? Redoable => undone.TryPeek(out var edit) ? edit.Description : null;

    /// <summary>Every step that can be undone, the last first.</summary>
    public IEnumerable<EditText> Steps => done.Reverse().Select(edit => edit.Description);

    /// <summary>Applies an edit of <see cref="Current"/>; false when it was made of another document, or changes nothing. What was undone is forgotten, and so is the oldest step past the limit.</summary>
    public bool Apply(JourneyEdit edit)
    {
        if (!ReferenceEquals(edit.Before, Current) && !edit.Before.Equals(Current))
            return false;
        if (edit.Document.Equals(Current))
            return false;
        done.AddLast(edit);
        undone.Clear();
        if (done.Count > JourneyLimits.HistorySteps)
            done.RemoveFirst();
        Current = edit.Document;
        return true;
    }

    /// <summary>Takes the last step back; returns it, or null when there is none.</summary>
    public JourneyEdit? Undo()
    {
        if (done.Last?.Value is not { } edit)
            return null;
        done.RemoveLast();
        undone.Push(edit);
        Current = edit.Before;
        return edit;
    }

    /// <summary>Does the last step that was taken back again; returns it, or null when there is none.</summary>
    public JourneyEdit? Redo()
    {
        if (!undone.TryPop(out var edit))
            return null;
        done.AddLast(edit);
        Current = edit.Document;
        return edit;
    }

    /// <summary>Starts anew at a document that somebody else saved: nothing of before can be undone.</summary>
    public void Restart(JourneyDocument document)
    {
        done.Clear();
        undone.Clear();
        Current = document;
    }
}
