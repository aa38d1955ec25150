namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>The account enters another journey, if it is live and lets it in.</summary>
/// <param name="Journey">The other journey.</param>
public sealed record AddToJourneySettings(JourneyReference Journey) : AccountActionSettings
{
    /// <inheritdoc />
    public override string Kind => "addToJourney";
}

/// <summary>The account leaves another journey, as "removed".</summary>
/// <param name="Journey">The other journey.</param>
public sealed record RemoveFromJourneySettings(JourneyReference Journey) : AccountActionSettings
{
    /// <inheritdoc />
    public override string Kind => "removeFromJourney";
}
