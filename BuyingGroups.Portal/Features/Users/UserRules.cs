using System.Net.Mail;
using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Sessions;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>What holds for every change of users and roles.</summary>
public static class UserRules
{
    private const int EmailMaxLength = 256;

    /// <summary>Checks email and name; the refusals, or none.</summary>
    public static IReadOnlyList<Refusal> Check(string email, string displayName)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(displayName))
            refusals.Add(new Required("Name"));
        else if (displayName.Trim().Length > PortalUser.NameMaxLength)
            refusals.Add(new TooLong("Name", PortalUser.NameMaxLength));
        if (string.IsNullOrWhiteSpace(email))
            refusals.Add(new Required("Email"));
        else if (email.Trim().Length > EmailMaxLength)
            refusals.Add(new TooLong("Email", EmailMaxLength));
        else if (!MailAddress.TryCreate(email.Trim(), out var address) || address.Address != email.Trim())
            refusals.Add(new EmailMalformed(email.Trim()));
        return refusals;
    }

    /// <summary>Gives the user this email, as sign-in name too.</summary>
    public static void SetEmail(PortalUser user, string email)
    {
        user.UserName = user.Email = email.Trim();
        user.NormalizedUserName = user.NormalizedEmail = user.Email.ToUpperInvariant();
        user.EmailConfirmed = true;
    }

    /// <summary>Marks the row as changed, for whoever edits it at the same time; <paramref name="endSessions"/> ends what is open.</summary>
    public static void Touch(PortalUser user, bool endSessions = false)
    {
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        if (endSessions)
            user.SecurityStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>
    /// Makes changes of users and roles wait for each other until the commit. Two admins who demote each other at once would otherwise both
    /// see the other one left.
    /// </summary>
    public static Task OneAtATimeAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        database.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence), cancellationToken);

    /// <summary>After the change: the refusal when nobody is left who can manage users. Refusing rolls the change back.</summary>
    public static async Task<Refusal?> LastAdminProblemAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        await database.SaveChangesAsync(cancellationToken);
        return await database.EnabledHolders(Permissions.UsersManage).AnyAsync(cancellationToken) ? null : new LastAdmin();
    }

    /// <summary>Gives the user exactly these roles. The refusal when one does not exist.</summary>
    public static async Task<Refusal?> AssignAsync(PortalDbContext database, int userId, IReadOnlyList<int> roleIds, CancellationToken cancellationToken)
    {
        var wanted = roleIds.Distinct().ToList();
        var known = await database.Roles.Where(r => wanted.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellationToken);
        if (wanted.Except(known).ToList() is [var missing, ..])
            return new NotFound("role", missing);
        var held = await database.UserRoles.Where(link => link.UserId == userId).ToListAsync(cancellationToken);
        database.UserRoles.RemoveRange(held.Where(link => !wanted.Contains(link.RoleId)));
        database.UserRoles.AddRange(wanted.Except(held.Select(link => link.RoleId)).Select(id => new Microsoft.AspNetCore.Identity.IdentityUserRole<int> { UserId = userId, RoleId = id }));
        return null;
    }

    /// <summary>The names of the user's roles, in order.</summary>
    public static Task<List<string>> RoleNamesAsync(PortalDbContext database, int userId, CancellationToken cancellationToken) =>
        database.Roles.Where(r => database.UserRoles.Any(link => link.UserId == userId && link.RoleId == r.Id)).OrderBy(r => r.Name).Select(r => r.Name!).ToListAsync(cancellationToken);
}

/// <summary>The email is not an email.</summary>
/// <param name="Email">What was given.</param>
public sealed record EmailMalformed(string Email) : Refusal("“{0}” is not an email address. Nothing was changed; correct it and save again.", Email);

/// <summary>Nobody would be left to manage users.</summary>
public sealed record LastAdmin()
    : Refusal("This is the last enabled user who can manage users. Nothing was changed; give somebody else that permission first.");
