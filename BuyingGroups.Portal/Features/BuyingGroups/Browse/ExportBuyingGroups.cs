using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups.Browse;

/// <summary>A portion of the groups that a list shows.</summary>
/// <param name="State">The list's filters.</param>
/// <param name="AfterId">The last id of the portion before; 0 to begin.</param>
[Requires(Permissions.DataExport)]
public sealed record ExportBuyingGroups(ListState State, long AfterId) : IQuery<ExportPortion>;

/// <summary>Offers the list of buying groups for download.</summary>
public sealed class BuyingGroupExport : IListExport
{
    public string List => "buying-groups";

    public IQuery<ExportPortion> Portion(ListState state, long afterId) => new ExportBuyingGroups(state, afterId);
}

public sealed class ExportBuyingGroupsHandler : IQueryHandler<ExportBuyingGroups, ExportPortion>
{
    public async Task<Outcome<ExportPortion>> HandleAsync(ExportBuyingGroups query, QueryContext context, CancellationToken cancellationToken)
    {
        if (!context.Caller.May(Permissions.BuyingGroupsView))
            return new AccessDenied(Permissions.BuyingGroupsView);
        var database = context.Database;
        var rows = await BuyingGroupAddress.Read(query.State, context.Caller).Apply(database)
            .Where(g => g.Id > query.AfterId).OrderBy(g => g.Id).Take(ExportPortion.Size)
            .Select(g => new
            {
                g.Id,
                g.Name,
                Account = g.Account!.Name,
                AccountKey = g.Account.SourceKey,
                Solution = g.SolutionInterest!.Name,
                Stage = g.Stage == null ? null : g.Stage.Name,
                g.Status,
                g.Completeness,
                g.EngagementScore,
                g.UpdatedAt,
            }).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToList();
        var roles = await database.BuyingGroupRoles.OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var fills = (await database.RoleFills.Where(f => ids.Contains(f.BuyingGroupId)).ToListAsync(cancellationToken)).ToDictionary(f => (f.BuyingGroupId, f.RoleId), f => f.Assigned);
        return ExportPortion.Of(
            ["Buying group", "Account", "Account source key", "Solution interest", "Stage", "Status", "Completeness", "Engagement", .. roles.Select(r => r.Name), "Updated (UTC)"],
            rows, row => row.Id, row =>
            [
                row.Name, row.Account, row.AccountKey, row.Solution, row.Stage, row.Status,
                CsvCell.Number(row.Completeness), CsvCell.Number((long)Math.Round(row.EngagementScore)),
                .. roles.Select(role => fills.TryGetValue((row.Id, role.Id), out var assigned) ? CsvCell.Number(assigned) : CsvCell.Plain(null)),
                CsvCell.Moment(row.UpdatedAt),
            ]);
    }
}
