using System.Globalization;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Groups.Browse;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Where a marketer can do most: the roles that most groups lack, and what sales sent back.</summary>
[Requires(Permissions.BuyingGroupsManage)]
public sealed record FindNextSteps : IQuery<NextSteps>;

/// <summary>The answer.</summary>
/// <param name="Gaps">The largest gaps first, at most four.</param>
/// <param name="SentBack">Groups that sales sent back within fourteen days.</param>
/// <param name="Latest">The latest of those reasons.</param>
public sealed record NextSteps(IReadOnlyList<RoleGap> Gaps, int SentBack, string? Latest);

/// <summary>A role that groups lack.</summary>
/// <param name="Role">Its name.</param>
/// <param name="RoleIsKey">True when the name is a text key.</param>
/// <param name="Solution">The solution interest.</param>
/// <param name="Missing">Groups without anybody in the role.</param>
/// <param name="Groups">Groups that want one.</param>
/// <param name="Href">Those groups.</param>
public sealed record RoleGap(string Role, bool RoleIsKey, string Solution, long Missing, long Groups, string Href);

public sealed class FindNextStepsHandler : IQueryHandler<FindNextSteps, NextSteps>
{
    private const int Most = 4;

    public async Task<Outcome<NextSteps>> HandleAsync(FindNextSteps query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var required = await database.SolutionInterests.Join(
            database.RoleCards.Where(c => c.RequiredForCompleteness), s => s.RoleTemplateId, c => c.RoleTemplateId, (s, c) => new { s.Id, s.Name, c.RoleId }).ToListAsync(cancellationToken);
        var tallies = (await new DashboardFilter().Roles(database).GroupBy(t => new { t.SolutionInterestId, t.RoleId })
            .Select(q => new { q.Key.SolutionInterestId, q.Key.RoleId, Groups = q.Sum(t => t.Groups), Covered = q.Sum(t => t.Covered) }).ToListAsync(cancellationToken))
            .ToDictionary(t => (t.SolutionInterestId, t.RoleId));
        var roles = await database.BuyingGroupRoles.ToDictionaryAsync(r => r.Id, cancellationToken);
        var gaps = required.Where(r => tallies.ContainsKey((r.Id, r.RoleId))).Select(r => (Wanted: r, Tally: tallies[(r.Id, r.RoleId)]))
            .Where(g => g.Tally.Groups > g.Tally.Covered).OrderByDescending(g => g.Tally.Groups - g.Tally.Covered).Take(Most);
        var since = context.Now.AddDays(-14);
        var back = database.HandOvers.Where(h => h.Status == HandOverStatus.SentBack && h.DecidedAt >= since);
        return new NextSteps(
            [.. gaps.Select(g => new RoleGap(
                roles[g.Wanted.RoleId].Name, roles[g.Wanted.RoleId].IsDefault, g.Wanted.Name, g.Tally.Groups - g.Tally.Covered, g.Tally.Groups,
                new ListState().WithFilter(BuyingGroupAddress.Solution, g.Wanted.Id.ToString(CultureInfo.InvariantCulture))
                    .WithFilter(BuyingGroupAddress.Missing, g.Wanted.RoleId.ToString(CultureInfo.InvariantCulture)).ToAddress(Features.Groups.BrowseAddress.Path)))],
            await back.CountAsync(cancellationToken), await back.OrderByDescending(h => h.DecidedAt).Select(h => h.Reason).FirstOrDefaultAsync(cancellationToken));
    }
}
