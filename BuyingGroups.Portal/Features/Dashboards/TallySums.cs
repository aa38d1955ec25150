using System.Linq.Expressions;
using BuyingGroups.Data;
using BuyingGroups.Data.RollUps;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Sums every figure of some tallies in the database, one row per key: the same statement for whatever is counted. In a sum, TallyId is the key.</summary>
internal static class TallySums
{
    /// <summary>As it is now.</summary>
    public static Task<List<TDay>> NowAsync<TTally, TDay>(IQueryable<TTally> tallies, Expression<Func<TTally, int>> key, CancellationToken cancellationToken)
        where TTally : Figures, ITally
        where TDay : Figures, ITallyDay, new() =>
        Keyed(tallies, key).GroupBy(k => k.Key).Select(Sums<int, KeyedTally<TTally>, TDay>(q => new TDay { TallyId = q.Key }, k => k.Tally)).ToListAsync(cancellationToken);

    /// <summary>What was booked on each day after one.</summary>
    public static Task<List<TDay>> ChangesAsync<TTally, TDay>(
        PortalDbContext database, IQueryable<TTally> tallies, Expression<Func<TTally, int>> key, DateOnly after, CancellationToken cancellationToken)
        where TTally : Figures, ITally
        where TDay : Figures, ITallyDay, new() =>
        database.Set<TDay>().Where(d => d.Day > after).Join(Keyed(tallies, key), d => d.TallyId, k => k.Tally.Id, (d, k) => new KeyedDay<TDay> { Line = d, Key = k.Key })
            .GroupBy(l => new DayKey { Key = l.Key, Day = l.Line.Day })
            .Select(Sums<DayKey, KeyedDay<TDay>, TDay>(q => new TDay { TallyId = q.Key.Key, Day = q.Key.Day }, l => l.Line)).ToListAsync(cancellationToken);

    private static IQueryable<KeyedTally<TTally>> Keyed<TTally>(IQueryable<TTally> tallies, Expression<Func<TTally, int>> key)
    {
        var tally = key.Parameters[0];
        var keyed = Expression.MemberInit(
            Expression.New(typeof(KeyedTally<TTally>)),
            Expression.Bind(typeof(KeyedTally<TTally>).GetProperty(nameof(KeyedTally<TTally>.Tally))!, tally),
            Expression.Bind(typeof(KeyedTally<TTally>).GetProperty(nameof(KeyedTally<TTally>.Key))!, key.Body));
        return tallies.Select(Expression.Lambda<Func<TTally, KeyedTally<TTally>>>(keyed, tally));
    }

    /// <summary>A sum of each figure, on top of what <paramref name="begin"/> takes from the key.</summary>
    private static Expression<Func<IGrouping<TKey, TRow>, TDay>> Sums<TKey, TRow, TDay>(Expression<Func<IGrouping<TKey, TRow>, TDay>> begin, Expression<Func<TRow, Figures>> figures)
    {
        var row = figures.Parameters[0];
        var holder = figures.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : figures.Body;
        var sums = Figures.Of(typeof(TDay)).Select(figure => Expression.Bind(
            typeof(TDay).GetProperty(figure.Name)!,
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [typeof(TRow)], begin.Parameters[0], Expression.Lambda<Func<TRow, long>>(Expression.Property(holder, figure), row))));
        var made = (MemberInitExpression)begin.Body;
        return begin.Update(made.Update(made.NewExpression, made.Bindings.Concat(sums)), begin.Parameters);
    }

    private sealed class KeyedTally<TTally>
    {
        public required TTally Tally { get; init; }

        public int Key { get; init; }
    }

    private sealed class KeyedDay<TDay>
    {
        public required TDay Line { get; init; }

        public int Key { get; init; }
    }

    private sealed class DayKey
    {
        public int Key { get; init; }

        public DateOnly Day { get; init; }
    }
}
