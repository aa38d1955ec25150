using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>Another node runs this job now; whatever was not committed is dropped.</summary>
public sealed class JobTakenOverException() : Exception("Another node of the portal has taken this job over.");

/// <summary>One node's hold on a job while it runs.</summary>
public sealed class JobRun(PortalDatabase database, BackgroundJob job, Caller caller, TimeProvider clock, CancellationTokenSource cancel)
{
    /// <summary>camelCase JSON, for parameters and results.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public long JobId => job.Id;

    /// <summary>Who asked for the job; changes are recorded under this name.</summary>
    public Caller Caller => caller;

    /// <summary>The asker's row in the actors table.</summary>
    public int ActorId => job.ActorId;

    /// <summary>Where to go on; null at the first start.</summary>
    public string? Cursor { get; private set; } = job.Cursor;

    public long DoneUnits { get; private set; } = job.DoneUnits;

    public long? TotalUnits { get; private set; } = job.TotalUnits;

    /// <summary>The parameters the job was queued with.</summary>
    public T Parameters<T>() => JsonSerializer.Deserialize<T>(job.Parameters, Json) ?? throw new InvalidOperationException($"Job {job.Id} has no parameters.");

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction together with cursor and progress. Throws <see cref="JobTakenOverException"/> and
    /// writes nothing when this node does not hold the job any more.
    /// </summary>
    /// <param name="work">The writes. Runs again on a transient failure.</param>
    /// <param name="cursor">Where to go on after this.</param>
    /// <param name="done">Units done after this.</param>
    /// <param name="total">Units in all, when known.</param>
    public async Task WriteAsync(
        Func<PortalDbContext, CancellationToken, Task> work, string? cursor, long done, long? total, CancellationToken cancellationToken)
    {
        var cancelRequested = false;
        await database.WriteAsync(
            async (context, token) =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var held = await context.Jobs.Where(j => j.Id == job.Id && j.Token == job.Token && j.Status == JobStatus.Running).ExecuteUpdateAsync(
                    set => set.SetProperty(j => j.HeartbeatAt, now).SetProperty(j => j.Cursor, cursor).SetProperty(j => j.DoneUnits, done).SetProperty(j => j.TotalUnits, total),
                    token);
                if (held != 1)
                    throw new JobTakenOverException();
                await work(context, token);
                await context.SaveChangesAsync(token);
                cancelRequested = await context.Jobs.Where(j => j.Id == job.Id).Select(j => j.CancelRequested).SingleAsync(token);
            },
            cancellationToken);
        (Cursor, DoneUnits, TotalUnits) = (cursor, done, total);
        JobSignal.Progressed(job.Id);
        if (cancelRequested)
            await cancel.CancelAsync();
    }

    /// <summary>Tells how far the work is without writing anything else.</summary>
    public Task ReportAsync(long done, long? total, CancellationToken cancellationToken) =>
        WriteAsync(static (_, _) => Task.CompletedTask, Cursor, done, total, cancellationToken);
}
