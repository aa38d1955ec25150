using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Security.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>Gives a user a new random password, to be replaced at the next sign-in; ends the user's sessions.</summary>
/// <param name="Id">The user.</param>
/// <param name="ForgetSecondFactor">Also for somebody who has lost the phone with the authenticator app.</param>
[Requires(Permissions.UsersManage)]
public sealed record ResetPassword(int Id, bool ForgetSecondFactor = false) : ICommand<NewInitialPassword>;

/// <summary>Shown once and kept nowhere.</summary>
public sealed record NewInitialPassword([property: NotAudited] string Password);

public sealed class ResetPasswordHandler(IPasswordHasher<PortalUser> hasher) : ICommandHandler<ResetPassword, NewInitialPassword>
{
    public async Task<Outcome<NewInitialPassword>> HandleAsync(ResetPassword command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.Users.FirstOrDefaultAsync(u => u.Id == command.Id, cancellationToken) is not { } user)
            return new NotFound("user", command.Id);
        var password = InitialPassword.Create();
        user.PasswordHash = hasher.HashPassword(user, password);
        user.MustChangePassword = true;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        if (command.ForgetSecondFactor)
            await SecondStep.ForgetAsync(context.Database, user, cancellationToken);
        UserRules.Touch(user, endSessions: true);
        context.Audit("User", user.Id, user.DisplayName, after: new { command.ForgetSecondFactor });
        return new NewInitialPassword(password);
    }
}
