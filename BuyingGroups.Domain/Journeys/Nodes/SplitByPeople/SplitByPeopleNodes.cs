using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class SplitByPeopleNodes
{
    public static NodeKind Split { get; } = new NodeKind<SplitByPeopleSettings>
    {
        Key = "splitByPeople",
        Label = "Split by people",
        Help = "Divides the people of each account, for actions on some of them.",
        Section = NodeSection.Paths,
        Shape = new(HasNext: false, 1, SplitByPeopleSettings.MostPaths, MayHaveOther: true, BranchCondition: ConditionScope.Person),
        New = () => new(),
    };

    /// <summary>What it closes is looked at by the rules of people splits.</summary>
    public static NodeKind Merge { get; } = new NodeKind<PeopleMergeSettings>
    {
        Key = "peopleMerge",
        Label = "People together again",
        Help = "Where the paths of a split by people come together.",
        Section = NodeSection.Paths,
        IsInPalette = false,
        New = () => new(new NodeId("")),
    };
}
