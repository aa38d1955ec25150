using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups.Browse;

/// <summary>What the filters of the group list can be set to.</summary>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindBrowseChoices : IQuery<BrowseChoices>;

/// <summary>The choices, in the order shown.</summary>
/// <param name="SolutionInterests">All solution interests.</param>
/// <param name="Roles">All roles.</param>
/// <param name="Stages">All stages.</param>
/// <param name="Statuses">Statuses in use, at most two hundred.</param>
/// <param name="Industries">Industries of accounts, as last counted for the dashboards.</param>
/// <param name="Regions">Regions of accounts, as last counted.</param>
public sealed record BrowseChoices(
    IReadOnlyList<Choice> SolutionInterests, IReadOnlyList<Choice> Roles, IReadOnlyList<Choice> Stages, IReadOnlyList<string> Statuses, IReadOnlyList<string> Industries,
    IReadOnlyList<string> Regions);

/// <summary>One value of a filter.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record Choice(int Id, string Name);

public sealed class FindBrowseChoicesHandler : IQueryHandler<FindBrowseChoices, BrowseChoices>
{
    private const int MostStatuses = 200;

    public async Task<Outcome<BrowseChoices>> HandleAsync(FindBrowseChoices query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        return new BrowseChoices(
            await database.SolutionInterests.OrderBy(s => s.NormalizedName).Select(s => new Choice(s.Id, s.Name)).ToListAsync(cancellationToken),
            await database.BuyingGroupRoles.OrderBy(r => r.Id).Select(r => new Choice(r.Id, r.Name)).ToListAsync(cancellationToken),
            await database.Stages.OrderBy(s => s.StageModelId).ThenBy(s => s.Order).Select(s => new Choice(s.Id, s.Name)).ToListAsync(cancellationToken),
            await database.BuyingGroups.Where(g => g.Status != null).Select(g => g.Status!).Distinct().OrderBy(s => s).Take(MostStatuses).ToListAsync(cancellationToken),
            await PlaceNames.Industries(database.ReachTallies.Where(t => t.AccountsWithGroups > 0)).ToListAsync(cancellationToken),
            await PlaceNames.Regions(database.ReachTallies.Where(t => t.AccountsWithGroups > 0)).ToListAsync(cancellationToken));
    }
}
