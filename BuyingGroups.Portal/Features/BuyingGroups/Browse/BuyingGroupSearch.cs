using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using BuyingGroups.Portal.Shell.Search;

namespace BuyingGroups.Portal.Features.Groups.Browse;

/// <summary>Finds buying groups by a part of their name, for "search everything".</summary>
public sealed class BuyingGroupSearch(Gateway gateway) : ISearchSource
{
    public string Kind => "Buying groups";

    public string Icon => "groups";

    public string Permission => Permissions.BuyingGroupsView;

    public int Order => 10;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellation)
    {
        var found = await gateway.AskAsync(new FindBuyingGroups(new ListState { Size = limit }.WithSearch(text)), cancellation);
        return found.Succeeded ? [.. found.Value.Rows.Select(row => new SearchHit(row.Name, $"/buying-groups/{row.Id}", row.SolutionInterest))] : [];
    }
}
