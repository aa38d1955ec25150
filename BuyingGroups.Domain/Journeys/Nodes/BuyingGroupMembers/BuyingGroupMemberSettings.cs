namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>Assigns the people on the path to the account's buying group; whoever a user assigned or removed stays as they are (product.md § 5).</summary>
/// <param name="SolutionInterest">Whose group; an account without one is passed by, saying so.</param>
/// <param name="Role">The role they get; one of the solution interest's template.</param>
public sealed record AssignToBuyingGroupSettings(JourneyReference SolutionInterest, JourneyReference Role) : PeopleActionSettings
{
    /// <inheritdoc />
    public override string Kind => "assignToBuyingGroup";
}

/// <summary>Removes the people on the path from the account's buying group.</summary>
/// <param name="SolutionInterest">Whose group.</param>
public sealed record RemoveFromBuyingGroupSettings(JourneyReference SolutionInterest) : PeopleActionSettings
{
    /// <inheritdoc />
    public override string Kind => "removeFromBuyingGroup";
}
