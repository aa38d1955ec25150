using System.Globalization;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
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

public sealed class GetJourneysDashboardHandler(PortalTimeZone zone) : IQueryHandler<GetJourneysDashboard, JourneysDashboard>
{
    private const int MostJourneys = 50;

    public async Task<Outcome<JourneysDashboard>> HandleAsync(GetJourneysDashboard query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var period = await DashboardPeriod.ReadAsync(context, zone, query.Filter, cancellationToken);
        var all = await TallySeries.AllAsync<JourneyTally, JourneyTallyDay>(database, database.JourneyTallies, period, cancellationToken);
        var entered = await database.JourneyTallyDays.Where(d => d.Day > period.From).GroupBy(d => d.TallyId).Select(q => new { Id = q.Key, Entered = q.Sum(d => d.Entered) })
            .ToDictionaryAsync(d => d.Id, d => d.Entered, cancellationToken);
        var names = await database.Journeys.Select(j => new { j.Id, j.Name }).ToDictionaryAsync(j => j.Id, j => j.Name, cancellationToken);
        var rows = (await database.JourneyTallies.ToListAsync(cancellationToken)).Where(t => names.ContainsKey(t.Id))
            .OrderByDescending(t => entered.GetValueOrDefault(t.Id)).ThenByDescending(t => t.Entered).Take(MostJourneys);
        var (now, then) = (all.Now, all.Then);
        return new JourneysDashboard(
            [
                new("Entered in the period", now.Entered - then.Entered, "N0", null),
                new("On their way", now.Active, "N0", now.Active - then.Active),
                new("Completed or goal met in the period", Through(now) - Through(then), "N0", null),
                new("Parked", now.Parked, "N0", now.Parked - then.Parked, LessIsBetter: true),
            ],
            new ChartData(
                "journeys", "Journey",
                [ChartName.Key("Entered in the period"), ChartName.Key("On their way"), ChartName.Key("Completed"), ChartName.Key("Goal met"), ChartName.Key("Left early"), ChartName.Key("Parked"), ChartName.Key("Completion rate, %")],
                [.. rows.Select(t => Row(t, names[t.Id], entered.GetValueOrDefault(t.Id)))]),
            new ChartData(
                "journey-course", "Day", [ChartName.Key("Entered"), ChartName.Key("Completed or goal met")],
                [.. all.Days.Skip(1).Zip(all.Values.Skip(1), all.Values).Select(day => new ChartRow(
                    ChartName.On(day.First), [day.Second.Entered - day.Third.Entered, Through(day.Second) - Through(day.Third)]))]));
    }

    private static ChartRow Row(JourneyTally tally, string name, long entered)
    {
        var journey = string.Create(CultureInfo.InvariantCulture, $"/journeys/{tally.Id}");
        return new ChartRow(new ChartName(name), [entered, tally.Active, tally.Completed, tally.GoalMet, tally.LeftEarly, tally.Parked, Rate(tally)], journey)
        {
            Hrefs = [null, Entries(EntryStatus.Active), Entries(EntryStatus.Completed), Entries(EntryStatus.GoalMet), null, Entries(EntryStatus.Parked)],
        };

        string Entries(EntryStatus status) => $"{journey}/entries?status={status}";
    }

    private static long Through(JourneyFigures figures) => figures.Completed + figures.GoalMet;

    private static double? Rate(JourneyTally tally) => tally.Entered == tally.Active ? null : Math.Round(100.0 * Through(tally) / (tally.Entered - tally.Active));
}
