using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Groups.Browse;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>What dashboards can be filtered by, and as of when their figures are.</summary>
[Requires(Permissions.DashboardsView)]
public sealed record FindDashboardChoices : IQuery<DashboardChoices>;

/// <summary>The choices.</summary>
/// <param name="Solutions">Solution interests by name.</param>
/// <param name="Stages">Stages in the order of their models.</param>
/// <param name="Industries">Industries of accounts.</param>
/// <param name="Regions">Regions of accounts.</param>
/// <param name="CountedAt">When figures were last counted (UTC); null before the first time.</param>
public sealed record DashboardChoices(
    IReadOnlyList<Choice> Solutions, IReadOnlyList<Choice> Stages, IReadOnlyList<string> Industries, IReadOnlyList<string> Regions, DateTime? CountedAt);

public sealed class FindDashboardChoicesHandler : IQueryHandler<FindDashboardChoices, DashboardChoices>
{
    public async Task<Outcome<DashboardChoices>> HandleAsync(FindDashboardChoices query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        return new DashboardChoices(
            await database.SolutionInterests.OrderBy(s => s.NormalizedName).Select(s => new Choice(s.Id, s.Name)).ToListAsync(cancellationToken),
            await database.Stages.OrderBy(s => s.StageModelId).ThenBy(s => s.Order).Select(s => new Choice(s.Id, s.Name)).ToListAsync(cancellationToken),
            await PlaceNames.Industries(database.ReachTallies.Where(t => t.Accounts > 0)).ToListAsync(cancellationToken),
            await PlaceNames.Regions(database.ReachTallies.Where(t => t.Accounts > 0)).ToListAsync(cancellationToken),
            await database.RollUpStates.Where(s => s.Id == RollUpState.OnlyId).Select(s => (DateTime?)s.RefreshedAt).FirstOrDefaultAsync(cancellationToken));
    }
}
