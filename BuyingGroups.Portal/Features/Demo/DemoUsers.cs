using System.Security.Cryptography;
using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Portal.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>One user per default role, for trying the portal. Their passwords are random and told once; nobody else knows them.</summary>
public sealed class DemoUsers(PortalDatabase database, TimeProvider clock)
{
    private const int PasswordLength = 20;

    // No letters and digits that look alike: the password is read off a screen.
    private const string PasswordLetters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly (string Role, string Name, string Email)[] People =
    [
        ("Marketer", "Anna Berg", "anna.berg@portal.example"),
        ("Sales", "Tomás Rivera", "tomas.rivera@portal.example"),
        ("Admin", "Sofia Wallin", "sofia.wallin@portal.example"),
    ];

    /// <summary>Makes those that are missing.</summary>
    /// <returns>Those made now, with their passwords.</returns>
    public async Task<IReadOnlyList<DemoUser>> MakeMissingAsync(CancellationToken cancellationToken)
    {
        var made = new List<DemoUser>();
        foreach (var (role, name, email) in People)
        {
            var password = RandomNumberGenerator.GetString(PasswordLetters, PasswordLength);
            if (await MakeAsync(role, name, email, password, cancellationToken))
                made.Add(new DemoUser(role, name, email, password));
        }
        return made;
    }

    private Task<bool> MakeAsync(string role, string name, string email, string password, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            var normalized = email.ToUpperInvariant();
            if (await context.Users.AnyAsync(u => u.NormalizedUserName == normalized, token))
                return (false, false);
            var user = new PortalUser
            {
                UserName = email, NormalizedUserName = normalized, Email = email, NormalizedEmail = normalized, EmailConfirmed = true, DisplayName = name, LockoutEnabled = true,
                SecurityStamp = Guid.NewGuid().ToString("N"), CreatedAt = clock.GetUtcNow().UtcDateTime,
            };
            user.PasswordHash = new PasswordHasher<PortalUser>().HashPassword(user, password);
            context.Users.Add(user);
            var found = await RoleAsync(context, role, token);
            await context.SaveChangesAsync(token);
            context.UserRoles.Add(new IdentityUserRole<int> { UserId = user.Id, RoleId = found.Id });
            await context.SaveChangesAsync(token);
            return (true, true);
        },
        cancellationToken);

    private static async Task<PortalRole> RoleAsync(PortalDbContext context, string name, CancellationToken cancellationToken)
    {
        var normalized = name.ToUpperInvariant();
        if (await context.Roles.FirstOrDefaultAsync(r => r.NormalizedName == normalized, cancellationToken) is { } found)
            return found;
        var role = new PortalRole { Name = name, NormalizedName = normalized, IsDefault = true, ConcurrencyStamp = Guid.NewGuid().ToString("N") };
        context.Roles.Add(role);
        await context.SaveChangesAsync(cancellationToken);
        context.RoleClaims.AddRange(Permissions.DefaultRoles[name].Select(permission => new IdentityRoleClaim<int> { RoleId = role.Id, ClaimType = PortalRole.PermissionClaim, ClaimValue = permission }));
        return role;
    }
}

/// <summary>A user made for the demo; the password is known here and nowhere else.</summary>
public sealed record DemoUser(string Role, string Name, string Email, string Password)
{
    /// <summary>Never the password: records get logged.</summary>
    public override string ToString() => $"{Name} ({Role})";
}
