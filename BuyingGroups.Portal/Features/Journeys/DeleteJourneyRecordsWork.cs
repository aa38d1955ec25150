using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Portal.Features.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Removes visits, entries, batches, statistics and messages of a deleted journey, a bounded number in each transaction.</summary>
public sealed class DeleteJourneyRecordsWork(PortalDatabase database) : IBackgroundWork
{
    public const string WorkKind = "delete-journey-records";
    private const int AtOnce = 5_000;
    private const int EntryRange = 50_000;

    public string Kind => WorkKind;

    /// <summary>Each step deletes until nothing is left, so going on after a crash is starting again at the step.</summary>
    public async Task<object?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var order = run.Parameters<Order>();
        var first = int.Parse(run.Cursor ?? "0", CultureInfo.InvariantCulture);
        for (var place = first; place < order.Keys.Count; place++)
            await DeleteNodeAsync(run, order.Keys[place], place, cancellationToken);
        await DeleteEntriesAsync(run, order, cancellationToken);
        await DeleteBatchesAsync(run, order, cancellationToken);
        await DeleteFiguresAsync(run, order, cancellationToken);
        return null;
    }

    private async Task DeleteNodeAsync(JobRun run, int key, int place, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        // The visits of a node are one range of its clustered key.
        await DeleteAllAsync(
            run, read.JourneyVisits.Where(v => v.NodeKey == key).Select(v => v.EntryId),
            (context, last, token) => context.JourneyVisits.Where(v => v.NodeKey == key && v.EntryId <= last).ExecuteDeleteAsync(token), cancellationToken);
        await DeleteAllAsync(
            run, read.OutboxMessages.Where(m => m.NodeKey == key).Select(m => m.Id),
            (context, last, token) => context.OutboxMessages.Where(m => m.NodeKey == key && m.Id <= last).ExecuteDeleteAsync(token), cancellationToken);
        await run.WriteAsync(
            async (context, token) =>
            {
                await context.JourneyNodeStatistics.Where(s => s.NodeKey == key).ExecuteDeleteAsync(token);
                await context.JourneyVariantCounts.Where(c => c.NodeKey == key).ExecuteDeleteAsync(token);
                await context.JourneyListenings.Where(l => l.NodeKey == key).ExecuteDeleteAsync(token);
            },
            (place + 1).ToString(CultureInfo.InvariantCulture), run.DoneUnits, null, cancellationToken);
    }

    /// <summary>Entries have no index by journey, as nothing but this would use it: the table is walked by its key.</summary>
    private async Task DeleteEntriesAsync(JobRun run, Order order, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var entries = read.JourneyEntries.Where(e => e.JourneyId == order.JourneyId).Select(e => e.Id);
        var end = await entries.MaxAsync(id => (long?)id, cancellationToken) ?? 0;
        for (var from = await entries.MinAsync(id => (long?)id, cancellationToken) ?? 1; from <= end; from += EntryRange)
        {
            var (first, next) = (from, from + EntryRange);
            await DeleteAllAsync(
                run, entries.Where(id => id >= first && id < next),
                (context, last, token) => context.JourneyEntries.Where(e => e.JourneyId == order.JourneyId && e.Id >= first && e.Id <= last).ExecuteDeleteAsync(token), cancellationToken);
        }
    }

    private async Task DeleteBatchesAsync(JobRun run, Order order, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        await DeleteAllAsync(
            run, read.JourneyBatches.Where(b => b.JourneyId == order.JourneyId).Select(b => b.Id),
            (context, last, token) => context.JourneyBatches.Where(b => b.JourneyId == order.JourneyId && b.Id <= last).ExecuteDeleteAsync(token), cancellationToken);
    }

    private async Task DeleteFiguresAsync(JobRun run, Order order, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        await DeleteAllAsync(
            run, read.JourneyEngagements.Where(e => e.JourneyId == order.JourneyId && e.PersonId != 0).Select(e => e.PersonId),
            (context, last, token) => context.JourneyEngagements.Where(e => e.JourneyId == order.JourneyId && e.PersonId != 0 && e.PersonId <= last).ExecuteDeleteAsync(token), cancellationToken);
        await DeleteAllAsync(
            run, read.JourneyEngagements.Where(e => e.JourneyId == order.JourneyId).Select(e => e.AccountId),
            (context, last, token) => context.JourneyEngagements.Where(e => e.JourneyId == order.JourneyId && e.AccountId <= last).ExecuteDeleteAsync(token), cancellationToken);
        // A handful of rows for each day it ran.
        await run.WriteAsync(
            async (context, token) =>
            {
                await context.JourneyDays.Where(d => d.JourneyId == order.JourneyId).ExecuteDeleteAsync(token);
                await context.JourneyEngagementMarks.Where(m => m.JourneyId == order.JourneyId).ExecuteDeleteAsync(token);
            },
            run.Cursor, run.DoneUnits, null, cancellationToken);
    }

    /// <summary>Deletes the first of <paramref name="ids"/>, up to the last of a bounded number, until there are none.</summary>
    private static async Task DeleteAllAsync(
        JobRun run, IQueryable<long> ids, Func<PortalDbContext, long, CancellationToken, Task<int>> delete, CancellationToken cancellationToken)
    {
        while (true)
        {
            var some = await ids.OrderBy(id => id).Take(AtOnce).ToListAsync(cancellationToken);
            if (some.Count == 0)
                return;
            var last = some[^1];
            await run.WriteAsync((context, token) => delete(context, last, token), run.Cursor, run.DoneUnits + some.Count, null, cancellationToken);
        }
    }

    /// <summary>What is to go.</summary>
    /// <param name="JourneyId">The journey, which is deleted already.</param>
    /// <param name="Keys">The node keys of all its versions.</param>
    public sealed record Order(int JourneyId, IReadOnlyList<int> Keys);
}
