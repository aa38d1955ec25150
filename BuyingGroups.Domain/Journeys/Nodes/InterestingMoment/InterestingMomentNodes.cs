namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class InterestingMomentNodes
{
    public static NodeKind OfAccount { get; } = new NodeKind<AccountInterestingMomentSettings>
    {
        Key = "accountInterestingMoment",
        Label = "Interesting moment of the account",
        Help = "Records an interesting moment on the account.",
        Section = NodeSection.AccountActions,
        New = () => new(""),
        Rules = (settings, check) => check.Text("The text", settings.Text, AccountInterestingMomentSettings.TextMaxLength),
    };

    public static NodeKind OfPeople { get; } = new NodeKind<PersonInterestingMomentSettings>
    {
        Key = "personInterestingMoment",
        Label = "Interesting moment of people",
        Help = "Records an interesting moment on each person on the path.",
        Section = NodeSection.PeopleActions,
        New = () => new(""),
        Rules = (settings, check) => check.Text("The text", settings.Text, AccountInterestingMomentSettings.TextMaxLength),
    };
}
