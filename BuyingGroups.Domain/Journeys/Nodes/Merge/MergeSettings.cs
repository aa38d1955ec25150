namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>Joins paths of account splits; the only kind with more than one path into it.</summary>
public sealed record MergeSettings : NodeSettings
{
    /// <inheritdoc />
    public override string Kind => "merge";
}
