using System.Globalization;
using BuyingGroups.Portal.Shell;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Settings;

/// <summary>Moments of the database (UTC) as a user types them: on the user's clock.</summary>
public static class UserTime
{
    /// <summary>The moment on the user's clock; null for none.</summary>
    public static DateTime? Local(DateTime? utc, CurrentUser user) => utc is { } moment ? user.Local(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc))).DateTime : null;

    /// <summary>What was typed, as a moment; null for nothing. A time that a change of the clock skips counts as the moment after the gap.</summary>
    public static DateTime? Utc(string text, CurrentUser user)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (user.TimeZone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return TimeZoneInfo.ConvertTimeToUtc(local, user.TimeZone);
    }
}
