using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Ends entries from outside of the engine, so that statistics stay what they count.</summary>
internal static class TakenOut
{
    /// <summary>
    /// Keeps the engine from moving anybody of a partition until the commit: it takes the lease first in each transaction. Read where the account is after this.
    /// </summary>
    public static Task HoldAsync(PortalDbContext database, int journeyId, int partition, CancellationToken cancellationToken) =>
        database.JourneyLeases.Where(l => l.JourneyId == journeyId && l.Partition == partition).ExecuteUpdateAsync(set => set.SetProperty(l => l.Token, l => l.Token), cancellationToken);

    /// <summary>Ends an entry where it is.</summary>
    public static async Task EndAsync(PortalDbContext database, JourneyEntry entry, DateTime now, CancellationToken cancellationToken)
    {
        (entry.Status, entry.DueAt, entry.ArrivedAt, entry.Error) = (EntryStatus.Removed, null, JourneyEntries.Milliseconds(now), null);
        await CountDayAsync(database, entry, cancellationToken);
        var counted = await database.JourneyNodeStatistics.Where(s => s.NodeKey == entry.NodeKey && s.Partition == entry.Partition && s.Path == JourneyNodeStatistic.Stopped)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Passed, s => s.Passed + 1), cancellationToken);
        if (counted == 0)
            database.JourneyNodeStatistics.Add(new JourneyNodeStatistic { NodeKey = entry.NodeKey, Partition = entry.Partition, Path = JourneyNodeStatistic.Stopped, Passed = 1 });
        await database.SaveChangesAsync(cancellationToken);
    }

    private static async Task CountDayAsync(PortalDbContext database, JourneyEntry entry, CancellationToken cancellationToken)
    {
        var lasted = Math.Max(0, entry.ArrivedAt - entry.EnteredAt);
        var (day, outcome, took) = (JourneyDay.DayOf(entry.ArrivedAt), (short)entry.Status, JourneyDuration.BandOf(lasted));
        var counted = await database.JourneyDays
            .Where(d => d.JourneyId == entry.JourneyId && d.Day == day && d.Partition == entry.Partition && d.Outcome == outcome && d.Took == took)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Entries, d => d.Entries + 1).SetProperty(d => d.Milliseconds, d => d.Milliseconds + lasted), cancellationToken);
        if (counted == 0)
            database.JourneyDays.Add(new JourneyDay { JourneyId = entry.JourneyId, Day = day, Partition = entry.Partition, Outcome = outcome, Took = took, Entries = 1, Milliseconds = lasted });
    }

    /// <summary>Takes an account out of every journey, and out of those it is invited to.</summary>
    public static async Task OfAllAsync(PortalDbContext database, long accountId, DateTime now, CancellationToken cancellationToken)
    {
        await database.JourneyInvitations.Where(i => i.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        var inside = database.JourneyEntries.Where(e => e.AccountId == accountId && (e.Status == EntryStatus.Active || e.Status == EntryStatus.Parked));
        foreach (var held in await inside.OrderBy(e => e.JourneyId).Select(e => new { e.JourneyId, e.Partition }).Distinct().ToListAsync(cancellationToken))
            await HoldAsync(database, held.JourneyId, held.Partition, cancellationToken);
        foreach (var entry in await inside.ToListAsync(cancellationToken))
            await EndAsync(database, entry, now, cancellationToken);
    }
}
