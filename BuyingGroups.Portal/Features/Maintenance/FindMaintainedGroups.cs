using BuyingGroups.Domain;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>The groups that a run of maintenance changed, or was refused to change; by name, paged.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Page">Which page.</param>
/// <param name="Search">Part of the group's name.</param>
/// <param name="RefusedOnly">Only groups in which something was refused.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindMaintainedGroups(long RunId, PageRequest Page, string? Search = null, bool RefusedOnly = false) : IQuery<PageOf<MaintainedGroupRow>>;

/// <summary>What a run did in one group.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Completeness">As it is now.</param>
/// <param name="Added">Members added.</param>
/// <param name="Removed">Members removed.</param>
/// <param name="Moved">Members with another role.</param>
/// <param name="Refused">Changes refused by precedence.</param>
public sealed record MaintainedGroupRow(long BuyingGroupId, string Name, int Completeness, int Added, int Removed, int Moved, int Refused);

/// <summary>Reads them.</summary>
public sealed class FindMaintainedGroupsHandler : IQueryHandler<FindMaintainedGroups, PageOf<MaintainedGroupRow>>
{
    public async Task<Outcome<PageOf<MaintainedGroupRow>>> HandleAsync(FindMaintainedGroups query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var lines = database.MaintenanceRunGroups.Where(line => line.MaintenanceRunId == query.RunId);
        var sums = lines.GroupBy(line => line.BuyingGroupId)
            .Select(group => new { Id = group.Key, Added = group.Sum(g => g.Added), Removed = group.Sum(g => g.Removed), Moved = group.Sum(g => g.Moved), Refused = group.Sum(g => g.Refused) });
        if (query.RefusedOnly)
            sums = sums.Where(sum => sum.Refused > 0);
        var groups = database.BuyingGroups.AsQueryable();
        if (NormalizedText.Of(query.Search) is { } search)
            groups = groups.Where(g => g.NormalizedName.Contains(search));
        var rows = sums.Join(groups, sum => sum.Id, g => g.Id, (sum, g) => new { sum, g });
        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderBy(row => row.g.NormalizedName).ThenBy(row => row.g.Id).Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(row => new MaintainedGroupRow(row.g.Id, row.g.Name, row.g.Completeness, row.sum.Added, row.sum.Removed, row.sum.Moved, row.sum.Refused)).ToListAsync(cancellationToken);
        return new PageOf<MaintainedGroupRow>(page, total);
    }
}
