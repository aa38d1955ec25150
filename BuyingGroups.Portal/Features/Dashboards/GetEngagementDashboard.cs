using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Engagement overview: which share of accounts, groups and people is engaged, now and over time.</summary>
/// <param name="Filter">What it is about; accounts and people are not counted per solution interest and stage.</param>
[Requires(Permissions.DashboardsView)]
public sealed record GetEngagementDashboard(DashboardFilter Filter) : IQuery<EngagementDashboard>;

/// <summary>The answer.</summary>
/// <param name="Figures">The strip at the top: awareness, engagement, time to sales contact.</param>
/// <param name="Engaged">Engaged and not, per accounts, groups and people.</param>
/// <param name="Shares">The share that is engaged, over the period.</param>
/// <param name="People">How many people are engaged, over the period.</param>
public sealed record EngagementDashboard(IReadOnlyList<KeyFigure> Figures, ChartData Engaged, ChartData Shares, ChartData People) : IDashboard
{
    public IReadOnlyList<ChartData> Charts => [Engaged, Shares, People];
}

public sealed class GetEngagementDashboardHandler : IQueryHandler<GetEngagementDashboard, EngagementDashboard>
{
    public async Task<Outcome<EngagementDashboard>> HandleAsync(GetEngagementDashboard query, QueryContext context, CancellationToken cancellationToken)
    {
        var (database, filter) = (context.Database, query.Filter);
        var today = DateOnly.FromDateTime(context.Now);
        var from = await TallySeries.BeginAsync(database, today, filter.Days, cancellationToken);
        var reach = await TallySeries.ReachAsync(database, filter.Reach(database), from, today, cancellationToken);
        var groups = await TallySeries.GroupsAsync(database, filter.Tallies(database), from, today, cancellationToken);
        var accepting = await AcceptingTimes.ReadAsync(database, filter, from, context.Now, cancellationToken);
        var (now, then) = (reach.Now, reach.Then);
        return new EngagementDashboard(
            [
                new("Accounts that know us", Share(now[1], now[0]), "{0} %", Share(now[1], now[0]) - Share(then[1], then[0])),
                new("Mean engagement of groups", GetGroupsDashboardHandler.Mean(groups.Now, 11) / 100, "N0", (GetGroupsDashboardHandler.Mean(groups.Now, 11) - GetGroupsDashboardHandler.Mean(groups.Then, 11)) / 100),
                new("People engaged", now[4], "N0", now[4] - then[4]),
                accepting.Figure("Median time to sales contact"),
            ],
            new ChartData(
                "engaged", "What", [ChartName.Key("Engaged"), ChartName.Key("Not engaged"), ChartName.Key("Share engaged, %")],
                [
                    Row("Accounts", now[1], now[0], "/accounts"),
                    Row("Buying groups", groups.Now[9], groups.Now[0], filter.Browse("engagement", "1..")),
                    Row("People", now[4], now[3], "/people"),
                ]),
            new ChartData(
                "shares", "Day", [ChartName.Key("Accounts"), ChartName.Key("Buying groups"), ChartName.Key("People")],
                [.. reach.Days.Select((day, i) => new ChartRow(
                    ChartName.On(day), [Share(reach.Values[i][1], reach.Values[i][0]), Share(groups.Values[i][9], groups.Values[i][0]), Share(reach.Values[i][4], reach.Values[i][3])]))], "0.#"),
            new ChartData(
                "people", "Day", [ChartName.Key("People engaged")],
                [.. reach.Days.Select((day, i) => new ChartRow(ChartName.On(day), [reach.Values[i][4]]))]));
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : 100.0 * part / whole;

    private static ChartRow Row(string name, long engaged, long all, string href) =>
        new(ChartName.Key(name), [engaged, all - engaged, all == 0 ? null : Math.Round(100.0 * engaged / all)], href);
}
