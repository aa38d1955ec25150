using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>Brings stored tallies to what was counted, and books the difference on a day. Generic, because every roll-up does the same.</summary>
internal static class TallyBook
{
    /// <summary>Writes what differs.</summary>
    /// <param name="context">The transaction; saved here.</param>
    /// <param name="stored">The tallies that the count was about, tracked.</param>
    /// <param name="counted">What was counted; a tally that is not among them has become empty.</param>
    /// <param name="keyOf">What tells tallies apart.</param>
    /// <param name="day">The day to book the difference on.</param>
    /// <param name="keepsId">True where a tally's id has a meaning of its own (the journey's).</param>
    /// <param name="cancellationToken">Stops it; the transaction must then be rolled back.</param>
    /// <returns>How many tallies changed.</returns>
    public static async Task<int> BookAsync<TTally, TDay, TKey>(
        PortalDbContext context, IReadOnlyList<TTally> stored, IReadOnlyList<TTally> counted, Func<TTally, TKey> keyOf, DateOnly day, bool keepsId, CancellationToken cancellationToken)
        where TTally : Figures, ITally
        where TDay : Figures, ITallyDay, new()
        where TKey : notnull
    {
        var next = keepsId ? 0 : (await context.Set<TTally>().MaxAsync(t => (int?)t.Id, cancellationToken) ?? 0) + 1;
        var known = stored.ToDictionary(keyOf);
        var changes = new List<(TTally Tally, long[] Change)>();
        foreach (var tally in counted)
        {
            var figures = tally.Read();
            if (known.Remove(keyOf(tally), out var before))
            {
                var change = figures.Zip(before.Read(), (now, then) => now - then).ToArray();
                if (Array.TrueForAll(change, figure => figure == 0))
                    continue;
                before.Add(change);
                changes.Add((before, change));
            }
            else
            {
                if (!keepsId)
                    tally.Id = next++;
                context.Add(tally);
                changes.Add((tally, figures));
            }
        }
        foreach (var empty in known.Values)
        {
            var change = empty.Read().Select(figure => -figure).ToArray();
            if (Array.TrueForAll(change, figure => figure == 0))
                continue;
            empty.Add(change);
            changes.Add((empty, change));
        }
        if (changes.Count > 0)
            await BookDayAsync<TTally, TDay>(context, changes, day, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return changes.Count;
    }

    private static async Task BookDayAsync<TTally, TDay>(PortalDbContext context, List<(TTally Tally, long[] Change)> changes, DateOnly day, CancellationToken cancellationToken)
        where TTally : Figures, ITally
        where TDay : Figures, ITallyDay, new()
    {
        var booked = await context.Set<TDay>().Where(d => d.Day == day).ToDictionaryAsync(d => d.TallyId, cancellationToken);
        foreach (var (tally, change) in changes)
        {
            if (!booked.TryGetValue(tally.Id, out var line))
            {
                line = new TDay { TallyId = tally.Id, Day = day };
                context.Add(line);
            }
            line.Add(change);
        }
    }
}
