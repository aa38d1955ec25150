namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>Moves the account's buying group for a solution interest to a stage, if its stage model allows the move.</summary>
/// <param name="SolutionInterest">Whose group.</param>
/// <param name="Stage">The stage, of that solution interest's model.</param>
public sealed record UpdateBuyingGroupStageSettings(JourneyReference SolutionInterest, JourneyReference Stage) : AccountActionSettings
{
    /// <inheritdoc />
    public override string Kind => "updateBuyingGroupStage";
}

/// <summary>Sets the status text of the account's buying group for a solution interest.</summary>
/// <param name="SolutionInterest">Whose group.</param>
/// <param name="Status">The status, at most 50 characters; empty clears it.</param>
public sealed record UpdateBuyingGroupStatusSettings(JourneyReference SolutionInterest, string Status) : AccountActionSettings
{
    /// <inheritdoc />
    public override string Kind => "updateBuyingGroupStatus";
}
