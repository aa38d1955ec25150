using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Data.Views;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>
/// Takes queued and abandoned jobs one by one and runs them. A job is taken by raising its token; a node that lost its job writes
/// nothing more. A job whose node died is taken over when its heartbeat is older than <see cref="Patience"/>.
/// </summary>
public sealed partial class JobRunner(PortalDatabase database, IEnumerable<IBackgroundWork> works, TimeProvider clock, ILogger<JobRunner> logger)
{
    /// <summary>How long a heartbeat may be missing before another node takes the job.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const int MaxAttempts = 5;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(4);
    private static readonly string Node = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Jobs that one node runs side by side: a long import must not keep a short job waiting.</summary>
    private const int Slots = 3;
    private readonly SemaphoreSlim _slots = new(Slots);

    /// <summary>Runs jobs one after the other until none waits; gives up at once when all slots of this node are busy.</summary>
    public async Task RunAllAsync(CancellationToken cancellationToken)
    {
        if (!await _slots.WaitAsync(0, cancellationToken))
            return;
        try
        {
            while (await TakeAsync(cancellationToken) is { } job)
                await RunAsync(job, cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Takes the oldest job that waits or was abandoned; null when there is none.</summary>
    public async Task<BackgroundJob?> TakeAsync(CancellationToken cancellationToken)
    {
        await using (var read = database.OpenRead())
        {
            if (!await Takeable(read).AnyAsync(cancellationToken))
                return null;
        }
        return await database.WriteAsync(
            async (context, token) =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                foreach (var candidate in await Takeable(context).OrderBy(j => j.Id).Take(20).ToListAsync(token))
                {
                    var taken = await context.Jobs.Where(j => j.Id == candidate.Id && j.Token == candidate.Token).ExecuteUpdateAsync(
                        set => set.SetProperty(j => j.Token, j => j.Token + 1)
                            .SetProperty(j => j.Status, JobStatus.Running)
                            .SetProperty(j => j.Owner, Node)
                            .SetProperty(j => j.Attempts, j => j.Attempts + 1)
                            .SetProperty(j => j.StartedAt, j => j.StartedAt ?? now)
                            .SetProperty(j => j.HeartbeatAt, now),
                        token);
                    if (taken == 1)
                        return (await context.Jobs.AsNoTracking().SingleAsync(j => j.Id == candidate.Id, token), true);
                }
                return ((BackgroundJob?)null, false);
            },
            cancellationToken);
    }

    /// <summary>Runs a job this node has taken.</summary>
    public async Task RunAsync(BackgroundJob job, CancellationToken cancellationToken)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = new JobRun(database, job, await CallerAsync(job, cancellationToken), clock, cancel);
        var work = works.FirstOrDefault(w => w.Kind == job.Kind);
        using var beating = CancellationTokenSource.CreateLinkedTokenSource(cancel.Token);
        var heart = BeatAsync(job, cancel, beating.Token);
        try
        {
            if (work is null)
                throw new InvalidOperationException($"Nothing in this portal runs jobs of kind {job.Kind}.");
            if (job.CancelRequested)
                throw new OperationCanceledException();
            var result = await work.RunAsync(run, cancel.Token);
            await EndAsync(job, run, JobStatus.Succeeded, result is null ? null : JsonSerializer.Serialize(result, result.GetType(), JobRun.Json), null);
        }
        catch (JobTakenOverException)
        {
            LogTakenOver(logger, job.Id);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The portal stops: the job goes back to the queue as it is, and the next start goes on from its cursor.
            await ReleaseAsync(job);
        }
        catch (OperationCanceledException)
        {
            await EndedEarlyAsync(work, run, cancelled: true);
            await EndAsync(job, run, JobStatus.Cancelled, null, null);
        }
        catch (Exception exception) when (exception is not RefusedException && job.Attempts < MaxAttempts && database.Provider.IsTransient(exception))
        {
            LogFailed(logger, job.Id, job.Kind, exception);
            await ReleaseAsync(job);
        }
#pragma warning disable CA1031 // Whatever goes wrong in a job is shown to the one who asked for it, and the next job runs.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(logger, job.Id, job.Kind, exception);
            await EndedEarlyAsync(work, run, cancelled: false);
            await EndAsync(job, run, JobStatus.Failed, null, exception is RefusedException refused ? string.Join(' ', refused.Refusals) : exception.Message);
        }
        finally
        {
            await beating.CancelAsync();
            await heart;
            JobSignal.Progressed(job.Id);
        }
    }

    private IQueryable<BackgroundJob> Takeable(PortalDbContext context)
    {
        var stale = clock.GetUtcNow().UtcDateTime - Patience;
        return context.Jobs.AsNoTracking().Where(j =>
            (j.Status == JobStatus.Queued || (j.Status == JobStatus.Running && j.HeartbeatAt < stale))
            && (j.ExclusiveKey == null || !context.Jobs.Any(o => o.ExclusiveKey == j.ExclusiveKey && o.Id < j.Id && (o.Status == JobStatus.Queued || o.Status == JobStatus.Running))));
    }

    private async Task<Caller> CallerAsync(BackgroundJob job, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var actor = await read.Actors.SingleAsync(a => a.Id == job.ActorId, cancellationToken);
        // The job acts with the rights of the portal (what the asker may do was checked when asking), under the asker's name.
        return Callers.Job(job.Kind, job.Kind) with { Actor = new Actor(actor.Kind, actor.Reference, actor.Name), UserId = job.UserId };
    }

    private async Task BeatAsync(BackgroundJob job, CancellationTokenSource cancel, CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Beat);
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                try
                {
                    var now = clock.GetUtcNow().UtcDateTime;
                    var wanted = true;
                    await database.WriteAsync(
                        async (context, token) =>
                        {
                            await context.Jobs.Where(j => j.Id == job.Id && j.Token == job.Token).ExecuteUpdateAsync(set => set.SetProperty(j => j.HeartbeatAt, now), token);
                            wanted = await context.Jobs.AnyAsync(j => j.Id == job.Id && j.Token == job.Token && !j.CancelRequested, token);
                        },
                        cancellationToken);
                    if (!wanted)
                        await cancel.CancelAsync();
                }
                catch (Exception exception) when (database.Provider.IsTransient(exception))
                {
                    LogBeatMissed(logger, job.Id, exception);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The job ended.
        }
    }

    private async Task EndAsync(BackgroundJob job, JobRun run, JobStatus status, string? result, string? error)
    {
        await database.WriteAsync(
            async (context, token) =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var mine = await context.Jobs.Where(j => j.Id == job.Id && j.Token == job.Token && j.Status == JobStatus.Running).ExecuteUpdateAsync(
                    set => set.SetProperty(j => j.Status, status).SetProperty(j => j.Result, result).SetProperty(j => j.Error, error)
                        .SetProperty(j => j.FinishedAt, now).SetProperty(j => j.DoneUnits, run.DoneUnits).SetProperty(j => j.TotalUnits, run.TotalUnits),
                    token);
                if (mine != 1 || job.UserId is not { } user)
                    return;
                var (text, tone) = status switch
                {
                    JobStatus.Succeeded => ("{0}: done.", "ok"),
                    JobStatus.Cancelled => ("{0}: cancelled. What was done until then is kept.", "warn"),
                    _ => ("{0}: failed. Open the job to see why and to run it again.", "bad"),
                };
                context.Notifications.Add(new Notification
                {
                    UserId = user,
                    Text = text,
                    Arguments = JsonSerializer.Serialize(new[] { JobTitle.Of(job) }),
                    Link = job.Link,
                    Tone = tone,
                    At = now,
                });
                await context.SaveChangesAsync(token);
            },
            CancellationToken.None);
    }

    private Task ReleaseAsync(BackgroundJob job) => database.WriteAsync(
        (context, token) => context.Jobs.Where(j => j.Id == job.Id && j.Token == job.Token && j.Status == JobStatus.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JobStatus.Queued).SetProperty(j => j.Owner, (string?)null), token),
        CancellationToken.None);

    private async Task EndedEarlyAsync(IBackgroundWork? work, JobRun run, bool cancelled)
    {
        if (work is null)
            return;
        try
        {
            await work.EndedEarlyAsync(run, cancelled, CancellationToken.None);
        }
#pragma warning disable CA1031 // The first failure is the one to tell.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(logger, run.JobId, work.Kind, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} is run by another node now.")]
    private static partial void LogTakenOver(ILogger logger, long job);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} ({Kind}) failed.")]
    private static partial void LogFailed(ILogger logger, long job, string kind, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The heartbeat of job {Job} was missed.")]
    private static partial void LogBeatMissed(ILogger logger, long job, Exception exception);
}
