using BuyingGroups.Domain.Accounts;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>One account: what it is, who works there, its buying groups and journeys, what happened, its place in the hierarchy. Tabs: people, groups, journeys, activities, timeline, hierarchy.</summary>
public sealed partial class AccountPage : RecordPage<AccountDetails>
{
    private protected override IQuery<AccountDetails> Query => new GetAccount(Id);

    private string Place => string.Join(", ", new[] { details!.Account.BillingCity, details.Account.BillingState, details.Account.BillingCountry }.Where(part => !string.IsNullOrEmpty(part)));

    private protected override IReadOnlyList<FormField> FieldsOf(AccountDetails found) => FormField.Of(AccountRules.Fields, found.CustomFields, Words);

    private Task DeleteAsync() => DeleteAsync(
        new DeleteAccount(Id), details!.Account.Name, T["Its opportunities, its activities and its places on account lists go too. An account with people or buying groups stays."], T["Delete account"], "/accounts");
}
