using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys;

/// <summary>
/// The life of a journey (product.md § 9): Draft → Live → Closed to new entries | Aborted | Finished. Nothing leads back; a live journey may
/// publish another version, and those inside finish the version they entered.
/// </summary>
public static class JourneyRules
{
    /// <summary>True when accounts may still be on their way: the drawing is in use.</summary>
    public static bool IsRunning(JourneyStatus status) => status is JourneyStatus.Live or JourneyStatus.ClosedToNewEntries;

    /// <summary>Null when the draft may be changed: before the first publication, and while live for the next version.</summary>
    public static Refusal? ToSaveDraft(Journey journey) => journey.Status switch
    {
        JourneyStatus.Draft or JourneyStatus.Live => null,
        _ => new JourneyIsOver(journey.Name),
    };

    /// <summary>Null when the draft may be published, for the first time or as the next version.</summary>
    public static Refusal? ToPublish(Journey journey) => ToSaveDraft(journey);

    /// <summary>Null when the journey may close to new entries.</summary>
    public static Refusal? ToClose(Journey journey) => journey.Status switch
    {
        JourneyStatus.Live => null,
        JourneyStatus.Draft => new JourneyNotPublished(journey.Name),
        JourneyStatus.ClosedToNewEntries => new JourneyAlreadyClosed(journey.Name),
        _ => new JourneyIsOver(journey.Name),
    };

    /// <summary>Null when the journey may be aborted.</summary>
    public static Refusal? ToAbort(Journey journey) => journey.Status switch
    {
        JourneyStatus.Live or JourneyStatus.ClosedToNewEntries => null,
        JourneyStatus.Draft => new JourneyNotPublished(journey.Name),
        _ => new JourneyIsOver(journey.Name),
    };

    /// <summary>Null when the journey is finished: nobody can enter any more and nobody is inside.</summary>
    /// <param name="journey">The journey.</param>
    /// <param name="inside">Accounts on their way or parked.</param>
    /// <param name="now">The moment (UTC); at the end date nobody enters any more.</param>
    public static Refusal? ToFinish(Journey journey, long inside, DateTime now) => journey.Status switch
    {
        JourneyStatus.ClosedToNewEntries when inside == 0 => null,
        JourneyStatus.Live when inside == 0 && journey.EndsAt <= now => null,
        JourneyStatus.Live or JourneyStatus.ClosedToNewEntries when inside > 0 => new JourneyHasAccounts(journey.Name, inside),
        JourneyStatus.Live => new JourneyIsLive(journey.Name),
        JourneyStatus.Draft => new JourneyNotPublished(journey.Name),
        _ => new JourneyIsOver(journey.Name),
    };

    /// <summary>Null when the journey may be deleted: not while live, and not while anybody is inside.</summary>
    /// <param name="journey">The journey.</param>
    /// <param name="inside">Accounts on their way or parked.</param>
    public static Refusal? ToDelete(Journey journey, long inside) => journey.Status switch
    {
        JourneyStatus.Live => new JourneyIsLive(journey.Name),
        _ when inside > 0 => new JourneyHasAccounts(journey.Name, inside),
        _ => null,
    };

    /// <summary>Null when parked accounts may go on: the journey still runs.</summary>
    public static Refusal? ToRetry(Journey journey) => journey.Status switch
    {
        JourneyStatus.Live or JourneyStatus.ClosedToNewEntries => null,
        JourneyStatus.Draft => new JourneyNotPublished(journey.Name),
        _ => new JourneyIsOver(journey.Name),
    };

    /// <summary>Null when the account may be taken out: it is on its way or parked.</summary>
    /// <param name="entry">Its entry.</param>
    /// <param name="account">The account's name.</param>
    public static Refusal? ToRemove(JourneyEntry entry, string account) =>
        entry.Status is EntryStatus.Active or EntryStatus.Parked ? null : new EntryIsOver(account);

    /// <summary>Null when the entry may be tried again.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="account">The account's name.</param>
    public static Refusal? ToRetry(JourneyEntry entry, string account) => entry.Status == EntryStatus.Parked ? null : new EntryNotParked(account);

    /// <summary>Null when the draft that was opened is still the newest.</summary>
    /// <param name="journey">The journey as it is now.</param>
    /// <param name="version">The version that was opened.</param>
    /// <param name="changedBy">Who saved it last.</param>
    public static Refusal? SameVersion(Journey journey, int version, string changedBy) =>
        journey.Version == version ? null : new JourneyChangedBy(journey.Name, changedBy);
}

/// <summary>The journey has not been published.</summary>
/// <param name="Journey">Its name.</param>
public sealed record JourneyNotPublished(string Journey)
    : Refusal("The journey “{0}” is a draft, so nobody travels it. Nothing was changed; publish it first.", Journey);

/// <summary>The journey does not let anybody in already.</summary>
/// <param name="Journey">Its name.</param>
public sealed record JourneyAlreadyClosed(string Journey)
    : Refusal("The journey “{0}” is closed to new entries already. Nothing was changed.", Journey);

/// <summary>Closed, aborted or finished journeys do not change any more.</summary>
/// <param name="Journey">Its name.</param>
public sealed record JourneyIsOver(string Journey)
    : Refusal("The journey “{0}” is closed, aborted or finished, and does not change any more. Nothing was changed; duplicate it and change the copy.", Journey);

/// <summary>The journey lets accounts in.</summary>
/// <param name="Journey">Its name.</param>
public sealed record JourneyIsLive(string Journey)
    : Refusal("The journey “{0}” is live. It was kept; close or abort it first.", Journey);

/// <summary>Accounts are inside the journey.</summary>
/// <param name="Journey">Its name.</param>
/// <param name="Accounts">How many.</param>
public sealed record JourneyHasAccounts(string Journey, long Accounts)
    : Refusal("Accounts are still inside the journey “{0}”: {1}. It was kept; wait until they are through, or abort it.", Journey, Accounts);

/// <summary>The account is not on its way in the journey.</summary>
/// <param name="Account">Its name.</param>
public sealed record EntryIsOver(string Account)
    : Refusal("“{0}” is through with this journey already. Nothing was changed.", Account);

/// <summary>The account does not stand still.</summary>
/// <param name="Account">Its name.</param>
public sealed record EntryNotParked(string Account)
    : Refusal("“{0}” is not parked. Nothing was changed; it goes on by itself.", Account);

/// <summary>Somebody else saved the journey since it was opened.</summary>
/// <param name="Journey">Its name.</param>
/// <param name="Who">Who.</param>
public sealed record JourneyChangedBy(string Journey, string Who)
    : Refusal("{1} changed the journey “{0}” while you were editing. Your change was not saved and theirs is kept; reload to see it and apply yours again.", Journey, Who);
