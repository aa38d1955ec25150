using System.Security.Claims;

namespace BuyingGroups.Portal.Shell;

/// <summary>
/// Who looks at the page, cascaded to every component: <c>[CascadingParameter] CurrentUser User</c>. For showing and hiding only;
/// what is allowed is decided in front of every handler.
/// </summary>
/// <param name="Id">The user's id as it stands in the cookie; null when nobody is signed in.</param>
/// <param name="Name">The display name.</param>
/// <param name="Permissions">What the user may do.</param>
/// <param name="TimeZone">The zone times are shown in.</param>
public sealed record CurrentUser(string? Id, string Name, IReadOnlySet<string> Permissions, TimeZoneInfo TimeZone)
{
    /// <summary>False when the user turned the single-letter shortcuts off.</summary>
    public bool UsesShortcuts { get; init; } = true;

    /// <summary>The type of the claims that carry permissions.</summary>
    public const string PermissionClaim = Data.Identity.PortalRole.PermissionClaim;

    /// <summary>The type of the claim that carries the user's time zone (IANA name).</summary>
    public const string TimeZoneClaim = Security.PortalClaims.TimeZone;

    public static CurrentUser Nobody { get; } = new(null, "", new HashSet<string>(StringComparer.Ordinal), TimeZoneInfo.Utc);

    public bool IsSignedIn => Id is not null;

    /// <summary>One or two letters for the picture.</summary>
    public string Initials => Components.Initials.Of(Name);

    /// <summary>The name to greet with: the first word.</summary>
    public string FirstName => Name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? first : Name;

    /// <summary>True when the user holds <paramref name="permission"/>; null or empty asks for nothing.</summary>
    public bool May(string? permission) =>
        string.IsNullOrEmpty(permission) || Permissions.Contains(permission)
        || (IsSignedIn && string.Equals(permission, Security.Permissions.SignedIn, StringComparison.Ordinal));

    /// <summary>A moment of the database (UTC) on the user's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, TimeZone);

    /// <summary>Reads the claims of whoever is signed in.</summary>
    /// <param name="principal">The signed-in principal.</param>
    /// <param name="portalTimeZone">The portal's zone (IANA name), for users who have chosen none.</param>
    public static CurrentUser From(ClaimsPrincipal principal, string? portalTimeZone)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (principal.Identity?.IsAuthenticated is not true) return Nobody with { TimeZone = Zone(null, portalTimeZone) };
        var name = principal.FindFirstValue(Security.PortalClaims.DisplayName) ?? principal.Identity.Name ?? "";
        var permissions = principal.FindAll(PermissionClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return new(principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? name, name, permissions, Zone(principal.FindFirstValue(TimeZoneClaim), portalTimeZone))
        {
            UsesShortcuts = principal.FindFirstValue(Security.PortalClaims.Shortcuts) is not "off",
        };
    }

    static TimeZoneInfo Zone(params string?[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrWhiteSpace(candidate) && TimeZoneInfo.TryFindSystemTimeZoneById(candidate, out var zone)) return zone;
        }

        return TimeZoneInfo.Utc;
    }
}
