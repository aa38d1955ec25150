using System.Globalization;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Role insights: how many people each role has gained over time, and how engaged they are.</summary>
/// <param name="Filter">What it is about; roles are not counted per stage.</param>
[Requires(Permissions.DashboardsView)]
public sealed record GetRoleInsights(DashboardFilter Filter) : IQuery<RoleInsights>;

/// <summary>The answer.</summary>
/// <param name="Acquisition">Members per role over the period.</param>
/// <param name="Engagement">Mean engagement per role, now and at the beginning.</param>
/// <param name="Course">Mean engagement per role over the period.</param>
/// <param name="Roles">All figures per role.</param>
public sealed record RoleInsights(ChartData Acquisition, ChartData Engagement, ChartData Course, ChartData Roles) : IDashboard
{
    public IReadOnlyList<ChartData> Charts => [Acquisition, Engagement, Course, Roles];
}

public sealed class GetRoleInsightsHandler(PortalTimeZone zone) : IQueryHandler<GetRoleInsights, RoleInsights>
{
    private const int MostLines = 6;

    public async Task<Outcome<RoleInsights>> HandleAsync(GetRoleInsights query, QueryContext context, CancellationToken cancellationToken)
    {
        var (database, filter) = (context.Database, query.Filter);
        var period = await DashboardPeriod.ReadAsync(context, zone, filter, cancellationToken);
        var series = await TallySeries.PerAsync<RoleTally, RoleTallyDay>(database, filter.Roles(database), t => t.RoleId, period, cancellationToken);
        var roles = (await database.BuyingGroupRoles.OrderBy(r => r.Id).Select(r => new { r.Id, r.Name, r.IsDefault }).ToListAsync(cancellationToken))
            .Where(r => series.TryGetValue(r.Id, out var figures) && figures.Now.Groups > 0)
            .Select(r => (r.Id, Name: new ChartName(r.Name, r.IsDefault), Series: series[r.Id])).ToList();
        // No more than six lines are told apart; the largest are drawn, the table has all.
        var drawn = roles.OrderByDescending(r => r.Series.Now.Members).Take(MostLines).OrderBy(r => r.Id).ToList();
        return new RoleInsights(
            Lines("acquisition", drawn, value => value.Members, "N0"),
            new ChartData(
                "role-engagement", "Role", [ChartName.On(period.From), ChartName.On(period.Today)],
                [.. roles.Select(r => new ChartRow(r.Name, [Mean(r.Series.Then), Mean(r.Series.Now)], Missing(r.Id)))], "0.#"),
            Lines("role-course", drawn, Mean, "0.#"),
            new ChartData(
                "roles", "Role",
                [ChartName.Key("Members"), ChartName.Key("Gained in the period"), ChartName.Key("Engaged members"), ChartName.Key("Mean engagement"), ChartName.Key("Groups with somebody"), ChartName.Key("Groups without anybody")],
                [.. roles.Select(r => new ChartRow(
                    r.Name, [r.Series.Now.Members, r.Series.Now.Members - r.Series.Then.Members, r.Series.Now.Engaged, Mean(r.Series.Now), r.Series.Now.Covered, r.Series.Now.Groups - r.Series.Now.Covered], Missing(r.Id)))], "#,0.#"));

        string Missing(int role) => filter.Browse("missing", role.ToString(CultureInfo.InvariantCulture));

        ChartData Lines(string key, IReadOnlyList<(int Id, ChartName Name, TallySeries<RoleTallyDay> Series)> lines, Func<RoleTallyDay, double?> value, string format) => new(
            key, "Day", [.. lines.Select(line => line.Name)],
            lines.Count == 0 ? [] : [.. lines[0].Series.Days.Select((day, i) => new ChartRow(ChartName.On(day), [.. lines.Select(line => value(line.Series.Values[i]))]))], format);
    }

    private static double? Mean(RoleFigures figures) => figures.Members == 0 ? null : (double)figures.Engagement / figures.Members / 100;
}
