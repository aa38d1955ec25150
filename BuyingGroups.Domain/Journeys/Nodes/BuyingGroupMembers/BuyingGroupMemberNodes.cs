namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class BuyingGroupMemberNodes
{
    public static NodeKind Assign { get; } = new NodeKind<AssignToBuyingGroupSettings>
    {
        Key = "assignToBuyingGroup",
        Label = "Assign to buying group",
        Help = "Gives the people on the path a role in the buying group.",
        Section = NodeSection.PeopleActions,
        New = () => new(new JourneyReference(null), new JourneyReference(null)),
        Rules = (settings, check) =>
        {
            if (check.SolutionInterest(settings.SolutionInterest) is { } interest)
                check.Role(settings.Role, interest);
        },
        References = (settings, map) => new(
            map(ReferenceKind.SolutionInterest, settings.SolutionInterest), map(ReferenceKind.Role, settings.Role, settings.SolutionInterest)),
    };

    public static NodeKind Remove { get; } = new NodeKind<RemoveFromBuyingGroupSettings>
    {
        Key = "removeFromBuyingGroup",
        Label = "Remove from buying group",
        Help = "Takes the people on the path out of the buying group.",
        Section = NodeSection.PeopleActions,
        New = () => new(new JourneyReference(null)),
        Rules = (settings, check) => check.SolutionInterest(settings.SolutionInterest),
        References = (settings, map) => new(map(ReferenceKind.SolutionInterest, settings.SolutionInterest)),
    };
}
