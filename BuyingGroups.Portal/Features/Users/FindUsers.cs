using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>A page of users.</summary>
/// <param name="Search">Part of a name or email.</param>
/// <param name="RoleId">Only who has this role.</param>
/// <param name="Status">Only who is in this state.</param>
/// <param name="HasSecondFactor">Only who has, or has not, a second step at sign-in.</param>
/// <param name="Page">Sorts by name (the usual), email, lastSeen.</param>
[Requires(Permissions.UsersManage)]
public sealed record FindUsers(string? Search, int? RoleId, UserStatus? Status, bool? HasSecondFactor, PageRequest Page) : IQuery<PageOf<UserRow>>;

/// <summary>What a user is to those who manage users.</summary>
public enum UserStatus
{
    /// <summary>Signs in.</summary>
    Active,

    /// <summary>Has never signed in.</summary>
    Invited,

    /// <summary>Typed a wrong password too often, and waits.</summary>
    Locked,

    /// <summary>May not sign in.</summary>
    Disabled,
}

/// <summary>A user as the list shows it.</summary>
public sealed record UserRow(int Id, string DisplayName, string Email, IReadOnlyList<string> Roles, bool HasSecondFactor, UserStatus Status, DateTime? LastSignInAt);

public sealed class FindUsersHandler : IQueryHandler<FindUsers, PageOf<UserRow>>
{
    public async Task<Outcome<PageOf<UserRow>>> HandleAsync(FindUsers query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        // SQLite compares no times with an offset; few rows carry one, so they are compared here.
        var locks = await database.Users.Where(u => u.LockoutEnd != null).Select(u => new { u.Id, u.LockoutEnd }).ToListAsync(cancellationToken);
        var locked = locks.Where(l => l.LockoutEnd > new DateTimeOffset(context.Now, TimeSpan.Zero)).Select(l => l.Id).ToList();

        IQueryable<PortalUser> users = database.Users;
        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            var upper = search.ToUpperInvariant();
#pragma warning disable MA0011 // Runs as SQL.
            users = users.Where(u => u.NormalizedEmail!.Contains(upper) || u.DisplayName.ToUpper().Contains(upper) || u.DisplayName.Contains(search));
#pragma warning restore MA0011
        }
        if (query.RoleId is { } role)
            users = users.Where(u => database.UserRoles.Any(link => link.UserId == u.Id && link.RoleId == role));
        if (query.HasSecondFactor is { } second)
            users = users.Where(u => u.TwoFactorEnabled == second);
        users = query.Status switch
        {
            UserStatus.Disabled => users.Where(u => u.IsDisabled),
            UserStatus.Locked => users.Where(u => !u.IsDisabled && locked.Contains(u.Id)),
            UserStatus.Invited => users.Where(u => !u.IsDisabled && !locked.Contains(u.Id) && u.LastSignInAt == null),
            UserStatus.Active => users.Where(u => !u.IsDisabled && !locked.Contains(u.Id) && u.LastSignInAt != null),
            _ => users,
        };
        var total = await users.CountAsync(cancellationToken);
        var rows = await Sort(users, query.Page).Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(u => new { u.Id, u.DisplayName, u.Email, u.TwoFactorEnabled, u.IsDisabled, u.LastSignInAt }).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToList();
        var roles = (await database.UserRoles.Where(link => ids.Contains(link.UserId))
            .Join(database.Roles, link => link.RoleId, r => r.Id, (link, r) => new { link.UserId, r.Name }).ToListAsync(cancellationToken)).ToLookup(r => r.UserId, r => r.Name!);
        return new PageOf<UserRow>(
            [.. rows.Select(u => new UserRow(
                u.Id, u.DisplayName, u.Email ?? "", [.. roles[u.Id].Order(StringComparer.CurrentCulture)], u.TwoFactorEnabled,
                StatusOf(u.IsDisabled, locked.Contains(u.Id), u.LastSignInAt), u.LastSignInAt))],
            total);
    }

    internal static UserStatus StatusOf(bool disabled, bool locked, DateTime? lastSignInAt) =>
        disabled ? UserStatus.Disabled : locked ? UserStatus.Locked : lastSignInAt is null ? UserStatus.Invited : UserStatus.Active;

    private static IQueryable<PortalUser> Sort(IQueryable<PortalUser> users, PageRequest page) => page.Sort switch
    {
        "email" => users.By(u => u.NormalizedEmail, page.Descending).ThenBy(u => u.Id, page.Descending),
        "lastSeen" => users.By(u => u.LastSignInAt, page.Descending).ThenBy(u => u.Id, page.Descending),
        _ => users.By(u => u.DisplayName, page.Descending).ThenBy(u => u.Id, page.Descending),
    };
}
