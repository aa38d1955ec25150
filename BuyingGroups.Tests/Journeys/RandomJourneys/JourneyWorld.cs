namespace BuyingGroups.Tests.Journeys.RandomJourneys;

/// <summary>What random journeys and those of tests may name; goes with <see cref="Conditions.ConditionWorld"/>.</summary>
public static class JourneyWorld
{
    public const int StaticList = 1;
}
