using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>One account: what it is, who works there, its buying groups, its place in the hierarchy, what changed.</summary>
public sealed partial class AccountPage : ComponentBase
{
    AccountDetails? details;
    IReadOnlyList<FormField> fields = [];
    IReadOnlyList<Refusal>? refusals;
    IReadOnlyList<Refusal>? problems;
    long loaded;

    [Parameter] public long Id { get; set; }

    /// <summary>people, groups, journeys, activities, hierarchy or history; anything else is the overview.</summary>
    [Parameter] public string? Tab { get; set; }

    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] Gateway Gateway { get; set; } = null!;

    [Inject] Confirmation Confirmation { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    string Place => string.Join(", ", new[] { details!.Account.BillingCity, details.Account.BillingState, details.Account.BillingCountry }.Where(part => !string.IsNullOrEmpty(part)));

    protected override Task OnParametersSetAsync() => loaded == Id ? Task.CompletedTask : LoadAsync();

    async Task LoadAsync()
    {
        loaded = Id;
        var answer = await Gateway.AskAsync(new GetAccount(Id));
        (details, refusals) = (answer.Value, answer.Refusals);
        if (details is not null)
            fields = FormField.Of(AccountRules.Fields, details.CustomFields, T);
    }

    async Task<PageOf<HistoryRow>> HistoryAsync(ListState state, CancellationToken cancellation) =>
        (await Gateway.AskAsync(new FindAccountHistory(Id, state.Request), cancellation)).Demand();

    async Task DeleteAsync()
    {
        if (!await Confirmation.AskAsync(
            T["Delete {0}?", details!.Account.Name], T["Its opportunities, its activities and its places on account lists go too. An account with people or buying groups stays."], T["Delete account"]))
        {
            return;
        }
        var deleted = await Gateway.SendAsync(new DeleteAccount(Id));
        problems = deleted.Refusals;
        if (deleted.Succeeded)
            Navigation.NavigateTo("/accounts");
    }
}
