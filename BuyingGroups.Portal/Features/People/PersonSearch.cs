using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Search;

namespace BuyingGroups.Portal.Features.People;

/// <summary>Finds people by the beginnings of their names or of their email address, for "search everything".</summary>
public sealed class PersonSearch(Gateway gateway) : ISearchSource
{
    public string Kind => "People";

    public string Icon => "person";

    public string Permission => Permissions.AccountsView;

    public int Order => 30;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellation)
    {
        var found = await gateway.AskAsync(new FindPeople(new PersonFilter { Search = text }, new PageRequest(1, limit)), cancellation);
        return found.Succeeded ? [.. found.Value.Rows.Select(row => new SearchHit(row.DisplayName, $"/people/{row.Id}", row.AccountName))] : [];
    }
}
