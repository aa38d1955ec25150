using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.History;

/// <summary>
/// Removes the steps of passages that ended long ago, and what was sent in them. What is counted stays: statistics, the figures of each day and
/// the passages themselves, by which re-entry is decided. Whoever is still inside keeps the whole history, however long ago it began.
/// </summary>
public sealed class TrimJourneyHistoryWork(PortalDatabase database, HistoryKeeping keeping, TimeProvider clock) : IBackgroundWork
{
    public const string WorkKind = "trim-journey-history";

    /// <summary>Entry numbers looked at in one transaction: the writer is held for a fraction of a second even where each took many steps.</summary>
    private const int Window = 4_000;

    private const int BatchesAtOnce = 5_000;

    public string Kind => WorkKind;

    public static BackgroundJob ToJob() => new()
    {
        Kind = WorkKind,
        Title = "Trimming the history of journeys",
        Parameters = "{}",
        ExclusiveKey = WorkKind,
        Link = "/journeys",
    };

    public async Task<object?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        if (keeping.Days is not { } days)
            return new Trimmed(0);
        var before = JourneyEntries.Milliseconds(clock.GetUtcNow().UtcDateTime.AddDays(-days));
        await using var read = database.OpenRead();
        foreach (var journey in await read.Journeys.OrderBy(j => j.Id).Select(j => j.Id).ToListAsync(cancellationToken))
        {
            var trimmed = 0L;
            foreach (var version in await read.JourneyVersions.Where(v => v.JourneyId == journey).OrderBy(v => v.Number).Select(v => v.Id).ToListAsync(cancellationToken))
                trimmed += await TrimVersionAsync(run, read, version, before, cancellationToken);
            if (trimmed > 0)
                await TrimBatchesAsync(run, read, journey, before, cancellationToken);
        }
        return new Trimmed(run.DoneUnits);
    }

    private async Task<long> TrimVersionAsync(JobRun run, PortalDbContext read, int versionId, long before, CancellationToken cancellationToken)
    {
        var document = JourneyDrafts.Stored(await read.JourneyVersions.Where(v => v.Id == versionId).Select(v => v.Document).SingleAsync(cancellationToken));
        var keys = await read.JourneyNodeKeys.Where(k => k.JourneyVersionId == versionId).Select(k => new { k.Id, k.NodeId }).ToListAsync(cancellationToken);
        var start = keys.Single(k => string.Equals(k.NodeId, document.Start?.Value, StringComparison.Ordinal)).Id;
        int[] all = [.. keys.Select(k => k.Id)];
        var trimmed = 0L;
        // Everybody passed the start, so what was trimmed before is not looked at again.
        for (var from = 0L; await NextAsync(read, start, from, before, cancellationToken) is { } first; from = first + Window)
        {
            var (end, visits) = (first + Window, 0);
            await run.WriteAsync(
                async (context, token) =>
                {
                    var over = Over(context, before);
                    visits = await context.JourneyVisits
                        .Where(v => EF.Parameter(all).Contains(v.NodeKey) && v.EntryId >= first && v.EntryId < end && over.Any(e => e.Id == v.EntryId)).ExecuteDeleteAsync(token);
                    await context.OutboxMessages
                        .Where(m => EF.Parameter(all).Contains(m.NodeKey) && m.EntryId >= first && m.EntryId < end && m.Status == OutboxStatus.Sent && over.Any(e => e.Id == m.EntryId)).ExecuteDeleteAsync(token);
                },
                null, run.DoneUnits, null, cancellationToken);
            trimmed += visits;
            await run.ReportAsync(run.DoneUnits + visits, null, cancellationToken);
        }
        return trimmed;
    }

    private static Task<long?> NextAsync(PortalDbContext read, int start, long from, long before, CancellationToken cancellationToken) =>
        read.JourneyVisits.Where(v => v.NodeKey == start && v.EntryId >= from).Join(Over(read, before), v => v.EntryId, e => e.Id, (v, e) => v.EntryId)
            .OrderBy(id => id).Select(id => (long?)id).FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<JourneyEntry> Over(PortalDbContext context, long before) =>
        context.JourneyEntries.Where(e => e.DueAt == null && e.Status != EntryStatus.Parked && e.ArrivedAt < before);

    /// <summary>Transactions that no step is kept of. Old ones gain no steps, so they are found before the writer is asked for.</summary>
    private static async Task TrimBatchesAsync(JobRun run, PortalDbContext read, int journeyId, long before, CancellationToken cancellationToken)
    {
        var keys = JourneyEntries.KeysOf(read, journeyId);
        var unused = await read.JourneyBatches.Where(b => b.JourneyId == journeyId && b.At < before).Select(b => b.Id)
            .Except(read.JourneyVisits.Where(v => keys.Contains(v.NodeKey)).Select(v => v.BatchId)).ToListAsync(cancellationToken);
        foreach (var some in unused.Chunk(BatchesAtOnce))
            await run.WriteAsync((context, token) => context.JourneyBatches.Where(b => EF.Parameter(some).Contains(b.Id)).ExecuteDeleteAsync(token), null, run.DoneUnits, null, cancellationToken);
    }

    /// <summary>What the job gives back.</summary>
    /// <param name="Steps">How many steps were removed.</param>
    public sealed record Trimmed(long Steps);
}
