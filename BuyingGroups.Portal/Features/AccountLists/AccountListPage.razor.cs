using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>One account list: its accounts, and for a dynamic one the condition that fills it.</summary>
public sealed partial class AccountListPage : ComponentBase
{
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyList<AccountRow> found = [];
    private ListedAccounts? listed;
    private Condition condition = ConditionGroup.Everything;
    private AccountListKind kind = AccountListKind.Static;
    private PublicationStatus status = PublicationStatus.Draft;
    private string accountSearch = "";
    private string name = "";
    private string? description;
    private string? told;
    private int version;
    private bool filling;
    private bool loaded;
    private bool changed;

    /// <summary>The list; null for a new one.</summary>
    [Parameter] public int? Id { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool MayEdit => User.May(Permissions.AudiencesManage);

    private EventCallback<ListedAccount> TakeOff =>
        MayEdit && kind == AccountListKind.Static ? EventCallback.Factory.Create<ListedAccount>(this, account => ChangeAsync([], [account.Id])) : default;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        if (Id is { } id)
        {
            var answer = await Gateway.AskAsync(new GetAccountList(id));
            if (!answer.Succeeded)
            {
                refusals = answer.Refusals;
                return;
            }
            var list = answer.Value;
            (name, description, kind, status, version) = (list.Name, list.Description, list.Kind, list.Status, list.Version);
            condition = list.Condition ?? ConditionGroup.Everything;
        }
        (loaded, changed) = (true, false);
    }

    private void Touch() => changed = true;

    private void Change(Condition edited)
    {
        condition = edited;
        Touch();
    }

    private async Task SaveAsync()
    {
        var saved = await Gateway.SendAsync(new SaveAccountList(Id, name, description, kind, kind == AccountListKind.Dynamic ? condition : null, version));
        refusals = saved.Refusals;
        if (!saved.Succeeded)
            return;
        changed = false;
        if (Id is null)
            Navigation.NavigateTo($"/audiences/lists/{saved.Value}");
        else
            await LoadAsync();
    }

    private async Task PublishAsync()
    {
        if (!await Confirmation.AskAsync(T["Publish “{0}”?", name], T["Once live, buying groups and journeys can use it; the condition of a dynamic list cannot change any more."], T["Publish"], destructive: false))
            return;
        var published = await Gateway.SendAsync(new PublishAccountList(Id!.Value));
        refusals = published.Refusals;
        if (published.Succeeded)
            await LoadAsync();
    }

    private async Task DeleteAsync()
    {
        if (!await Confirmation.AskAsync(T["Delete the account list “{0}”?", name], T["Its accounts stay in the portal. This cannot be undone."], T["Delete account list"]))
            return;
        var deleted = await Gateway.SendAsync(new DeleteAccountList(Id!.Value));
        refusals = deleted.Refusals;
        if (!deleted.Succeeded)
            return;
        changed = false;
        Navigation.NavigateTo("/audiences/lists");
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

    private async Task LeaveAsync(LocationChangingContext leaving)
    {
        if (changed && !await Confirmation.AskAsync(T["Leave without saving?"], T["What you changed on this page is lost."], T["Leave without saving"]))
            leaving.PreventNavigation();
    }
}
