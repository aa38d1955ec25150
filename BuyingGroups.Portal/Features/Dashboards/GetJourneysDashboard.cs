using System.Globalization;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Journeys overview: how many accounts entered, came through, reached the goal, or got stuck.</summary>
/// <param name="Filter">Only its period counts.</param>
[Requires(Permissions.DashboardsView)]
public sealed record GetJourneysDashboard(DashboardFilter Filter) : IQuery<JourneysDashboard>;

/// <summary>The answer.</summary>
/// <param name="Figures">The strip at the top.</param>
/// <param name="Journeys">Figures per journey, most entered in the period first.</param>
/// <param name="Course">Entries and completions per day.</param>
public sealed record JourneysDashboard(IReadOnlyList<KeyFigure> Figures, ChartData Journeys, ChartData Course) : IDashboard
{
    public IReadOnlyList<ChartData> Charts => [Journeys, Course];
}

public sealed class GetJourneysDashboardHandler : IQueryHandler<GetJourneysDashboard, JourneysDashboard>
{
    private const int MostJourneys = 50;

    public async Task<Outcome<JourneysDashboard>> HandleAsync(GetJourneysDashboard query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var today = DateOnly.FromDateTime(context.Now);
        var from = await TallySeries.BeginAsync(database, today, query.Filter.Days, cancellationToken);
        var tallies = await database.JourneyTallies.ToListAsync(cancellationToken);
        var days = await database.JourneyTallyDays.Where(d => d.Day > from).ToListAsync(cancellationToken);
        var names = await database.Journeys.Select(j => new { j.Id, j.Name }).ToDictionaryAsync(j => j.Id, j => j.Name, cancellationToken);
        var changes = days.GroupBy(d => d.TallyId).ToDictionary(q => q.Key, q => Sum(q));
        var rows = tallies.Where(t => names.ContainsKey(t.Id)).Select(t => (Tally: t, Change: changes.GetValueOrDefault(t.Id) ?? new long[6]))
            .OrderByDescending(t => t.Change[0]).ThenByDescending(t => t.Tally.Entered).Take(MostJourneys).ToList();
        var series = TallySeries.Of(Sum(tallies), days.GroupBy(d => d.Day).Select(q => (q.Key, Sum(q))), from, today);
        var (now, then) = (series.Now, series.Then);
        return new JourneysDashboard(
            [
                new("Entered in the period", now[0] - then[0], "N0", null),
                new("On their way", now[1], "N0", now[1] - then[1]),
                new("Completed or goal met in the period", now[2] + now[3] - then[2] - then[3], "N0", null),
                new("Parked", now[5], "N0", now[5] - then[5], LessIsBetter: true),
            ],
            new ChartData(
                "journeys", "Journey",
                [ChartName.Key("Entered in the period"), ChartName.Key("On their way"), ChartName.Key("Completed"), ChartName.Key("Goal met"), ChartName.Key("Left early"), ChartName.Key("Parked"), ChartName.Key("Completion rate, %")],
                [.. rows.Select(r => new ChartRow(
                    new ChartName(names[r.Tally.Id]), [r.Change[0], r.Tally.Active, r.Tally.Completed, r.Tally.GoalMet, r.Tally.LeftEarly, r.Tally.Parked, Rate(r.Tally)],
                    string.Create(CultureInfo.InvariantCulture, $"/journeys/{r.Tally.Id}")))]),
            new ChartData(
                "journey-course", "Day", [ChartName.Key("Entered"), ChartName.Key("Completed or goal met")],
                [.. series.Days.Skip(1).Select((day, i) => new ChartRow(
                    ChartName.On(day), [series.Values[i + 1][0] - series.Values[i][0], series.Values[i + 1][2] + series.Values[i + 1][3] - series.Values[i][2] - series.Values[i][3]]))]));
    }

    private static long[] Sum(IEnumerable<IFigures> figures) =>
        figures.Select(f => f.Read()).Aggregate(new long[6], (sum, next) => [.. sum.Zip(next, (a, b) => a + b)]);

    private static double? Rate(JourneyTally tally) => tally.Entered == tally.Active ? null : Math.Round(100.0 * (tally.Completed + tally.GoalMet) / (tally.Entered - tally.Active));
}
