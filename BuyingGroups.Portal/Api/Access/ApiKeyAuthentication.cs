using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Api.Answers;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Security.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BuyingGroups.Portal.Api.Access;

/// <summary>
/// Lets a program in by the key it shows: <c>Authorization: Bearer bgp_…</c>. Below <see cref="Path"/> this is the only way in: a session
/// cookie counts for nothing there, so that no other site can make a signed-in browser call the API.
/// </summary>
public sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, KnownApiKeys keys, ApiThrottle throttle)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    /// <summary>The scheme's name, and the type of identity it gives.</summary>
    public const string SchemeName = "ApiKey";

    /// <summary>What all endpoints of the API lie under.</summary>
    public const string Path = "/api";

    private const string KeyClaim = "api_key";
    private const string Bearer = "Bearer ";

    /// <summary>True when the request is for the API.</summary>
    public static bool IsFor(HttpContext context) => context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>The caller behind a principal that this scheme gave.</summary>
    public static Caller CallerOf(ClaimsPrincipal user, string from)
    {
        var id = int.Parse(user.FindFirstValue(KeyClaim)!, CultureInfo.InvariantCulture);
        var permissions = user.FindAll(PortalRole.PermissionClaim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        return new Caller(Actor.ApiKey(id, user.FindFirstValue(PortalClaims.DisplayName)!), null, permissions, from);
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var shown = Request.Headers.Authorization;
        if (shown.Count == 0)
            return AuthenticateResult.NoResult();
        var from = Context.From();
        if (shown.Count > 1 || shown[0] is not { } text || !text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Wrong(new MalformedKey(), from);
        try
        {
            var found = await keys.FindAsync(text[Bearer.Length..].Trim(), Context.RequestAborted);
            if (!found.Succeeded)
                return Wrong(found.Refusal!, from);
            return throttle.Allows(found.Value.Id) ? AuthenticateResult.Success(TicketOf(found.Value)) : Refuse(new TooManyCalls());
        }
        catch (Exception exception) when (keys.IsTransient(exception))
        {
            return Refuse(new DatabaseAway());
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        var reason = (result.Failure as RefusedException)?.Refusals[0] ?? new MissingKey();
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"BuyingGroups Portal\"";
        await Problem.WriteAsync(Context, [reason]);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var permission = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).LastOrDefault(p => p is not null);
        return Problem.WriteAsync(Context, [new AccessDenied(permission ?? "")]);
    }

    private static AuthenticateResult Refuse(Refusal reason) => AuthenticateResult.Fail(new RefusedException([reason]));

    /// <summary>Only wrong keys wait: behind a proxy many programs have one address, and a stranger's guesses must not shut out those with a key.</summary>
    private AuthenticateResult Wrong(Refusal reason, string from) => Refuse(throttle.AllowsWrongKey(from) ? reason : new TooManyCalls());

    private static AuthenticationTicket TicketOf(ApiKey key)
    {
        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new Claim(KeyClaim, key.Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(PortalClaims.DisplayName, key.Name));
        identity.AddClaims(key.Permissions.Select(permission => new Claim(PortalRole.PermissionClaim, permission)));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName);
    }
}
