using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Portal.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Security;

/// <summary>Sows Marketer, Sales and Admin where they are missing. What an admin has changed about them stays.</summary>
public sealed class DefaultRoles(PortalDatabase database) : ISeed
{
    public Task SowAsync(CancellationToken cancellationToken) => database.WriteAsync(EnsureAsync, cancellationToken);

    /// <summary>Adds what is missing, in the caller's transaction.</summary>
    public static async Task EnsureAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var there = await context.Roles.Select(r => r.NormalizedName).ToListAsync(cancellationToken);
        foreach (var (name, permissions) in Permissions.DefaultRoles.Where(role => !there.Contains(role.Key.ToUpperInvariant())))
        {
            var role = new PortalRole { Name = name, NormalizedName = name.ToUpperInvariant(), IsDefault = true };
            context.Roles.Add(role);
            await context.SaveChangesAsync(cancellationToken);
            context.RoleClaims.AddRange(permissions.Select(p => new IdentityRoleClaim<int> { RoleId = role.Id, ClaimType = PortalRole.PermissionClaim, ClaimValue = p }));
        }
        await context.SaveChangesAsync(cancellationToken);
    }
}
