using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;

namespace BuyingGroups.Portal.Features.Groups.Browse;

/// <summary>A page of buying groups.</summary>
/// <param name="State">Filters, search, sort and page as they stand in the address; sorts by name (the usual), completeness, engagement, stage, status, updated.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindBuyingGroups(ListState State) : IQuery<PageOf<BuyingGroupRow>>;

/// <summary>A group as the list shows it.</summary>
public sealed record BuyingGroupRow(
    long Id, string Name, long AccountId, string AccountName, int SolutionInterestId, string SolutionInterest, int RoleTemplateId, string? Stage, string? Status,
    int Completeness, double EngagementScore, double EngagementChange, DateTime UpdatedAt)
{
    /// <summary>How each role of the template is filled, in priority order.</summary>
    public IReadOnlyList<Shell.Components.RoleFill> Roles { get; init; } = [];
}

public sealed class FindBuyingGroupsHandler : IQueryHandler<FindBuyingGroups, PageOf<BuyingGroupRow>>
{
    public async Task<Outcome<PageOf<BuyingGroupRow>>> HandleAsync(FindBuyingGroups query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var page = await Listing.PageAsync(
            database.BuyingGroups, BuyingGroupAddress.Read(query.State, context.Caller).Apply(database), g => g.Id, groups => Sort(groups, query.State.Request),
            g => new BuyingGroupRow(
                g.Id, g.Name, g.AccountId, g.Account!.Name, g.SolutionInterestId, g.SolutionInterest!.Name, g.SolutionInterest.RoleTemplateId,
                g.Stage == null ? null : g.Stage.Name, g.Status, g.Completeness, g.EngagementScore, g.EngagementChange, g.UpdatedAt),
            query.State.Request, cancellationToken);
        if (page.Rows.Count == 0)
            return page;

        var roles = await RoleStrips.ReadAsync(database, [.. page.Rows.Select(row => (row.Id, row.RoleTemplateId))], cancellationToken);
        return page with { Rows = [.. page.Rows.Select(row => row with { Roles = [.. roles[row.Id]] })] };
    }

    private static IQueryable<BuyingGroup> Sort(IQueryable<BuyingGroup> groups, PageRequest page) => page.Sort switch
    {
        "completeness" => groups.By(g => g.Completeness, page.Descending).ThenBy(g => g.Id, page.Descending),
        "engagement" => groups.By(g => g.EngagementScore, page.Descending).ThenBy(g => g.Id, page.Descending),
        "stage" => groups.By(g => g.StageId, page.Descending).ThenBy(g => g.Id, page.Descending),
        "status" => groups.By(g => g.NormalizedStatus, page.Descending).ThenBy(g => g.Id, page.Descending),
        "updated" => groups.By(g => g.UpdatedAt, page.Descending).ThenBy(g => g.Id, page.Descending),
        _ => groups.By(g => g.NormalizedName, page.Descending).ThenBy(g => g.Id, page.Descending),
    };
}
