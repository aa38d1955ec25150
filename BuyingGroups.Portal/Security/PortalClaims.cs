namespace BuyingGroups.Portal.Security;

/// <summary>What the session cookie says about its user beside id and permissions.</summary>
public static class PortalClaims
{
    public const string DisplayName = "display_name";
    public const string TimeZone = "time_zone";
    public const string Culture = "culture";

    /// <summary>"off" turns the single-letter shortcuts off; absent when they are on.</summary>
    public const string Shortcuts = "shortcuts";

    /// <summary>Present while the user must choose a password of their own; such a session holds no permissions.</summary>
    public const string MustChangePassword = "must_change_password";
}
