using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Search;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Finds accounts by a part of their name, for "search everything".</summary>
public sealed class AccountSearch(Gateway gateway) : ISearchSource
{
    public string Kind => "Accounts";

    public string Icon => "apartment";

    public string Permission => Permissions.AccountsView;

    public int Order => 20;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellation)
    {
        var found = await gateway.AskAsync(new FindAccounts(new AccountFilter { Search = text }, new PageRequest(1, limit)), cancellation);
        return found.Succeeded ? [.. found.Value.Rows.Select(row => new SearchHit(row.Name, $"/accounts/{row.Id}", row.Industry ?? row.BillingCountry))] : [];
    }
}
