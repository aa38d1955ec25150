using BuyingGroups.Domain;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>
/// Counts each activity once, by type and by the day it occurred, along the ids: what is counted is never read again, however many there are. An activity
/// that goes with its person stays counted, for it happened.
/// </summary>
public sealed class ActivityFold(PortalDatabase database, PortalTimeZone zone)
{
    private const int AtOnce = 200_000;

    /// <summary>Older days are of no use to any dashboard.</summary>
    private const int KeptDays = 200;

    /// <summary>A slow transaction may commit a lower id later; after this nobody does.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);

    /// <summary>Counts what was recorded since the last time.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Stops between two ranges of ids.</param>
    public async Task RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var from = await read.RollUpStates.Where(s => s.Id == RollUpState.OnlyId).Select(s => (long?)s.ActivityId).FirstOrDefaultAsync(cancellationToken) ?? 0;
        var settled = now - Settling;
        var last = await read.Activities.Where(a => a.Id > from && a.RecordedAt <= settled).MaxAsync(a => (long?)a.Id, cancellationToken) ?? from;
        while (from < last)
        {
            var through = Math.Min(from + AtOnce, last);
            var counts = await CountAsync(read, from, through, zone.DayOf(now).AddDays(-KeptDays), cancellationToken);
            var (after, seen) = (from, through);
            if (!await database.WriteAsync(async (context, token) => (await BookAsync(context, counts, after, seen, token), true), cancellationToken))
                return;
            from = through;
        }
    }

    private async Task<Dictionary<(int Type, DateOnly Day), long>> CountAsync(PortalDbContext read, long after, long through, DateOnly first, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<(int, DateOnly), long>();
        var activities = read.Activities.Where(a => a.Id > after && a.Id <= through).Select(a => new { a.ActivityTypeId, a.OccurredAt }).AsAsyncEnumerable();
        await foreach (var activity in activities.WithCancellation(cancellationToken))
        {
            var day = zone.DayOf(activity.OccurredAt);
            if (day >= first)
                counts[(activity.ActivityTypeId, day)] = counts.GetValueOrDefault((activity.ActivityTypeId, day)) + 1;
        }
        return counts;
    }

    /// <returns>False when another node has counted these meanwhile.</returns>
    private static async Task<bool> BookAsync(PortalDbContext context, Dictionary<(int Type, DateOnly Day), long> counts, long after, long through, CancellationToken cancellationToken)
    {
        var state = await RollUpState.HoldAsync(context, cancellationToken);
        if (state.ActivityId != after)
            return false;
        state.ActivityId = through;
        var days = counts.Keys.Select(key => key.Day).Distinct().ToList();
        var lines = await context.ActivityTallyDays.Where(d => days.Contains(d.Day)).ToDictionaryAsync(d => (d.TallyId, d.Day), cancellationToken);
        var tallies = await context.ActivityTallies.ToDictionaryAsync(t => t.Id, cancellationToken);
        foreach (var ((type, day), count) in counts)
        {
            if (!tallies.TryGetValue(type, out var tally))
                context.Add(tallies[type] = tally = new ActivityTally { Id = type });
            if (!lines.TryGetValue((type, day), out var line))
                context.Add(lines[(type, day)] = line = new ActivityTallyDay { TallyId = type, Day = day });
            tally.Activities += count;
            line.Activities += count;
        }
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }
}
