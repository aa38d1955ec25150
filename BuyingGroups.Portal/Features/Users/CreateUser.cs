using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Security.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>Makes a user.</summary>
/// <param name="Email">Also the name to sign in with.</param>
/// <param name="DisplayName">Shown to others.</param>
/// <param name="RoleIds">What the user may do.</param>
/// <param name="Password">Null for a random one, which the result shows once.</param>
/// <param name="MustChangePassword">The user must replace the password at the first sign-in.</param>
[Requires(Permissions.UsersManage)]
public sealed record CreateUser(
    string Email, string DisplayName, IReadOnlyList<int> RoleIds, [property: NotAudited] string? Password = null, bool MustChangePassword = true) : ICommand<CreatedUser>;

/// <summary>The user made.</summary>
/// <param name="Id">The user's number.</param>
/// <param name="InitialPassword">Shown once and kept nowhere; null when the password was given.</param>
public sealed record CreatedUser(int Id, [property: NotAudited] string? InitialPassword);

public sealed class CreateUserHandler(IPasswordHasher<PortalUser> hasher) : ICommandHandler<CreateUser, CreatedUser>
{
    public async Task<Outcome<CreatedUser>> HandleAsync(CreateUser command, CommandContext context, CancellationToken cancellationToken)
    {
        var refusals = UserRules.Check(command.Email, command.DisplayName).ToList();
        if (command.Password is not null && PasswordRules.Check(command.Password, command.Email, command.DisplayName) is { } weak)
            refusals.Add(weak);
        if (refusals.Count > 0)
            return Outcome<CreatedUser>.Refused(refusals);

        var user = new PortalUser
        {
            DisplayName = command.DisplayName.Trim(),
            MustChangePassword = command.MustChangePassword,
            LockoutEnabled = true,
            CreatedAt = context.Now,
        };
        UserRules.SetEmail(user, command.Email);
        UserRules.Touch(user, endSessions: true);
        if (await context.Database.Users.AnyAsync(u => u.NormalizedEmail == user.NormalizedEmail, cancellationToken))
            return new NameTaken("user", user.Email!);
        var initial = command.Password is null ? InitialPassword.Create() : null;
        user.PasswordHash = hasher.HashPassword(user, command.Password ?? initial!);
        context.Database.Users.Add(user);
        await context.Database.SaveChangesAsync(cancellationToken);
        if (await UserRules.AssignAsync(context.Database, user.Id, command.RoleIds, cancellationToken) is { } unknown)
            return unknown;
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("User", user.Id, user.DisplayName, after: new { user.Email, Roles = await UserRules.RoleNamesAsync(context.Database, user.Id, cancellationToken), user.MustChangePassword });
        return new CreatedUser(user.Id, initial);
    }
}
