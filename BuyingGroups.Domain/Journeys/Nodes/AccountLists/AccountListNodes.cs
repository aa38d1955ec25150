namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class AccountListNodes
{
    public static NodeKind Add { get; } = new NodeKind<AddToAccountListSettings>
    {
        Key = "addToAccountList",
        Label = "Add to account list",
        Help = "Puts the account on a static list.",
        Section = NodeSection.AccountActions,
        New = () => new(new JourneyReference(null)),
        Rules = (settings, check) => check.AccountList(settings.AccountList, mustBeStatic: true),
        References = (settings, map) => new(map(ReferenceKind.AccountList, settings.AccountList)),
    };

    public static NodeKind Remove { get; } = new NodeKind<RemoveFromAccountListSettings>
    {
        Key = "removeFromAccountList",
        Label = "Remove from account list",
        Help = "Takes the account off a static list.",
        Section = NodeSection.AccountActions,
        New = () => new(new JourneyReference(null)),
        Rules = (settings, check) => check.AccountList(settings.AccountList, mustBeStatic: true),
        References = (settings, map) => new(map(ReferenceKind.AccountList, settings.AccountList)),
    };
}
