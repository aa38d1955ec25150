using System.Globalization;
using BuyingGroups.Data;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Which roles are covered, and who is in several groups.</summary>
internal static class Contacts
{
    private const int MostSolutions = 8;
    private const int Listed = 10;

    /// <summary>Share of the groups with at least one person in a role: a row per role, a column per solution interest. What lies behind a cell are the groups without.</summary>
    public static async Task<ChartData> CoverageAsync(PortalDbContext database, DashboardFilter filter, CancellationToken cancellationToken)
    {
        var cells = await filter.Roles(database).GroupBy(t => new { t.RoleId, t.SolutionInterestId })
            .Select(q => new { q.Key.RoleId, q.Key.SolutionInterestId, Groups = q.Sum(t => t.Groups), Covered = q.Sum(t => t.Covered) }).ToListAsync(cancellationToken);
        var solutionNames = await database.SolutionInterests.ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var solutions = cells.Where(c => c.Groups > 0 && solutionNames.ContainsKey(c.SolutionInterestId)).GroupBy(c => c.SolutionInterestId).OrderByDescending(q => q.Max(c => c.Groups)).Take(MostSolutions)
            .Select(q => q.Key).OrderBy(id => solutionNames[id], StringComparer.CurrentCulture).ToList();
        var roles = await database.BuyingGroupRoles.OrderBy(r => r.Id).Select(r => new { r.Id, r.Name, r.IsDefault }).ToListAsync(cancellationToken);
        return new ChartData(
            "coverage", "Role", [.. solutions.Select(id => new ChartName(solutionNames[id]))],
            [
                .. roles.Where(r => cells.Exists(c => c.RoleId == r.Id && c.Groups > 0)).Select(r => new ChartRow(
                    new ChartName(r.Name, r.IsDefault),
                    [.. solutions.Select(id => cells.Find(c => c.RoleId == r.Id && c.SolutionInterestId == id) is { Groups: > 0 } cell ? 100.0 * cell.Covered / cell.Groups : (double?)null)])
                {
                    Hrefs = [.. solutions.Select(id => (filter with { Solution = id }).Browse("missing", r.Id.ToString(CultureInfo.InvariantCulture)))],
                }),
            ],
            "0' %'");
    }

    /// <summary>People by number of groups; whatever the filter says, for a person may be in groups of several kinds.</summary>
    public static async Task<ChartData> OverlapAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        var overlaps = await database.ContactOverlaps.OrderBy(o => o.Groups).ToListAsync(cancellationToken);
        return new ChartData(
            "overlap", "Groups", [ChartName.Key("People")],
            [.. overlaps.Select(o => new ChartRow(ChartName.Key(o.Groups switch { 1 => "1 group", 2 => "2 groups", 3 => "3 groups", _ => "4 or more" }), [o.People], string.Create(CultureInfo.InvariantCulture, $"/people?groups={o.Groups}")))]);
    }

    public static async Task<ChartData> InMostGroupsAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        var people = await database.OverlappingPeople.OrderByDescending(o => o.Groups).ThenBy(o => o.PersonId).Take(Listed)
            .Join(database.People, o => o.PersonId, p => p.Id, (o, p) => new { p.Id, p.FirstName, p.LastName, p.Email, o.Groups }).ToListAsync(cancellationToken);
        return new ChartData(
            "in-most-groups", "Person", [ChartName.Key("Groups")],
            [
                .. people.OrderByDescending(p => p.Groups).ThenBy(p => p.Id).Select(p => new ChartRow(
                    new ChartName(Domain.People.PersonName.Display(p.FirstName, p.LastName, p.Email)), [p.Groups], string.Create(CultureInfo.InvariantCulture, $"/people/{p.Id}"))),
            ]);
    }
}
