namespace BuyingGroups.Portal.Features.Journeys.Designer.Presence;

/// <summary>
/// Tells the designers of this process that a draft was saved, or that somebody came or went. Missing a ring costs seconds, never a change: who is here
/// and which version is the newest is also read with every sign of presence, for the sake of other nodes.
/// </summary>
public static class DesignerBell
{
    /// <summary>Something about a journey is new; raised on any thread.</summary>
    public static event Action<int>? Rang;

    /// <summary>Something about a journey is new.</summary>
    public static void Ring(int journeyId) => Rang?.Invoke(journeyId);
}
