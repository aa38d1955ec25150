namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>Sends each account down the first path whose condition it matches, else the path "Other accounts", else the journey ends for it.</summary>
public sealed record SplitByAccountsSettings : NodeSettings
{
    /// <summary>Most paths, "Other accounts" not counted.</summary>
    public const int MostPaths = 25;

    /// <inheritdoc />
    public override string Kind => "splitByAccounts";
}
