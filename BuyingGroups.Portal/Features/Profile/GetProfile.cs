using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Security.SignIn;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Profile;

/// <summary>One's own account.</summary>
[Requires(Permissions.SignedIn)]
public sealed record GetProfile : IQuery<UserProfile>;

/// <summary>What a user sees of their own account.</summary>
public sealed record UserProfile(
    string DisplayName, string Email, string? TimeZone, string? Culture, bool UsesShortcuts, bool HasSecondFactor, int RecoveryCodesLeft, IReadOnlyList<string> Roles);

public sealed class GetProfileHandler : IQueryHandler<GetProfile, UserProfile>
{
    public async Task<Outcome<UserProfile>> HandleAsync(GetProfile query, QueryContext context, CancellationToken cancellationToken)
    {
        if (context.Caller.UserId is not { } id || await context.Database.Users.FirstOrDefaultAsync(u => u.Id == id, cancellationToken) is not { } user)
            return new NotSignedIn();
        return new UserProfile(
            user.DisplayName, user.Email ?? "", user.TimeZone, user.Culture, user.UsesShortcuts, user.TwoFactorEnabled,
            await SecondStep.RecoveryCodesLeftAsync(context.Database, id, cancellationToken), await Users.UserRules.RoleNamesAsync(context.Database, id, cancellationToken));
    }
}
