using System.Globalization;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.People;

/// <summary>The list of people.</summary>
public sealed partial class PeoplePage : ListPage
{
    PagedGrid<PersonRow>? grid;
    PageOf<PersonRow>? page;
    IReadOnlyList<CustomField>? fields;
    FilterOption? account;

    [Inject] Gateway Gateway { get; set; } = null!;

    string Total => page!.Total.ToString("N0", CultureInfo.CurrentCulture) + (page.TotalIsCapped ? "+" : "");

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        fields = (await Gateway.AskAsync(new FindCustomFields(CustomFieldTarget.Person))).Value?.Fields ?? [];
    }

    /// <summary>An account in the address is shown by its name.</summary>
    protected override async Task OnStateChangedAsync()
    {
        var wanted = State.Filter("account");
        if (string.Equals(wanted, account?.Value, StringComparison.Ordinal))
            return;
        account = null;
        if (wanted is not null && State.FilterNumber("account") is { } id && (await Gateway.AskAsync(new GetAccountName(id))).Value is { } found)
            account = new FilterOption(wanted, T["Account is {0}", found.Name]);
    }

    async Task<PageOf<PersonRow>> LoadAsync(ListState state, CancellationToken cancellation) =>
        (await Gateway.AskAsync(new FindPeople(PersonAddress.Read(state, fields!), state.Request, [.. fields!.Select(f => f.Id)]), cancellation)).Demand();

    async Task<(int Total, bool IsCapped)> CountAsync(ListState state, CancellationToken cancellation)
    {
        var found = await LoadAsync(state, cancellation);
        return (found.Total, found.TotalIsCapped);
    }

    void Loaded(PageOf<PersonRow> loaded)
    {
        page = loaded;
        StateHasChanged();
    }
}
