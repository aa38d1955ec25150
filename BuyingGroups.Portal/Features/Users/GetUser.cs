using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>One user, with what they may do and which role gives it.</summary>
[Requires(Permissions.UsersManage)]
public sealed record GetUser(int Id) : IQuery<UserDetails>;

/// <summary>A user as the panel shows it.</summary>
/// <param name="Version">Goes back with a change, so that nobody overwrites what somebody else changed.</param>
/// <param name="Granted">For each permission held, the names of the roles that give it.</param>
public sealed record UserDetails(
    int Id, string DisplayName, string Email, UserStatus Status, bool HasSecondFactor, DateTime? LastSignInAt, string Version,
    IReadOnlyList<int> RoleIds, IReadOnlyDictionary<string, IReadOnlyList<string>> Granted);

public sealed class GetUserHandler : IQueryHandler<GetUser, UserDetails>
{
    public async Task<Outcome<UserDetails>> HandleAsync(GetUser query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.Users.FirstOrDefaultAsync(u => u.Id == query.Id, cancellationToken) is not { } user)
            return new NotFound("user", query.Id);
        var roles = await database.Roles.Where(r => database.UserRoles.Any(link => link.UserId == user.Id && link.RoleId == r.Id)).OrderBy(r => r.Name).ToListAsync(cancellationToken);
        var ids = roles.Select(r => r.Id).ToList();
        var claims = await database.RoleClaims.Where(c => ids.Contains(c.RoleId) && c.ClaimType == PortalRole.PermissionClaim).ToListAsync(cancellationToken);
        var granted = claims.GroupBy(c => c.ClaimValue!, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => (IReadOnlyList<string>)[.. roles.Where(r => g.Any(c => c.RoleId == r.Id)).Select(r => r.Name!)], StringComparer.Ordinal);
        return new UserDetails(
            user.Id, user.DisplayName, user.Email ?? "", FindUsersHandler.StatusOf(user.IsDisabled, user.LockoutEnd > new DateTimeOffset(context.Now, TimeSpan.Zero), user.LastSignInAt), user.TwoFactorEnabled,
            user.LastSignInAt, user.ConcurrencyStamp ?? "", ids, granted);
    }
}
