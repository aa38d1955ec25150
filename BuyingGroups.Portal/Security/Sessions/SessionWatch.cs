using System.Globalization;
using System.Security.Claims;
using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BuyingGroups.Portal.Security.Sessions;

/// <summary>
/// Looks every few seconds whether the person behind an open page may still do what they could when it was opened. When not (disabled,
/// signed out everywhere, other permissions), the circuit's user becomes nobody: every handler refuses from then on, and the page
/// loads again, which leads either to sign-in or to the same page with the new permissions.
/// </summary>
public sealed class SessionWatch(ILoggerFactory logging, PortalDatabase database, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(3);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return await StandsAsync(authenticationState.User, cancellationToken);
        }
        catch (Exception exception) when (database.Provider.IsTransient(exception))
        {
            // A database that is away for half a minute must not throw everybody out. Nothing can be read or changed meanwhile either.
            return true;
        }
    }

    /// <summary>True while the principal says about its user what the database says.</summary>
    public async Task<bool> StandsAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (!int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id))
            return false;
        await using var context = database.OpenRead();
        var user = await context.Users.Where(u => u.Id == id)
            .Select(u => new { u.SecurityStamp, u.IsDisabled, u.MustChangePassword }).FirstOrDefaultAsync(cancellationToken);
        if (user is not { IsDisabled: false } || user.SecurityStamp != principal.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType))
            return false;
        var held = principal.FindAll(PortalRole.PermissionClaim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        return held.SetEquals(user.MustChangePassword ? [] : await context.PermissionsOfAsync(id, cancellationToken));
    }
}
