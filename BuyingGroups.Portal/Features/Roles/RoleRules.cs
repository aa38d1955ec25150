using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Roles;

/// <summary>What holds for every role.</summary>
internal static class RoleRules
{
    private const int NameMaxLength = 100;
    private const int DescriptionMaxLength = 500;

    public static async Task<IReadOnlyList<Refusal>> CheckAsync(
        PortalDbContext database, int? id, string name, string? description, IReadOnlyList<string> permissions, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        var normalized = name.Trim().ToUpperInvariant();
        if (normalized.Length == 0)
            refusals.Add(new Required("Name"));
        else if (normalized.Length > NameMaxLength)
            refusals.Add(new TooLong("Name", NameMaxLength));
        else if (await database.Roles.AnyAsync(r => r.NormalizedName == normalized && r.Id != id, cancellationToken))
            refusals.Add(new NameTaken("role", name.Trim()));
        if (description?.Trim().Length > DescriptionMaxLength)
            refusals.Add(new TooLong("Description", DescriptionMaxLength));
        refusals.AddRange(permissions.Except(Permissions.All, StringComparer.Ordinal).Select(p => new UnknownPermission(p)));
        return refusals;
    }

    public static async Task<List<string>> PermissionsAsync(PortalDbContext database, int roleId, CancellationToken cancellationToken) =>
        await database.RoleClaims.Where(c => c.RoleId == roleId && c.ClaimType == PortalRole.PermissionClaim).Select(c => c.ClaimValue!).OrderBy(p => p).ToListAsync(cancellationToken);

    /// <summary>Lets the role permit exactly these.</summary>
    public static async Task PermitAsync(PortalDbContext database, int roleId, IReadOnlyList<string> permissions, CancellationToken cancellationToken)
    {
        var held = await database.RoleClaims.Where(c => c.RoleId == roleId && c.ClaimType == PortalRole.PermissionClaim).ToListAsync(cancellationToken);
        database.RoleClaims.RemoveRange(held.Where(c => !permissions.Contains(c.ClaimValue!, StringComparer.Ordinal)));
        database.RoleClaims.AddRange(permissions.Distinct(StringComparer.Ordinal).Except(held.Select(c => c.ClaimValue!), StringComparer.Ordinal)
            .Select(p => new IdentityRoleClaim<int> { RoleId = roleId, ClaimType = PortalRole.PermissionClaim, ClaimValue = p }));
    }
}

/// <summary>There is no such permission.</summary>
/// <param name="Permission">What was given.</param>
public sealed record UnknownPermission(string Permission) : Refusal("There is no permission “{0}”. Nothing was changed.", Permission);

/// <summary>Marketer, Sales and Admin stay.</summary>
/// <param name="Role">Which.</param>
public sealed record DefaultRoleStays(string Role) : Refusal("{0} is one of the roles that every portal has. It keeps its name and cannot be deleted; make another role instead.", Role);

/// <summary>Somebody still has the role.</summary>
/// <param name="Role">Which.</param>
/// <param name="Users">How many users.</param>
public sealed record RoleInUse(string Role, int Users)
    : Refusal(Users == 1 ? "One user has the role {0}. It was not deleted; give that user another role first." : "{1} users have the role {0}. It was not deleted; give them other roles first.", Role, Users);
