namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>
/// Divides the people of each account: each person is on the first path whose condition they match, else on "Other people", else they go past.
/// Holds only actions on people; every path leads to the split's own <see cref="PeopleMergeSettings"/>; cannot be nested.
/// </summary>
public sealed record SplitByPeopleSettings : NodeSettings
{
    /// <summary>Most paths, "Other people" not counted.</summary>
    public const int MostPaths = 25;

    /// <inheritdoc />
    public override string Kind => "splitByPeople";
}

/// <summary>Where the paths of a split by people, or of a variant split of people, come together.</summary>
/// <param name="Split">The node that this one closes.</param>
public sealed record PeopleMergeSettings(NodeId Split) : NodeSettings
{
    /// <inheritdoc />
    public override string Kind => "peopleMerge";
}
