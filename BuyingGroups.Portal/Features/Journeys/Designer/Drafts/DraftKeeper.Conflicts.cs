using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Drafts;

/// <summary>When two people draw at once. Whatever is decided is a step that can be undone: no drawing is lost.</summary>
public sealed partial class DraftKeeper
{
    /// <summary>Takes the stored drawing; undo brings one's own back.</summary>
    public void TakeTheirs()
    {
        if (Conflict is not { } conflict)
            return;
        Conflict = null;
        TakeOver(conflict.Theirs, conflict.Version, conflict.At, conflict.IsOwn ? new("Take over what was drawn in the other window") : new("Take over what {0} drew", conflict.Who));
        Settle();
    }

    /// <summary>Keeps one's own drawing as a new draft, and goes on with the stored one.</summary>
    public async Task<Outcome<KeptCopy>> KeepAsCopyAsync()
    {
        var kept = await gateway.SendAsync(new KeepDraftAsCopy(session.JourneyId, JourneyJson.Write(session.Document)));
        if (!kept.Succeeded)
            return kept;
        Copy = kept.Value;
        TakeTheirs();
        return kept;
    }

    /// <summary>Stores one's own drawing over the other; undo brings the other back.</summary>
    public async Task<Outcome<int>> SaveMineAsync()
    {
        if (Conflict is not { } conflict)
            return await SaveNowAsync();
        var mine = session.Document;
        Conflict = null;
        TakeOver(conflict.Theirs, conflict.Version, conflict.At, new("Take over what {0} drew", conflict.Who));
        session.Do(now => new JourneyEdit(now, mine, new("Draw one's own over it")));
        return await SaveNowAsync();
    }

    /// <summary>The note about the kept copy was read.</summary>
    public void ForgetCopy()
    {
        Copy = null;
        Tell();
    }

    /// <summary>Somebody else stored a drawing: it is taken over when nothing here would be lost by that, or else both stand until people decide.</summary>
    private void Meet(StoredDraft theirs)
    {
        if (theirs.Document.Equals(session.Document))
        {
            (stored, SavedAt, Conflict) = (theirs.Document, theirs.ChangedAt, null);
            session.SavedAs(theirs.Version);
            Settle();
        }
        else if (Conflict is { } open && open.Theirs.Equals(theirs.Document))
        {
            // Renamed or published; the drawing is the same.
            Conflict = open with { Version = theirs.Version };
        }
        else if (theirs.Document.Equals(stored))
        {
            // The same, or they took theirs back: nothing is left to decide.
            session.SavedAs(theirs.Version);
            Conflict = null;
            if (HasUnsaved)
                Arm();
        }
        else if (HasUnsaved)
        {
            Stop();
            Conflict = new(theirs.Document, theirs.Version, theirs.ChangedBy, theirs.ChangedAt, theirs.IsOwn);
            (Standing, Failure) = (DraftStanding.Conflict, null);
            Hold();
        }
        else
        {
            TakeOver(
                theirs.Document, theirs.Version, theirs.ChangedAt, theirs.IsOwn ? new("Take over what was drawn in the other window") : new("Take over what {0} drew", theirs.ChangedBy));
        }
        Tell();
    }

    private void TakeOver(JourneyDocument theirs, int version, DateTime at, EditText text)
    {
        (stored, SavedAt) = (theirs, at);
        session.SavedAs(version);
        if (session.IsReadOnly)
            session.ReplaceWith(theirs, version);
        else
            session.Do(now => new JourneyEdit(now, theirs, text));
        EditedAt = null;
    }
}
