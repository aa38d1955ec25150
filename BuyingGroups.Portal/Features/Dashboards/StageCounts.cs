using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Domain.Stages;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Groups per stage at the beginning of a period and now.</summary>
/// <param name="Data">The figures per stage, in the order of the models.</param>
/// <param name="Won">Groups that reached success in the period.</param>
/// <param name="WonBefore">Those of the period before.</param>
/// <param name="Success">The stages of success.</param>
internal sealed record StageCounts(ChartData Data, long Won, long WonBefore, IReadOnlyList<int> Success)
{
    private const int MostBars = 14;

    public KeyFigure Figure(string title, DashboardFilter filter) =>
        new(title, Won, "N0", Won - WonBefore) { Href = filter.Browse("stage", [.. Success.Select(id => id.ToString(CultureInfo.InvariantCulture))]) };

    public static async Task<StageCounts> ReadAsync(PortalDbContext database, DashboardFilter filter, DashboardPeriod period, CancellationToken cancellationToken)
    {
        var (from, today) = (period.From, period.Today);
        var tallies = filter.Tallies(database);
        var now = await tallies.GroupBy(t => t.StageId).Select(q => new { StageId = q.Key, Groups = q.Sum(t => t.Groups) }).ToDictionaryAsync(s => s.StageId, s => s.Groups, cancellationToken);
        var earlier = from.AddDays(from.DayNumber - today.DayNumber);
        var changes = await database.GroupTallyDays.Where(d => d.Day > earlier).Join(tallies, d => d.TallyId, t => t.Id, (d, t) => new { t.StageId, InPeriod = d.Day > from, d.Groups })
            .GroupBy(d => new { d.StageId, d.InPeriod }).Select(q => new { q.Key.StageId, q.Key.InPeriod, Groups = q.Sum(d => d.Groups) }).ToListAsync(cancellationToken);
        var stages = await database.Stages.OrderBy(s => s.StageModelId).ThenBy(s => s.Order).Select(s => new { s.Id, s.Name, s.Kind }).ToListAsync(cancellationToken);
        var success = stages.Where(s => s.Kind == StageKind.Success).Select(s => s.Id).ToHashSet();
        var shown = stages.Where(s => now.GetValueOrDefault(s.Id) > 0 || Change(s.Id) != 0).Take(MostBars).ToList();
        ChartRow[] none = now.GetValueOrDefault(0) > 0 ? [new ChartRow(ChartName.Key("No stage"), [now[0] - Change(0), now[0]])] : [];
        return new StageCounts(
            new ChartData(
                "stages", "Stage", [ChartName.On(from), ChartName.On(today)],
                [
                    .. shown.Select(s => new ChartRow(
                        new ChartName(s.Name), [now.GetValueOrDefault(s.Id) - Change(s.Id), now.GetValueOrDefault(s.Id)], filter.Browse("stage", s.Id.ToString(CultureInfo.InvariantCulture)))),
                    .. none,
                ]),
            changes.Where(c => c.InPeriod && success.Contains(c.StageId)).Sum(c => c.Groups),
            changes.Where(c => !c.InPeriod && success.Contains(c.StageId)).Sum(c => c.Groups),
            [.. success.Order()]);

        long Change(int stage) => changes.Where(c => c.InPeriod && c.StageId == stage).Sum(c => c.Groups);
    }
}
