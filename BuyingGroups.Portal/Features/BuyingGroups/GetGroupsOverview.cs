using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>All groups at a glance: how many, how complete, for which solution interests.</summary>
/// <param name="SolutionInterests">Which page of the solution interests, largest first.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record GetGroupsOverview(PageRequest SolutionInterests) : IQuery<GroupsOverview>;

/// <summary>The answer.</summary>
/// <param name="Groups">Groups in all.</param>
/// <param name="Complete">Groups that are 100 % complete.</param>
/// <param name="Members">Active members in all.</param>
/// <param name="Bands">Groups per band of completeness, lowest first.</param>
/// <param name="SolutionInterests">Solution interests that have groups.</param>
public sealed record GroupsOverview(int Groups, int Complete, int Members, IReadOnlyList<CompletenessBand> Bands, PageOf<SolutionInterestGroups> SolutionInterests);

/// <summary>A band of completeness.</summary>
/// <param name="From">Lowest percentage.</param>
/// <param name="To">Highest percentage.</param>
/// <param name="Groups">How many groups are in it.</param>
public sealed record CompletenessBand(int From, int To, int Groups);

/// <summary>The groups of one solution interest.</summary>
/// <param name="Id">The solution interest.</param>
/// <param name="Name">Its name.</param>
/// <param name="Groups">Its groups.</param>
/// <param name="Completeness">Their mean completeness, whole percent.</param>
public sealed record SolutionInterestGroups(int Id, string Name, int Groups, int Completeness);

/// <summary>Counts along the index of solution interest and completeness; no group is read.</summary>
public sealed class GetGroupsOverviewHandler : IQueryHandler<GetGroupsOverview, GroupsOverview>
{
    private static readonly (int From, int To)[] Bands = [(0, 24), (25, 49), (50, 74), (75, 100)];

    public async Task<Outcome<GroupsOverview>> HandleAsync(GetGroupsOverview query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var counts = await database.BuyingGroups.GroupBy(g => new { g.SolutionInterestId, g.Completeness })
            .Select(g => new { g.Key.SolutionInterestId, g.Key.Completeness, Count = g.Count() }).ToListAsync(cancellationToken);
        var members = await database.RoleFills.SumAsync(f => f.Assigned, cancellationToken);
        var names = await database.SolutionInterests.ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var perSolution = counts.GroupBy(c => c.SolutionInterestId)
            .Select(s => (Id: s.Key, Groups: s.Sum(c => c.Count), Percent: s.Sum(c => (long)c.Count * c.Completeness)))
            .Select(s => new SolutionInterestGroups(s.Id, names[s.Id], s.Groups, (int)((2 * s.Percent + s.Groups) / (2 * s.Groups))))
            .OrderByDescending(s => s.Groups).ThenBy(s => s.Name, StringComparer.CurrentCulture).ToList();
        return new GroupsOverview(
            counts.Sum(c => c.Count), counts.Where(c => c.Completeness == 100).Sum(c => c.Count), members,
            [.. Bands.Select(band => new CompletenessBand(band.From, band.To, counts.Where(c => c.Completeness >= band.From && c.Completeness <= band.To).Sum(c => c.Count)))],
            new PageOf<SolutionInterestGroups>([.. perSolution.Skip(query.SolutionInterests.Skip).Take(query.SolutionInterests.Take)], perSolution.Count));
    }
}
