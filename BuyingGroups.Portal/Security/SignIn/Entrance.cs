using System.Globalization;
using System.Security.Claims;
using BuyingGroups.Data.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Opens sessions, and remembers between the two steps of signing in whose password was right.</summary>
public static class Entrance
{
    private const string Keep = "keep";

    /// <summary>Opens the session of a user whose identity was proven.</summary>
    public static async Task OpenAsync(HttpContext context, SignInManager<PortalUser> sessions, int userId, bool keep)
    {
        var user = await sessions.UserManager.FindByIdAsync(userId.ToString(CultureInfo.InvariantCulture))
            ?? throw new InvalidOperationException("The user was deleted while signing in.");
        await sessions.SignInAsync(user, new AuthenticationProperties { IsPersistent = keep, ExpiresUtc = keep ? context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(14) : null });
        RefreshSession.RememberCulture(context, user);
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
    }

    /// <summary>Remembers for some minutes that the password was right.</summary>
    public static Task AwaitCodeAsync(HttpContext context, int userId, bool keep)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, userId.ToString(CultureInfo.InvariantCulture)), new Claim(Keep, keep ? "yes" : "no")], IdentityConstants.TwoFactorUserIdScheme);
        return context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Whose code is awaited; null when nobody's.</summary>
    public static async Task<(int UserId, bool Keep)?> AwaitedAsync(HttpContext context)
    {
        var answer = await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return int.TryParse(answer.Principal?.FindFirstValue(ClaimTypes.Name), CultureInfo.InvariantCulture, out var id)
            ? (id, answer.Principal!.HasClaim(Keep, "yes"))
            : null;
    }
}
