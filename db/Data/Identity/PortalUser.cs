using Microsoft.AspNetCore.Identity;

namespace BuyingGroups.Data.Identity;

/// <summary>Somebody who signs in.</summary>
public sealed class PortalUser : IdentityUser<int>
{
    public const int NameMaxLength = 200;

    /// <summary>Name shown to others.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>IANA time zone in which times are shown; null = the portal's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Culture of texts and numbers; null = the browser's.</summary>
    public string? Culture { get; set; }

    /// <summary>A disabled user cannot sign in, and open sessions end within seconds.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>False turns the single-letter keyboard shortcuts off.</summary>
    public bool UsesShortcuts { get; set; } = true;

    /// <summary>True until the user has replaced a password that somebody else chose.</summary>
    public bool MustChangePassword { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? LastSignInAt { get; set; }
}

/// <summary>A named set of permissions, kept as claims of type <see cref="PermissionClaim"/>.</summary>
public sealed class PortalRole : IdentityRole<int>
{
    public const string PermissionClaim = "permission";

    public string? Description { get; set; }

    /// <summary>True for Marketer, Sales and Admin.</summary>
    public bool IsDefault { get; set; }
}
