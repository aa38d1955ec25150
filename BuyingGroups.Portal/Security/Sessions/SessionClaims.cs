using System.Security.Claims;
using BuyingGroups.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BuyingGroups.Portal.Security.Sessions;

/// <summary>Makes the principal of a session: id, name, clock, and what the user's roles permit.</summary>
public sealed class SessionClaims(UserManager<PortalUser> users, RoleManager<PortalRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<PortalUser, PortalRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        // Two roles may give the same permission; the cookie needs it once. Roles by name decide nothing, so they stay out.
        foreach (var claim in identity.Claims.Where(c => c.Type == PortalRole.PermissionClaim || c.Type == Options.ClaimsIdentity.RoleClaimType).ToList())
        {
            if (user.MustChangePassword || claim.Type != PortalRole.PermissionClaim || identity.Claims.Count(c => c.Type == claim.Type && c.Value == claim.Value) > 1)
                identity.TryRemoveClaim(claim);
        }
        identity.AddClaim(new Claim(PortalClaims.DisplayName, user.DisplayName.Length > 0 ? user.DisplayName : user.Email ?? ""));
        if (user.TimeZone is not null)
            identity.AddClaim(new Claim(PortalClaims.TimeZone, user.TimeZone));
        if (user.Culture is not null)
            identity.AddClaim(new Claim(PortalClaims.Culture, user.Culture));
        if (!user.UsesShortcuts)
            identity.AddClaim(new Claim(PortalClaims.Shortcuts, "off"));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(PortalClaims.MustChangePassword, "yes"));
        return identity;
    }
}
