using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.EntityFrameworkCore;

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

        var ids = page.Rows.Select(row => row.Id).ToList();
        var templateIds = page.Rows.Select(row => row.RoleTemplateId).Distinct().ToList();
        var fills = (await database.RoleFills.Where(f => ids.Contains(f.BuyingGroupId)).ToListAsync(cancellationToken)).ToLookup(f => f.BuyingGroupId);
        var cards = (await database.RoleCards.Where(c => templateIds.Contains(c.RoleTemplateId))
            .Join(database.BuyingGroupRoles, c => c.RoleId, r => r.Id, (c, r) => new { c.RoleTemplateId, c.Priority, c.RoleId, c.MembersRequired, c.RequiredForCompleteness, r.Name, r.Abbreviation })
            .ToListAsync(cancellationToken)).ToLookup(c => c.RoleTemplateId);
        return page with
        {
            Rows =
            [
                .. page.Rows.Select(row => row with
                {
                    Roles =
                    [
                        .. cards[row.RoleTemplateId].OrderBy(c => c.Priority).Select(c => new Shell.Components.RoleFill(
                            c.Abbreviation, c.Name, fills[row.Id].FirstOrDefault(f => f.RoleId == c.RoleId)?.Assigned ?? 0, c.MembersRequired, c.RequiredForCompleteness)),
                    ],
                }),
            ],
        };
    }

    private static IQueryable<BuyingGroup> Sort(IQueryable<BuyingGroup> groups, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("completeness", false) => groups.OrderBy(g => g.Completeness).ThenBy(g => g.Id),
        ("completeness", true) => groups.OrderByDescending(g => g.Completeness).ThenByDescending(g => g.Id),
        ("engagement", false) => groups.OrderBy(g => g.EngagementScore).ThenBy(g => g.Id),
        ("engagement", true) => groups.OrderByDescending(g => g.EngagementScore).ThenByDescending(g => g.Id),
        ("stage", false) => groups.OrderBy(g => g.StageId).ThenBy(g => g.Id),
        ("stage", true) => groups.OrderByDescending(g => g.StageId).ThenByDescending(g => g.Id),
        ("status", false) => groups.OrderBy(g => g.NormalizedStatus).ThenBy(g => g.Id),
        ("status", true) => groups.OrderByDescending(g => g.NormalizedStatus).ThenByDescending(g => g.Id),
        ("updated", false) => groups.OrderBy(g => g.UpdatedAt).ThenBy(g => g.Id),
        ("updated", true) => groups.OrderByDescending(g => g.UpdatedAt).ThenByDescending(g => g.Id),
        (_, true) => groups.OrderByDescending(g => g.NormalizedName).ThenByDescending(g => g.Id),
        _ => groups.OrderBy(g => g.NormalizedName).ThenBy(g => g.Id),
    };
}
