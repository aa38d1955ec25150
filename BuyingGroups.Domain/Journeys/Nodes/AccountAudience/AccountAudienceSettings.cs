namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>Start: accounts enter as they qualify. Exactly one of the two is set.</summary>
/// <param name="Audience">A live account audience.</param>
/// <param name="AccountList">A live account list.</param>
public sealed record AccountAudienceSettings(JourneyReference? Audience, JourneyReference? AccountList) : NodeSettings
{
    /// <inheritdoc />
    public override string Kind => "accountAudience";
}
