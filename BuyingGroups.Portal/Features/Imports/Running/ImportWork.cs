using System.Threading.Channels;
using BuyingGroups.Data;
using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>What the job is queued with.</summary>
public sealed record ImportParameters(int FileId);

/// <summary>What the job gives back.</summary>
public sealed record ImportResult(long Rows, long Created, long Updated, long Unchanged, long Rejected);

/// <summary>
/// The import itself. One thread reads and checks, the other writes; between them at most two batches wait, so memory does not grow with
/// the file. Each batch, its rejections, the counts and the place in the file are one transaction: killed and started again it ends as
/// if nothing had happened.
/// </summary>
public sealed class ImportWork(PortalDatabase database, ImportStorage storage, TimeProvider clock) : IBackgroundWork
{
    public const string JobKind = "import";

    /// <summary>Batches between the two threads.</summary>
    private const int Waiting = 2;

    public string Kind => JobKind;

    public async Task<object?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        ImportFile file;
        List<CustomField> customFields;
        await using (var read = database.OpenRead())
        {
            var id = run.Parameters<ImportParameters>().FileId;
            file = await read.ImportFiles.SingleAsync(f => f.Id == id, cancellationToken);
            customFields = await read.CustomFields.ToListAsync(cancellationToken);
        }
        if (file.Status == ImportStatus.Finished)
        {
            // Killed after the last commit and before the job could say so.
            storage.Remove(file.StoredAs);
            return ResultOf(file);
        }
        if (file.Kind == ImportKind.Accounts)
            await RunAsync(run, ImportPlan.ForAccounts(file, customFields), cancellationToken);
        else
            await RunAsync(run, ImportPlan.ForPeople(file, customFields), cancellationToken);
        return await FinishAsync(run, file, cancellationToken);
    }

    public Task EndedEarlyAsync(JobRun run, bool cancelled, CancellationToken cancellationToken)
    {
        var id = run.Parameters<ImportParameters>().FileId;
        var now = clock.GetUtcNow().UtcDateTime;
        return run.WriteAsync(
            (context, token) => context.ImportFiles.Where(f => f.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(f => f.Status, cancelled ? ImportStatus.Cancelled : ImportStatus.Failed).SetProperty(f => f.FinishedAt, now), token),
            run.Cursor, run.DoneUnits, run.TotalUnits, cancellationToken);
    }

    private async Task RunAsync<TRecord>(JobRun run, ImportPlan<TRecord> plan, CancellationToken cancellationToken)
        where TRecord : class
    {
        await using var stream = storage.Open(plan.File.StoredAs) ?? throw new RefusedException([new FileGone()]);
        using var reader = plan.Read(stream);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<RowBatch<TRecord>>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(reader, ImportCursor.Parse(run.Cursor), batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            var writer = new BatchWriter<TRecord>(plan.File.Id, run.ActorId, plan.Rows, plan.Table, database.Provider.BulkInsert);
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                using (batch)
                {
                    var now = clock.GetUtcNow().UtcDateTime;
                    await run.WriteAsync(
                        (context, token) => writer.WriteAsync(context, batch, now, token),
                        batch.End.ToString(), run.DoneUnits + batch.RowsRead, plan.Settings.Rows, cancellationToken);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>Reads on its own thread. Batches before <paramref name="from"/> landed before a crash; they are read again only for their keys.</summary>
    private static async Task ReadAsync<TRecord>(BatchReader<TRecord> reader, ImportCursor from, ChannelWriter<RowBatch<TRecord>> batches, CancellationToken cancellationToken)
        where TRecord : class
    {
        Exception? failure = null;
        try
        {
            while (reader.Read(cancellationToken) is { } batch)
            {
                if (batch.End.Position <= from.Position)
                    batch.Dispose();
                else
                    await batches.WriteAsync(batch, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The writing side stopped, and says why.
        }
#pragma warning disable CA1031 // The writing side throws it on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }
        batches.Complete(failure);
    }

    private async Task<ImportResult> FinishAsync(JobRun run, ImportFile file, CancellationToken cancellationToken)
    {
        var circles = file.Kind == ImportKind.Accounts ? await ResolveParentsAsync(run, cancellationToken) : [];
        var rejections = circles.Count == 0 ? [] : FindCircles(file, circles);
        var now = clock.GetUtcNow().UtcDateTime;
        ImportFile done = file;
        await run.WriteAsync(
            async (context, token) =>
            {
                if (rejections.Count > 0)
                    await database.Provider.BulkInsert.InsertAsync(context, rejections, token);
                await context.ImportFiles.Where(f => f.Id == file.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(f => f.Status, ImportStatus.Finished).SetProperty(f => f.FinishedAt, now), token);
                await database.Provider.RefreshStatisticsAsync(context, token);
                done = await context.ImportFiles.AsNoTracking().SingleAsync(f => f.Id == file.Id, token);
            },
            run.Cursor, run.DoneUnits, run.TotalUnits, cancellationToken);
        storage.Remove(file.StoredAs);
        return ResultOf(done);
    }

    private static ImportResult ResultOf(ImportFile file) => new(file.RowsRead, file.Created, file.Updated, file.Unchanged, file.Rejected);

    private static async Task<HashSet<string>> ResolveParentsAsync(JobRun run, CancellationToken cancellationToken)
    {
        var circles = new HashSet<string>(StringComparer.Ordinal);
        for (long? after = 0; after is not null;)
        {
            var from = after.Value;
            (long? Last, IReadOnlyList<string> Circles) found = (null, []);
            await run.WriteAsync(
                async (context, token) => found = await ParentAccounts.ResolveAsync(context, from, token), run.Cursor, run.DoneUnits, run.TotalUnits, cancellationToken);
            circles.UnionWith(found.Circles);
            after = found.Last;
        }
        return circles;
    }

    /// <summary>Rare, so the file is read once more for the lines of accounts that landed without their parent.</summary>
    private List<ImportRejection> FindCircles(ImportFile file, HashSet<string> circles)
    {
        var rejections = new List<ImportRejection>();
        var plan = ImportPlan.ForAccounts(file, []);
        using var stream = storage.Open(file.StoredAs) ?? throw new RefusedException([new FileGone()]);
        using var reader = plan.Read(stream);
        while (reader.Read(CancellationToken.None) is { } batch)
        {
            using (batch)
            {
                foreach (var row in batch.Rows.Where(r => circles.Contains(r.Record.SourceKey)))
                    rejections.Add(batch.Reject(file.Id, row, new ParentCircle(row.Record.ParentSourceKey ?? "")));
            }
        }
        return rejections;
    }
}
