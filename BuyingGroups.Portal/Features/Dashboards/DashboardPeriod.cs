using BuyingGroups.Domain;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>The days that a dashboard looks at, in the portal's time zone.</summary>
/// <param name="From">The day it begins: where counting began later, that day.</param>
/// <param name="Today">The last day.</param>
/// <param name="Start">Its first moment (UTC).</param>
/// <param name="Now">Now (UTC).</param>
internal sealed record DashboardPeriod(DateOnly From, DateOnly Today, DateTime Start, DateTime Now)
{
    public static async Task<DashboardPeriod> ReadAsync(QueryContext context, PortalTimeZone zone, DashboardFilter filter, CancellationToken cancellationToken)
    {
        var today = zone.DayOf(context.Now);
        var wanted = today.AddDays(-filter.Days);
        var first = await context.Database.ReachTallyDays.MinAsync(d => (DateOnly?)d.Day, cancellationToken) ?? today;
        var from = first <= wanted ? wanted : first < today ? first : today;
        return new DashboardPeriod(from, today, zone.StartOf(from), context.Now);
    }
}
