using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates.Roles;

/// <summary>The roles of the portal, at most twenty, with what uses them.</summary>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindRoles : IQuery<IReadOnlyList<RoleRow>>;

/// <summary>One role as listed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Abbreviation">Two or three letters for the role strip.</param>
/// <param name="IsDefault">True for the six that nobody can rename or delete.</param>
/// <param name="Templates">How many role templates have it.</param>
/// <param name="Version">Counts saves.</param>
public sealed record RoleRow(int Id, string Name, string Abbreviation, bool IsDefault, int Templates, int Version);

/// <summary>Reads them.</summary>
public sealed class FindRolesHandler : IQueryHandler<FindRoles, IReadOnlyList<RoleRow>>
{
    public async Task<Outcome<IReadOnlyList<RoleRow>>> HandleAsync(FindRoles query, QueryContext context, CancellationToken cancellationToken) =>
        await context.Database.BuyingGroupRoles.OrderBy(role => role.Id)
            .Select(role => new RoleRow(
                role.Id, role.Name, role.Abbreviation, role.IsDefault, context.Database.RoleCards.Count(card => card.RoleId == role.Id), role.Version))
            .ToListAsync(cancellationToken);
}
