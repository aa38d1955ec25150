using System.Globalization;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Buying groups overview: how complete, how engaged, for which solution interests, and how that came about.</summary>
/// <param name="Filter">What it is about.</param>
[Requires(Permissions.DashboardsView)]
public sealed record GetGroupsDashboard(DashboardFilter Filter) : IQuery<GroupsDashboard>;

/// <summary>The answer.</summary>
/// <param name="Figures">The strip at the top.</param>
/// <param name="Completeness">Groups per band of completeness.</param>
/// <param name="Engagement">Groups per band of engagement.</param>
/// <param name="Solutions">Groups per solution interest.</param>
/// <param name="Course">Mean completeness and engagement over the period.</param>
/// <param name="Growth">Groups over the period.</param>
public sealed record GroupsDashboard(IReadOnlyList<KeyFigure> Figures, ChartData Completeness, ChartData Engagement, ChartData Solutions, ChartData Course, ChartData Growth) : IDashboard
{
    public IReadOnlyList<ChartData> Charts => [Completeness, Engagement, Solutions, Course, Growth];
}

public sealed class GetGroupsDashboardHandler(PortalTimeZone zone) : IQueryHandler<GetGroupsDashboard, GroupsDashboard>
{
    private const int MostSolutions = 14;
    private static readonly (int From, int To)[] Bands = [(0, 24), (25, 49), (50, 74), (75, 100)];

    public async Task<Outcome<GroupsDashboard>> HandleAsync(GetGroupsDashboard query, QueryContext context, CancellationToken cancellationToken)
    {
        var (database, filter) = (context.Database, query.Filter);
        var period = await DashboardPeriod.ReadAsync(context, zone, filter, cancellationToken);
        var series = await TallySeries.AllAsync<GroupTally, GroupTallyDay>(database, filter.Tallies(database), period, cancellationToken);
        var names = await database.SolutionInterests.ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var solutions = (await filter.Tallies(database).GroupBy(t => t.SolutionInterestId).Select(q => new { Id = q.Key, Groups = q.Sum(t => t.Groups) }).ToListAsync(cancellationToken))
            .Where(s => s.Groups > 0 && names.ContainsKey(s.Id)).OrderByDescending(s => s.Groups).ThenBy(s => names[s.Id], StringComparer.CurrentCulture).ToList();
        var now = series.Now;
        ChartRow[] rest = solutions.Count <= MostSolutions ? [] : [new ChartRow(ChartName.Key("Other"), [solutions.Skip(MostSolutions - 1).Sum(s => s.Groups)])];
        return new GroupsDashboard(
            [.. GroupMeans.Strip(series, filter), new("Engaged groups", now.Engaged, "N0", now.Engaged - series.Then.Engaged) { Href = filter.Browse("engagement", "1..") }],
            Distribution("completeness", "Completeness", [now.Complete0, now.Complete25, now.Complete50, now.Complete75], "completeness", filter, " %"),
            Distribution("engagement", "Engagement", [now.Engaged0, now.Engaged25, now.Engaged50, now.Engaged75], "engagement", filter, ""),
            new ChartData(
                "solutions", "Solution interest", [ChartName.Key("Groups")],
                [
                    .. solutions.Take(rest.Length == 0 ? MostSolutions : MostSolutions - 1).Select(s => new ChartRow(
                        new ChartName(names[s.Id]), [s.Groups], (filter with { Solution = s.Id }).Browse())),
                    .. rest,
                ]),
            new ChartData(
                "course", "Day", [ChartName.Key("Mean completeness"), ChartName.Key("Mean engagement")],
                series.Rows(value => [GroupMeans.Completeness(value), GroupMeans.Engagement(value)]), "0.#"),
            new ChartData("growth", "Day", [ChartName.Key("Groups"), ChartName.Key("Engaged groups")], series.Rows(value => [value.Groups, value.Engaged])));
    }

    private static ChartData Distribution(string key, string what, long[] counts, string filterKey, DashboardFilter filter, string unit) => new(
        key, what, [ChartName.Key("Groups")],
        [.. Bands.Zip(counts, (band, count) => new ChartRow(
            new ChartName(string.Create(CultureInfo.InvariantCulture, $"{band.From}–{band.To}{unit}")), [count],
            filter.Browse(filterKey, string.Create(CultureInfo.InvariantCulture, $"{band.From}..{band.To}"))))]);
}
