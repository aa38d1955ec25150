using BuyingGroups.Data;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>How the roles of several groups are filled, read in two statements.</summary>
internal static class RoleStrips
{
    /// <param name="database">Where to read.</param>
    /// <param name="groups">The groups, each with its role template.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>By group, the roles of its template in priority order.</returns>
    public static async Task<ILookup<long, RoleFill>> ReadAsync(PortalDbContext database, IReadOnlyList<(long Group, int Template)> groups, CancellationToken cancellationToken)
    {
        var (ids, templates) = (groups.Select(one => one.Group).ToList(), groups.Select(one => one.Template).Distinct().ToList());
        var fills = await database.RoleFills.Where(f => ids.Contains(f.BuyingGroupId)).ToDictionaryAsync(f => (f.BuyingGroupId, f.RoleId), f => f.Assigned, cancellationToken);
        var cards = (await database.RoleCards.Where(c => templates.Contains(c.RoleTemplateId))
            .Join(database.BuyingGroupRoles, c => c.RoleId, r => r.Id, (c, r) => new { c.RoleTemplateId, c.Priority, c.RoleId, c.MembersRequired, c.RequiredForCompleteness, r.Name, r.Abbreviation })
            .ToListAsync(cancellationToken)).ToLookup(c => c.RoleTemplateId);
        return groups
            .SelectMany(one => cards[one.Template].OrderBy(c => c.Priority).Select(c => (
                one.Group, Fill: new RoleFill(c.Abbreviation, c.Name, fills.GetValueOrDefault((one.Group, c.RoleId)), c.MembersRequired, c.RequiredForCompleteness))))
            .ToLookup(one => one.Group, one => one.Fill);
    }
}
