namespace BuyingGroups.Domain.Journeys.Templates;

/// <summary>The plays a journey can begin with.</summary>
public static class JourneyTemplates
{
    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<JourneyTemplate> All { get; } =
        [GroupPlays.FillMissingRole, GroupPlays.NurtureByCompleteness, GroupPlays.HandOverToSales, EngagementPlays.ReengageDormant, EngagementPlays.EventFollowUp, EngagementPlays.CrossSell];

    /// <summary>The one with a key, or null.</summary>
    public static JourneyTemplate? Find(string? key) => All.FirstOrDefault(template => string.Equals(template.Key, key, StringComparison.Ordinal));
}
