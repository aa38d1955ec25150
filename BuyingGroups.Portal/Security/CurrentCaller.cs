using System.Globalization;
using System.Security.Claims;
using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Portal.Api.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace BuyingGroups.Portal.Security;

/// <summary>Tells who is at the browser: the circuit's user, or the one of the HTTP request.</summary>
public sealed class CurrentCaller(IServiceProvider services, IHttpContextAccessor http)
{
    /// <summary>The caller, or null when nobody is signed in.</summary>
    public async Task<Caller?> FindAsync()
    {
        var user = http.HttpContext?.User;
        if (user?.Identity?.IsAuthenticated != true || http.HttpContext?.WebSockets.IsWebSocketRequest == true)
        {
            try
            {
                user = (await services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync()).User;
            }
            catch (InvalidOperationException)
            {
                // Outside of a circuit the state provider has nothing to tell, and the request's user stands.
            }
        }
        return user is null ? null : From(user, http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "browser");
    }

    /// <summary>The caller behind a principal; null when it is anonymous.</summary>
    public static Caller? From(ClaimsPrincipal user, string from)
    {
        if (user.Identity is { IsAuthenticated: true, AuthenticationType: ApiKeyAuthentication.SchemeName })
            return ApiKeyAuthentication.CallerOf(user, from);
        if (user.Identity?.IsAuthenticated != true || user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } text
            || !int.TryParse(text, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }
        var name = user.FindFirstValue(PortalClaims.DisplayName) ?? user.Identity.Name ?? text;
        var permissions = user.FindAll(PortalRole.PermissionClaim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        return new Caller(Actor.User(id, name), id, permissions, from);
    }
}
