using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Drafts;

/// <summary>How a draft stands between the designer and the database.</summary>
public enum DraftStanding
{
    /// <summary>What is drawn is stored.</summary>
    Saved = 1,

    /// <summary>Something is new, or on its way.</summary>
    Saving = 2,

    /// <summary>It could not be stored; it is tried again.</summary>
    Failed = 3,

    /// <summary>Somebody else stored another drawing meanwhile; people decide.</summary>
    Conflict = 4,
}

/// <summary>Two drawings of one journey.</summary>
/// <param name="Theirs">What is stored.</param>
/// <param name="Version">Its version.</param>
/// <param name="Who">Who stored it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="IsOwn">True when it was oneself, in another window.</param>
public sealed record DraftConflictInfo(JourneyDocument Theirs, int Version, string Who, DateTime At, bool IsOwn);

/// <summary>The draft could not be written down, for a reason that is not the user's.</summary>
public sealed record DraftNotStored() : Refusal("The draft could not be saved. It is kept in this browser and tried again by itself.");

/// <summary>Somebody else changed the draft, and nobody has decided yet.</summary>
/// <param name="Who">Who.</param>
public sealed record DraftInConflict(string Who) : Refusal("{0} changed this draft too. Nothing was lost and nothing was saved; choose which drawing stays first.", Who);
