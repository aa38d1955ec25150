namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>The time zone in which "today" and daily jobs are meant: Portal:TimeZone, UTC when it is not set.</summary>
public sealed class PortalTimeZone(IConfiguration configuration)
{
    /// <summary>IANA name.</summary>
    public string Name { get; } = configuration["Portal:TimeZone"] is { Length: > 0 } name ? name : "UTC";
}
