using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class SplitByAccountsNode
{
    public static NodeKind Kind { get; } = new NodeKind<SplitByAccountsSettings>
    {
        Key = "splitByAccounts",
        Label = "Split by accounts",
        Help = "Sends each account down the first path whose condition it matches.",
        Section = NodeSection.Paths,
        Shape = new(HasNext: false, 1, SplitByAccountsSettings.MostPaths, MayHaveOther: true, BranchCondition: ConditionScope.Account),
        New = () => new(),
    };
}
