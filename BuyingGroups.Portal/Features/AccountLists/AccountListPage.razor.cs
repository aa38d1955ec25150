using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>One account list: its accounts, and for a dynamic one the condition that fills it.</summary>
public sealed partial class AccountListPage : DraftPage
{
    private IReadOnlyList<AccountRow> found = [];
    private ListedAccounts? listed;
    private Condition condition = ConditionGroup.Everything;
    private AccountListKind kind = AccountListKind.Static;
    private string accountSearch = "";
    private string? told;
    private bool filling;

    private protected override string Home => "/audiences/lists";

    private bool MayEdit => User.May(Permissions.AudiencesManage);

    private EventCallback<ListedAccount> TakeOff =>
        MayEdit && kind == AccountListKind.Static ? EventCallback.Factory.Create<ListedAccount>(this, account => ChangeAsync([], [account.Id])) : default;

    private protected override async Task<bool> ReadAsync(int id)
    {
        var answer = await Gateway.AskAsync(new GetAccountList(id));
        refusals = answer.Succeeded ? refusals : answer.Refusals;
        if (answer.Value is not { } list)
            return false;
        (name, description, kind, status, version) = (list.Name, list.Description, list.Kind, list.Status, list.Version);
        condition = list.Condition ?? ConditionGroup.Everything;
        return true;
    }

    private Task SaveAsync() => SaveAsync(new SaveAccountList(Id, name, description, kind, kind == AccountListKind.Dynamic ? condition : null, version));

    private Task PublishAsync() =>
        PublishAsync(new PublishAccountList(Id!.Value), T["Once live, buying groups and journeys can use it; the condition of a dynamic list cannot change any more."]);

    private Task DeleteAsync() =>
        DeleteAsync(new DeleteAccountList(Id!.Value), T["Delete the account list “{0}”?", name], T["Its accounts stay in the portal. This cannot be undone."], T["Delete account list"]);

    private void Change(Condition edited)
    {
        condition = edited;
        Touch();
    }

    private async Task FindAccountsAsync(string text)
    {
        accountSearch = text;
        found = text.Length < 2 ? [] : (await Gateway.AskAsync(new FindAccounts(new AccountFilter { Search = text }, new PageRequest(Size: 8)))).Value?.Rows ?? [];
    }

    private Task AddAsync(long accountId) => ChangeAsync([accountId], []);

    private async Task ChangeAsync(IReadOnlyList<long> add, IReadOnlyList<long> remove)
    {
        var outcome = await Gateway.SendAsync(new ChangeListedAccounts(Id!.Value, add, remove));
        (refusals, told) = (outcome.Refusals, null);
        if (!outcome.Succeeded)
            return;
        told = outcome.Value switch
        {
            { Added: > 0 } => T["Added to the list."],
            { Removed: > 0 } => T["Taken off the list."],
            _ => T["It was on the list already."],
        };
        await (listed?.ReloadAsync() ?? Task.CompletedTask);
    }

    private async Task FillAsync()
    {
        var outcome = await Gateway.SendAsync(new FillAccountList(Id!.Value, condition));
        refusals = outcome.Refusals;
        if (!outcome.Succeeded)
            return;
        (filling, told) = (false, T["The matching accounts are being added in the background; the top bar shows how far it is."]);
    }
}
