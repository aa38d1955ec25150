using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Presence;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Drafts;

/// <summary>
/// Stores a draft as it is drawn. A save follows 400 ms of quiet – so that a run of edits is one version and one entry of the audit log – but comes at
/// the latest two seconds after the first of them, and when the designer is closed. Until then the browser holds the drawing. What somebody else
/// stored is taken over when nothing here is unsaved; otherwise both drawings are kept until people have decided.
/// </summary>
/// <remarks>Everything runs on the circuit's thread; timers and bells come in by <paramref name="onCircuit"/>.</remarks>
public sealed partial class DraftKeeper(DesignerSession session, DateTime savedAt, Gateway gateway, TimeProvider clock, Func<Func<Task>, Task> onCircuit) : IAsyncDisposable
{
    /// <summary>A save follows so much quiet.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    /// <summary>A save comes at the latest so long after the first change.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan[] BackOff = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)];

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JourneyDocument stored = session.Document;
    private ITimer? timer;
    private DateTimeOffset? firstUnsaved;
    private Task<Outcome<int>>? saving;
    private IHeldDrafts? held;
    private bool isLooking;
    private bool lookAgain;
    private bool isClosed;
    private int failures;

    /// <summary>Something that is shown has changed.</summary>
    public event Action? Changed;

    /// <summary>How the draft stands.</summary>
    public DraftStanding Standing { get; private set; } = DraftStanding.Saved;

    /// <summary>When it was stored last (UTC), by anybody.</summary>
    public DateTime SavedAt { get; private set; } = savedAt;

    /// <summary>Why it could not be stored.</summary>
    public Refusal? Failure { get; private set; }

    /// <summary>What somebody else stored; null: nothing to decide.</summary>
    public DraftConflictInfo? Conflict { get; private set; }

    /// <summary>The copy that one's own drawing was kept as.</summary>
    public KeptCopy? Copy { get; private set; }

    /// <summary>When something was last changed here (UTC).</summary>
    public DateTime? EditedAt { get; private set; }

    /// <summary>Done once what the browser held from before is on the drawing: edits of before come first.</summary>
    public Task Ready => ready.Task;

    /// <summary>True when something drawn here is not stored.</summary>
    public bool HasUnsaved => !session.IsReadOnly && !session.Document.Equals(stored);

    /// <summary>Starts to listen.</summary>
    public void Start(IHeldDrafts? holder)
    {
        held = holder;
        session.Edited += OnEdited;
        DesignerBell.Rang += OnRang;
    }

    /// <summary>Takes up what the browser held from before, if it is not stored.</summary>
    public async Task TakeUpAsync(HeldDraft? before)
    {
        try
        {
            if (before is null || session.IsReadOnly)
                return;
            if (JourneyJson.Read(before.Document).Document is not { } document || document.Equals(session.Document))
            {
                held?.Release();
                return;
            }
            if (before.Version != session.Version && await ReadAsync() is { } theirs)
                (Conflict, Standing) = (new(theirs.Document, theirs.Version, theirs.ChangedBy, theirs.ChangedAt, theirs.IsOwn), DraftStanding.Conflict);
            session.Do(now => new JourneyEdit(now, document, new("Bring back what was not saved")));
            Tell();
        }
        finally
        {
            ready.TrySetResult();
        }
    }

    /// <summary>Stores what is not stored yet; gives back the version that is.</summary>
    public async Task<Outcome<int>> SaveNowAsync()
    {
        while (true)
        {
            if (saving is { } running)
            {
                await running;
                continue;
            }
            if (Conflict is { } conflict)
                return new DraftInConflict(conflict.Who);
            if (!HasUnsaved)
                return session.Version;
            if (await SaveAsync() is { Succeeded: false } refused)
                return refused;
        }
    }

    /// <summary>Looks whether somebody else stored another drawing.</summary>
    public async Task LookAsync()
    {
        if (isLooking || saving is not null)
        {
            lookAgain = true;
            return;
        }
        isLooking = true;
        try
        {
            do
            {
                lookAgain = false;
                // What is unsaved here learns of it when it is saved.
                if (!isClosed && (Conflict is not null || !HasUnsaved) && await ReadAsync() is { } theirs && theirs.Version > (Conflict?.Version ?? session.Version) && saving is null)
                    Meet(theirs);
            }
            while (lookAgain);
        }
        finally
        {
            isLooking = false;
        }
    }

    /// <summary>Stores what is left and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        session.Edited -= OnEdited;
        DesignerBell.Rang -= OnRang;
        Stop();
        if (saving is { } running)
            await running;
        if (HasUnsaved && Conflict is null)
            await SaveAsync();
        isClosed = true;
        Stop();
        ready.TrySetResult();
    }

    private void OnEdited(JourneyEdit edit)
    {
        EditedAt = clock.GetUtcNow().UtcDateTime;
        if (session.Document.Equals(stored) && Conflict is null)
        {
            // Undone before it was stored.
            Settle();
            return;
        }
        Hold();
        if (Conflict is null)
            Arm();
        Tell();
    }

    private void OnRang(int journeyId)
    {
        if (journeyId == session.JourneyId && !isClosed)
            _ = onCircuit(LookAsync);
    }

    private void Arm()
    {
        var now = clock.GetUtcNow();
        firstUnsaved ??= now;
        var latest = firstUnsaved.Value + Latest - now;
        Wait(latest < TimeSpan.Zero ? TimeSpan.Zero : latest < Quiet ? latest : Quiet);
        if (Failure is null)
            Standing = DraftStanding.Saving;
    }

    private void Wait(TimeSpan time)
    {
        timer ??= clock.CreateTimer(_ => _ = onCircuit(DueAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(time, Timeout.InfiniteTimeSpan);
    }

    private Task DueAsync() => isClosed || saving is not null || Conflict is not null || !HasUnsaved ? Task.CompletedTask : SaveAsync();

    private async Task<Outcome<int>> SaveAsync()
    {
        var running = SaveOnceAsync();
        saving = running;
        try
        {
            return await running;
        }
        finally
        {
            saving = null;
            if (HasUnsaved && Conflict is null && !isClosed && Failure is null)
                Arm();
            Tell();
            if (lookAgain)
                _ = onCircuit(LookAsync);
        }
    }

    private async Task<Outcome<int>> SaveOnceAsync()
    {
        (firstUnsaved, Standing) = (null, DraftStanding.Saving);
        Tell();
        var outcome = await SendAsync(session.Document);
        if (outcome.Refusal is JourneyChangedBy && await ReadAsync() is { } theirs)
        {
            if (!theirs.Document.Equals(stored) && !theirs.Document.Equals(session.Document))
            {
                Meet(theirs);
                return new DraftInConflict(theirs.ChangedBy);
            }
            // The journey was renamed or published, or our own save came through without its answer: there is nothing to decide.
            session.SavedAs(theirs.Version);
            outcome = await SendAsync(session.Document);
        }
        if (outcome.Succeeded)
            return outcome;
        Failure = outcome.Refusal;
        Standing = DraftStanding.Failed;
        if (outcome.Refusal is DatabaseAway or DraftNotStored or JourneyChangedBy && !isClosed)
            Wait(BackOff[Math.Min(failures++, BackOff.Length - 1)]);
        return outcome;
    }

    private async Task<Outcome<int>> SendAsync(JourneyDocument document)
    {
        try
        {
            // Not on the circuit's thread: a database that lets us wait must not let the one who draws wait.
            var version = session.Version;
            var outcome = await Task.Run(() => gateway.SendAsync(new SaveJourneyDraft(session.JourneyId, version, JourneyJson.Write(document))));
            if (outcome.Succeeded)
            {
                session.SavedAs(outcome.Value);
                (stored, SavedAt) = (document, clock.GetUtcNow().UtcDateTime);
                Settle();
            }
            return outcome;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new DraftNotStored();
        }
    }

    private async Task<StoredDraft?> ReadAsync()
    {
        try
        {
            return (await Task.Run(() => gateway.AskAsync(new ReadDraft(session.JourneyId)))).Value;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    private void Settle()
    {
        (Failure, failures) = (null, 0);
        if (HasUnsaved)
        {
            Hold();
            return;
        }
        Stop();
        Standing = DraftStanding.Saved;
        held?.Release();
        Tell();
    }

    private void Hold() => held?.Hold(session.Version, () => HasUnsaved || Conflict is not null ? JourneyJson.Write(session.Document) : null);

    private void Stop()
    {
        timer?.Dispose();
        (timer, firstUnsaved) = (null, null);
    }

    private void Tell() => Changed?.Invoke();
}
