using BuyingGroups.Domain.Journeys.Waiting;

namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>Keeps the account for a time.</summary>
/// <param name="Until">How long.</param>
public sealed record WaitSettings(WaitRule Until) : NodeSettings
{
    /// <inheritdoc />
    public override string Kind => "wait";
}
