using BuyingGroups.Domain.Journeys.Validation;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class AccountAudienceNode
{
    public static NodeKind Kind { get; } = new NodeKind<AccountAudienceSettings>
    {
        Key = "accountAudience",
        Label = "Account audience",
        Help = "Accounts of an audience or list enter here as they qualify.",
        Section = NodeSection.Start,
        New = () => new(null, null),
        Rules = Check,
        References = (settings, map) => new(
            settings.Audience is null ? null : map(ReferenceKind.Audience, settings.Audience), settings.AccountList is null ? null : map(ReferenceKind.AccountList, settings.AccountList)),
    };

    private static void Check(AccountAudienceSettings settings, NodeCheck check)
    {
        switch (settings)
        {
            case { Audience: { } audience, AccountList: null }:
                if (check.Found(check.Catalog.Audience(audience), audience, "audience") is { Status: not PublicationStatus.Live } draft)
                    check.Add(new SourceNotLive("audience", draft.Name));
                break;
            case { Audience: null, AccountList: { } list }:
                check.AccountList(list, mustBeStatic: false);
                break;
            case { Audience: null }:
                check.Add(new ReferenceMissing("audience or account list"));
                break;
            default:
                check.Add(new TwoSources());
                break;
        }
    }
}
