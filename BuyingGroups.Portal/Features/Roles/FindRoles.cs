using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Roles;

/// <summary>Every role with what it permits: the default ones first, then by name.</summary>
[Requires(Permissions.UsersManage)]
public sealed record FindRoles : IQuery<RoleList>;

/// <summary>The roles there are.</summary>
public sealed record RoleList(IReadOnlyList<RoleRow> Roles);

/// <summary>A role.</summary>
/// <param name="Version">Goes back with a change.</param>
/// <param name="Users">How many users have it.</param>
public sealed record RoleRow(int Id, string Name, string? Description, bool IsDefault, IReadOnlyList<string> Permissions, int Users, string Version);

public sealed class FindRolesHandler : IQueryHandler<FindRoles, RoleList>
{
    public async Task<Outcome<RoleList>> HandleAsync(FindRoles query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var roles = await database.Roles.OrderByDescending(r => r.IsDefault).ThenBy(r => r.Name)
            .Select(r => new { r.Id, r.Name, r.Description, r.IsDefault, r.ConcurrencyStamp, Users = database.UserRoles.Count(link => link.RoleId == r.Id) }).ToListAsync(cancellationToken);
        var claims = (await database.RoleClaims.Where(c => c.ClaimType == PortalRole.PermissionClaim).ToListAsync(cancellationToken)).ToLookup(c => c.RoleId, c => c.ClaimValue!);
        IReadOnlyList<RoleRow> rows = roles.ConvertAll(r => new RoleRow(
            r.Id, r.Name!, r.Description, r.IsDefault, [.. Permissions.All.Where(claims[r.Id].Contains)], r.Users, r.ConcurrencyStamp ?? ""));
        return new RoleList(rows);
    }
}
