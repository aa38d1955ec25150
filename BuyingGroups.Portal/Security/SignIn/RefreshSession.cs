using BuyingGroups.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Writes the session's cookies anew after the user changed their profile, and goes back to the page.</summary>
public static class RefreshSession
{
    public static async Task<IResult> HandleAsync(HttpContext context, SignInManager<PortalUser> sessions, string? returnUrl)
    {
        if (await sessions.UserManager.GetUserAsync(context.User) is { } user)
        {
            await sessions.RefreshSignInAsync(user);
            RememberCulture(context, user);
        }
        return Results.LocalRedirect(LocalAddress.Of(returnUrl));
    }

    /// <summary>The culture has to be known before the session is read, so it has a cookie of its own.</summary>
    public static void RememberCulture(HttpContext context, PortalUser user)
    {
        if (user.Culture is null)
            context.Response.Cookies.Delete(CookieRequestCultureProvider.DefaultCookieName);
        else
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(user.Culture)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps, IsEssential = true });
    }
}
