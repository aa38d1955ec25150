using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Security.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Profile;

/// <summary>Replaces one's own password; every other session of the user ends.</summary>
[Requires(Permissions.SignedIn)]
public sealed record ChangePassword([property: NotAudited] string Current, [property: NotAudited] string New) : ICommand<Done>;

/// <summary>The current password is wrong.</summary>
public sealed record PasswordWrong() : Refusal("The current password is not the one you typed. Nothing was changed; type it again.");

/// <summary>The new password is the old one.</summary>
public sealed record PasswordUnchanged() : Refusal("The new password is the same as the current one. Nothing was changed; choose another.");

public sealed class ChangePasswordHandler(IPasswordHasher<PortalUser> hasher, PasswordCheck check) : ICommandHandler<ChangePassword, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ChangePassword command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await OwnUser.FindAsync(context, cancellationToken) is not { } user)
            return new NotSignedIn();
        if (!check.IsPasswordOf(user, command.Current))
            return new PasswordWrong();
        if (command.Current == command.New)
            return new PasswordUnchanged();
        if (PasswordRules.Check(command.New, user.Email, user.DisplayName) is { } weak)
            return weak;
        user.PasswordHash = hasher.HashPassword(user, command.New);
        user.MustChangePassword = false;
        UserRules.Touch(user, endSessions: true);
        context.Audit("User", user.Id, user.DisplayName);
        return Done.Instance;
    }
}

/// <summary>The caller's own row.</summary>
internal static class OwnUser
{
    public static async Task<PortalUser?> FindAsync(CommandContext context, CancellationToken cancellationToken) =>
        context.Caller.UserId is { } id ? await context.Database.Users.FirstOrDefaultAsync(u => u.Id == id && !u.IsDisabled, cancellationToken) : null;
}
