using System.Linq.Expressions;
using BuyingGroups.Data;
using BuyingGroups.Data.RollUps;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Figures at the end of each of some days: what they are now, less what was booked after the day.</summary>
/// <param name="Days">The days, oldest first; the last is today.</param>
/// <param name="Values">The figures at the end of each.</param>
internal sealed record TallySeries<TFigures>(IReadOnlyList<DateOnly> Days, IReadOnlyList<TFigures> Values)
    where TFigures : Figures, ITallyDay, new()
{
    /// <summary>Now.</summary>
    public TFigures Now => Values[^1];

    /// <summary>At the beginning of the period.</summary>
    public TFigures Then => Values[0];

    /// <summary>A row per day.</summary>
    public IReadOnlyList<ChartRow> Rows(Func<TFigures, IReadOnlyList<double?>> values) => [.. Days.Zip(Values, (day, value) => new ChartRow(ChartName.On(day), values(value)))];

    /// <summary>Puts changes on a line of days: each day of a week or a month, each seventh of a quarter.</summary>
    public static TallySeries<TFigures> Of(TFigures now, IEnumerable<TFigures> changes, DashboardPeriod period)
    {
        var step = period.Today.DayNumber - period.From.DayNumber > 31 ? 7 : 1;
        var days = new List<DateOnly>();
        for (var day = period.Today; day >= period.From; day = day.AddDays(-step))
            days.Add(day);
        if (days[^1] != period.From)
            days.Add(period.From);
        var values = new List<TFigures>();
        var value = now.Read();
        var later = new Queue<TFigures>(changes.OrderByDescending(change => change.Day));
        foreach (var day in days)
        {
            while (later.TryPeek(out var next) && next.Day > day)
                value = [.. value.Zip(later.Dequeue().Read(), (figure, change) => figure - change)];
            var figures = new TFigures { Day = day };
            figures.Add(value);
            values.Add(figures);
        }
        days.Reverse();
        values.Reverse();
        return new TallySeries<TFigures>(days, values);
    }
}

/// <summary>Reads series from the roll-ups: summed in the database, for one series or one per key.</summary>
internal static class TallySeries
{
    /// <summary>One series of all these tallies.</summary>
    public static async Task<TallySeries<TDay>> AllAsync<TTally, TDay>(PortalDbContext database, IQueryable<TTally> tallies, DashboardPeriod period, CancellationToken cancellationToken)
        where TTally : Figures, ITally
        where TDay : Figures, ITallyDay, new() =>
        (await PerAsync<TTally, TDay>(database, tallies, _ => 0, period, cancellationToken)).GetValueOrDefault(0) ?? TallySeries<TDay>.Of(new TDay(), [], period);

    /// <summary>A series per key, such as the role.</summary>
    public static async Task<IReadOnlyDictionary<int, TallySeries<TDay>>> PerAsync<TTally, TDay>(
        PortalDbContext database, IQueryable<TTally> tallies, Expression<Func<TTally, int>> key, DashboardPeriod period, CancellationToken cancellationToken)
        where TTally : Figures, ITally
        where TDay : Figures, ITallyDay, new()
    {
        var now = await TallySums.NowAsync<TTally, TDay>(tallies, key, cancellationToken);
        var changes = (await TallySums.ChangesAsync<TTally, TDay>(database, tallies, key, period.From, cancellationToken)).ToLookup(change => change.TallyId);
        return now.ToDictionary(sum => sum.TallyId, sum => TallySeries<TDay>.Of(sum, changes[sum.TallyId], period));
    }
}
