namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>Puts the account on a live static list.</summary>
/// <param name="AccountList">The list.</param>
public sealed record AddToAccountListSettings(JourneyReference AccountList) : AccountActionSettings
{
    /// <inheritdoc />
    public override string Kind => "addToAccountList";
}

/// <summary>Takes the account off a live static list.</summary>
/// <param name="AccountList">The list.</param>
public sealed record RemoveFromAccountListSettings(JourneyReference AccountList) : AccountActionSettings
{
    /// <inheritdoc />
    public override string Kind => "removeFromAccountList";
}
