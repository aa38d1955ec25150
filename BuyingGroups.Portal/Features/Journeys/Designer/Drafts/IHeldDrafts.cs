namespace BuyingGroups.Portal.Features.Journeys.Designer.Drafts;

/// <summary>Where the newest drawing is held until the server has stored it: the browser, which outlives the server.</summary>
public interface IHeldDrafts
{
    /// <summary>Holds a drawing in the place of the one held before.</summary>
    /// <param name="version">The version of the draft that it was drawn on.</param>
    /// <param name="write">Writes it as JSON; called only when it is time.</param>
    void Hold(int version, Func<string?> write);

    /// <summary>The drawing is stored; nothing need be held.</summary>
    void Release();
}

/// <summary>A drawing that a browser held because no server had stored it.</summary>
/// <param name="Version">The version of the draft that it was drawn on.</param>
/// <param name="Document">The drawing as JSON.</param>
public sealed record HeldDraft(int Version, string Document);
