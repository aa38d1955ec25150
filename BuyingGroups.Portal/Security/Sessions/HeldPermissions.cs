using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Security.Sessions;

/// <summary>Who may do what, as the database has it.</summary>
public static class HeldPermissions
{
    /// <summary>What the user's roles permit.</summary>
    public static Task<List<string>> PermissionsOfAsync(this PortalDbContext context, int userId, CancellationToken cancellationToken) =>
        context.UserRoles.Where(link => link.UserId == userId)
            .Join(context.RoleClaims, link => link.RoleId, claim => claim.RoleId, (_, claim) => claim)
            .Where(claim => claim.ClaimType == PortalRole.PermissionClaim && claim.ClaimValue != null)
            .Select(claim => claim.ClaimValue!).Distinct().ToListAsync(cancellationToken);

    /// <summary>The enabled users whose roles hold <paramref name="permission"/>.</summary>
    public static IQueryable<PortalUser> EnabledHolders(this PortalDbContext context, string permission) =>
        context.Users.Where(user => !user.IsDisabled && context.UserRoles.Any(link => link.UserId == user.Id
            && context.RoleClaims.Any(claim => claim.RoleId == link.RoleId && claim.ClaimType == PortalRole.PermissionClaim && claim.ClaimValue == permission)));
}
