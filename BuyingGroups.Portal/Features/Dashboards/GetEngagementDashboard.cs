using BuyingGroups.Data;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Engagement overview: which share of accounts, groups and people is engaged, now and over time.</summary>
/// <param name="Filter">What it is about; accounts and people are not counted per solution interest and stage.</param>
[Requires(Permissions.DashboardsView)]
public sealed record GetEngagementDashboard(DashboardFilter Filter) : IQuery<EngagementDashboard>;

/// <summary>The answer.</summary>
/// <param name="Figures">The strip at the top: awareness, engagement, time to sales contact, cost per lead.</param>
/// <param name="Engaged">Engaged and not, per accounts, groups and people.</param>
/// <param name="Shares">The share that is engaged, over the period.</param>
/// <param name="People">How many people are engaged, over the period.</param>
/// <param name="Activities">What people did in the period, by type.</param>
public sealed record EngagementDashboard(IReadOnlyList<KeyFigure> Figures, ChartData Engaged, ChartData Shares, ChartData People, ChartData Activities) : IDashboard
{
    public IReadOnlyList<ChartData> Charts => [Engaged, Shares, People, Activities];
}

public sealed class GetEngagementDashboardHandler(PortalTimeZone zone) : IQueryHandler<GetEngagementDashboard, EngagementDashboard>
{
    public async Task<Outcome<EngagementDashboard>> HandleAsync(GetEngagementDashboard query, QueryContext context, CancellationToken cancellationToken)
    {
        var (database, filter) = (context.Database, query.Filter);
        var period = await DashboardPeriod.ReadAsync(context, zone, filter, cancellationToken);
        var reach = await TallySeries.AllAsync<ReachTally, ReachTallyDay>(database, filter.Reach(database), period, cancellationToken);
        var groups = await TallySeries.AllAsync<GroupTally, GroupTallyDay>(database, filter.Tallies(database), period, cancellationToken);
        var accepting = await AcceptingTimes.ReadAsync(database, filter, period, cancellationToken);
        var (now, then) = (reach.Now, reach.Then);
        // The list of people knows nothing of the places of accounts.
        var isEverywhere = filter is { Industry: null, Region: null };
        return new EngagementDashboard(
            [
                new("Accounts that know us", Aware(now), "{0} %", Aware(now) - Aware(then)) { Href = filter.Accounts("engaged", "yes") },
                GroupMeans.Strip(groups, filter)[^1] with { Title = "Mean engagement of groups" },
                new("People engaged", now.PeopleEngaged, "N0", now.PeopleEngaged - then.PeopleEngaged) { Href = isEverywhere ? "/people?engaged=yes" : null },
                accepting.Figure("Median time to sales contact"),
                await MarketingSpend.PerLeadAsync(database, filter, period, cancellationToken),
            ],
            new ChartData(
                "engaged", "What", [ChartName.Key("Engaged"), ChartName.Key("Not engaged"), ChartName.Key("Share engaged, %")],
                [
                    Row("Accounts", now.AccountsEngaged, now.Accounts, filter.Accounts("engaged", "yes"), filter.Accounts("engaged", "no")),
                    Row("Buying groups", groups.Now.Engaged, groups.Now.Groups, filter.Browse("engagement", "1.."), filter.Browse("engagement", "..0")),
                    Row("People", now.PeopleEngaged, now.People, isEverywhere ? "/people?engaged=yes" : null, isEverywhere ? "/people?engaged=no" : null),
                ]),
            new ChartData(
                "shares", "Day", [ChartName.Key("Accounts"), ChartName.Key("Buying groups"), ChartName.Key("People")],
                [.. reach.Rows(value => [Aware(value), null, Share(value.PeopleEngaged, value.People)]).Zip(groups.Values, (row, value) => row with { Values = [row.Values[0], Share(value.Engaged, value.Groups), row.Values[2]] })],
                "0.#"),
            new ChartData("people", "Day", [ChartName.Key("People engaged")], reach.Rows(value => [value.PeopleEngaged])),
            await ActivitiesAsync(database, period, cancellationToken));
    }

    /// <summary>Whatever the filters say: activities are counted by type only.</summary>
    private static async Task<ChartData> ActivitiesAsync(PortalDbContext database, DashboardPeriod period, CancellationToken cancellationToken)
    {
        var counts = await database.ActivityTallyDays.Where(d => d.Day > period.From && d.Day <= period.Today).GroupBy(d => d.TallyId)
            .Select(q => new { Type = q.Key, Activities = q.Sum(d => d.Activities) }).ToDictionaryAsync(c => c.Type, c => c.Activities, cancellationToken);
        var types = await database.ActivityTypes.Select(t => new { t.Id, t.Name, t.IsBuiltIn }).ToListAsync(cancellationToken);
        return new ChartData(
            "activities", "Activity type", [ChartName.Key("Activities")],
            [.. types.Where(t => counts.ContainsKey(t.Id)).OrderByDescending(t => counts[t.Id]).Select(t => new ChartRow(new ChartName(t.Name, t.IsBuiltIn), [counts[t.Id]]))]);
    }

    private static double? Aware(ReachFigures figures) => Share(figures.AccountsEngaged, figures.Accounts);

    private static double? Share(long part, long whole) => whole == 0 ? null : 100.0 * part / whole;

    private static ChartRow Row(string name, long engaged, long all, string? engagedHref, string? otherHref) =>
        new(ChartName.Key(name), [engaged, all - engaged, Share(engaged, all) is { } share ? Math.Round(share) : null]) { Hrefs = [engagedHref, otherHref] };
}
