using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>Counts what the roll-ups keep, from the tables themselves: one grouped query each. Only jobs call this.</summary>
public static class GroupCounts
{
    /// <summary>Groups per solution interest, industry, region and stage.</summary>
    /// <param name="context">Where to read.</param>
    /// <param name="interests">Only these solution interests; null for all.</param>
    /// <param name="asOf">Only what there was by then; null for what there is.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public static async Task<IReadOnlyList<GroupTally>> GroupsAsync(PortalDbContext context, IReadOnlyCollection<int>? interests, DateTime? asOf, CancellationToken cancellationToken)
    {
        var groups = GroupsOf(context, interests, asOf);
        var rows = await (
            from g in groups
            join a in context.Accounts on g.AccountId equals a.Id
            select new { g.SolutionInterestId, Industry = a.Industry ?? "", Region = a.BillingRegion ?? "", StageId = g.StageId ?? 0, g.Completeness, g.EngagementScore })
            .GroupBy(g => new { g.SolutionInterestId, g.Industry, g.Region, g.StageId })
            .Select(q => new
            {
                q.Key.SolutionInterestId,
                q.Key.Industry,
                q.Key.Region,
                q.Key.StageId,
                Groups = q.LongCount(),
                Complete0 = q.Sum(g => g.Completeness < 25 ? 1L : 0L),
                Complete25 = q.Sum(g => g.Completeness >= 25 && g.Completeness < 50 ? 1L : 0L),
                Complete50 = q.Sum(g => g.Completeness >= 50 && g.Completeness < 75 ? 1L : 0L),
                Complete75 = q.Sum(g => g.Completeness >= 75 ? 1L : 0L),
                Engaged0 = q.Sum(g => g.EngagementScore < 24.5 ? 1L : 0L),
                Engaged25 = q.Sum(g => g.EngagementScore >= 24.5 && g.EngagementScore < 49.5 ? 1L : 0L),
                Engaged50 = q.Sum(g => g.EngagementScore >= 49.5 && g.EngagementScore < 74.5 ? 1L : 0L),
                Engaged75 = q.Sum(g => g.EngagementScore >= 74.5 ? 1L : 0L),
                Engaged = q.Sum(g => g.EngagementScore > 0 ? 1L : 0L),
                Completeness = q.Sum(g => (long)g.Completeness),
                Engagement = q.Sum(g => g.EngagementScore),
            }).ToListAsync(cancellationToken);
        IReadOnlyList<GroupTally> tallies =
        [
            .. rows.Select(r => new GroupTally
            {
                SolutionInterestId = r.SolutionInterestId,
                Industry = r.Industry,
                Region = r.Region,
                StageId = r.StageId,
                Groups = r.Groups,
                Complete0 = r.Complete0,
                Complete25 = r.Complete25,
                Complete50 = r.Complete50,
                Complete75 = r.Complete75,
                Engaged0 = r.Engaged0,
                Engaged25 = r.Engaged25,
                Engaged50 = r.Engaged50,
                Engaged75 = r.Engaged75,
                Engaged = r.Engaged,
                Completeness = r.Completeness,
                Engagement = Hundredths(r.Engagement),
            }),
        ];
        return PlaceTotals.With(tallies, t => t.Key);
    }

    /// <summary>Roles per solution interest, industry and region: how many groups have somebody in them, how many members, how engaged those are.</summary>
    /// <inheritdoc cref="GroupsAsync"/>
    public static async Task<IReadOnlyList<RoleTally>> RolesAsync(PortalDbContext context, IReadOnlyCollection<int>? interests, DateTime? asOf, CancellationToken cancellationToken)
    {
        var groups = GroupsOf(context, interests, asOf);
        // The fills know the present only; for the past the members tell when they came.
        var fills = await (
            from f in context.RoleFills
            join g in groups on f.BuyingGroupId equals g.Id
            join a in context.Accounts on g.AccountId equals a.Id
            select new
            {
                g.SolutionInterestId,
                Industry = a.Industry ?? "",
                Region = a.BillingRegion ?? "",
                f.RoleId,
                Assigned = asOf == null ? f.Assigned : context.Members.Count(m => m.BuyingGroupId == f.BuyingGroupId && m.RoleId == f.RoleId && m.IsActive && m.ChangedAt <= asOf),
            })
            .GroupBy(f => new { f.SolutionInterestId, f.Industry, f.Region, f.RoleId })
            .Select(q => new { q.Key, Groups = q.LongCount(), Covered = q.Sum(f => f.Assigned > 0 ? 1L : 0L), Members = q.Sum(f => (long)f.Assigned) })
            .ToListAsync(cancellationToken);
        // Only who has a score at all: most people have none.
        var scores = await (
            from m in context.Members
            join p in context.People on m.PersonId equals p.Id
            join g in groups on m.BuyingGroupId equals g.Id
            join a in context.Accounts on g.AccountId equals a.Id
            where m.IsActive && p.EngagementScore > 0 && (asOf == null || m.ChangedAt <= asOf)
            select new { g.SolutionInterestId, Industry = a.Industry ?? "", Region = a.BillingRegion ?? "", m.RoleId, p.EngagementScore })
            .GroupBy(m => new { m.SolutionInterestId, m.Industry, m.Region, m.RoleId })
            .Select(q => new { q.Key, Engaged = q.LongCount(), Engagement = q.Sum(m => m.EngagementScore) })
            .ToListAsync(cancellationToken);
        var engaged = scores.ToDictionary(s => (s.Key.SolutionInterestId, s.Key.Industry, s.Key.Region, s.Key.RoleId), s => (s.Engaged, s.Engagement));
        IReadOnlyList<RoleTally> tallies =
        [
            .. fills.Select(f =>
            {
                var score = engaged.GetValueOrDefault((f.Key.SolutionInterestId, f.Key.Industry, f.Key.Region, f.Key.RoleId));
                return new RoleTally
                {
                    SolutionInterestId = f.Key.SolutionInterestId,
                    Industry = f.Key.Industry,
                    Region = f.Key.Region,
                    RoleId = f.Key.RoleId,
                    Groups = f.Groups,
                    Covered = f.Covered,
                    Members = f.Members,
                    Engaged = score.Engaged,
                    Engagement = Hundredths(score.Engagement),
                };
            }),
        ];
        return PlaceTotals.With(tallies, t => t.Key);
    }

    private static IQueryable<Domain.BuyingGroups.BuyingGroup> GroupsOf(PortalDbContext context, IReadOnlyCollection<int>? interests, DateTime? asOf)
    {
        var groups = context.BuyingGroups.AsNoTracking();
        if (interests is not null)
            groups = groups.Where(g => interests.Contains(g.SolutionInterestId));
        return asOf is { } moment ? groups.Where(g => g.CreatedAt <= moment) : groups;
    }

    /// <summary>A sum of scores in hundredths of a point.</summary>
    public static long Hundredths(double score) => (long)Math.Round(score * 100, MidpointRounding.AwayFromZero);
}
