using System.Globalization;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>The list of accounts.</summary>
public sealed partial class AccountsPage : ListPage
{
    PagedGrid<AccountRow>? grid;
    PageOf<AccountRow>? page;
    IReadOnlySet<object> selected = new HashSet<object>();
    IReadOnlyList<CustomField>? fields;
    IReadOnlyList<Owner> owners = [];
    IReadOnlyList<Refusal>? refusals;

    [Inject] Gateway Gateway { get; set; } = null!;

    string Total => page!.Total.ToString("N0", CultureInfo.CurrentCulture) + (page.TotalIsCapped ? "+" : "");

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        owners = (await Gateway.AskAsync(new FindOwners())).Value?.List ?? [];
        fields = (await Gateway.AskAsync(new FindCustomFields(CustomFieldTarget.Account))).Value?.Fields ?? [];
    }

    async Task<PageOf<AccountRow>> LoadAsync(ListState state, CancellationToken cancellation) =>
        (await Gateway.AskAsync(new FindAccounts(AccountAddress.Read(state, fields!), state.Request, [.. fields!.Select(f => f.Id)]), cancellation)).Demand();

    async Task<(int Total, bool IsCapped)> CountAsync(ListState state, CancellationToken cancellation)
    {
        var found = await LoadAsync(state, cancellation);
        return (found.Total, found.TotalIsCapped);
    }

    void Loaded(PageOf<AccountRow> loaded)
    {
        page = loaded;
        StateHasChanged();
    }

    async Task AssignAsync(ChangeEventArgs e)
    {
        if (!int.TryParse(e.Value as string, CultureInfo.InvariantCulture, out var owner))
            return;
        var assigned = await Gateway.SendAsync(new AssignOwner([.. selected.Cast<long>()], owner == 0 ? null : owner));
        refusals = assigned.Refusals;
        if (!assigned.Succeeded)
            return;
        selected = new HashSet<object>();
        await grid!.ReloadAsync();
    }
}
