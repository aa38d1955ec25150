using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>The account lists of the portal.</summary>
public sealed partial class AccountListsPage : ListPage
{
    [Inject] private Gateway Gateway { get; set; } = null!;

    private async Task<PageOf<AccountListRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindAccountLists(state.Request, state.Search, StatusFilter.Of(state)), cancellationToken)).Demand();
}
