using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Domain.Journeys.Validation;

/// <summary>What the settings of a journey must be.</summary>
internal static class SettingsRules
{
    public static void Check(JourneySettings settings, JourneyCatalog catalog, ProblemList problems)
    {
        var now = catalog.Conditions.Now;
        var starts = settings.StartsAt is { } start && start > now ? start : now;
        if (settings.StartsAt > now.AddYears(JourneySettings.LongestYears))
            problems.Add(null, null, new StartTooLate(JourneySettings.LongestYears));
        if (settings.EndsAt is { } end)
        {
            if (end <= now)
                problems.Add(null, null, new EndInThePast());
            else if (end <= starts)
                problems.Add(null, null, new EndBeforeStart());
            else if (end > starts.AddYears(JourneySettings.LongestYears))
                problems.Add(null, null, new EndTooLate(JourneySettings.LongestYears));
        }
        if (settings.ReEntry is { } again)
        {
            if (!Enum.IsDefined(again.WaitFrom) || WaitRules.OfDuration(again.Delay, mayBeNone: true) is not null)
                problems.Add(null, null, new ReEntryDelayWrong(JourneySettings.LongestYears));
            if (again.Limit is < 2 or > JourneyLimits.LargestEntryLimit)
                problems.Add(null, null, new ReEntryLimitWrong(2, JourneyLimits.LargestEntryLimit));
        }
        if (settings.Goal is { } goal)
            problems.AddCondition(null, null, goal, ConditionScope.Account, catalog, "The goal");
        if (settings.Exit is { } exit)
            problems.AddCondition(null, null, exit, ConditionScope.Account, catalog, "The exit condition");
    }
}
