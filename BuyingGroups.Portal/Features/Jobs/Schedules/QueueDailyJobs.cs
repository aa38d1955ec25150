using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>
/// Looks every minute whether a daily job is due and queues it. What was due while the portal was away is made up for once; the same moment is
/// never queued twice, because the moment is kept in the transaction that queues.
/// </summary>
public sealed class QueueDailyJobs(PortalDatabase database, IEnumerable<DailyJob> jobs, PortalTimeZone zone, AuditTrail trail, TimeProvider clock) : IJob
{
    public static readonly JobKey Key = new("queue-daily-jobs");

    private static readonly Actor Schedule = Actor.Job("schedule", "Daily schedule");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await QueueAsync(cancellationToken);

    /// <summary>Queues what is due.</summary>
    /// <returns>How many jobs were queued.</returns>
    public async Task<int> QueueAsync(CancellationToken cancellationToken)
    {
        var queued = 0;
        foreach (var job in jobs)
        {
            await using (var read = database.OpenRead())
            {
                if (await DailySchedules.ReadAsync(read, job, cancellationToken) is { } kept && !IsDue(kept))
                    continue;
            }
            queued += await database.WriteAsync((context, token) => QueueAsync(context, job, token), cancellationToken) ? 1 : 0;
        }
        if (queued > 0)
            JobSignal.Ring();
        return queued;
    }

    private async Task<(bool Queued, bool Commit)> QueueAsync(PortalDbContext context, DailyJob job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var kept = await DailySchedules.ReadAsync(context, job, cancellationToken);
        // A new portal owes nothing for the days before it.
        var owes = kept is not null && IsDue(kept);
        if (kept is not null && !owes)
            return (false, false);
        kept ??= new DailySchedules.Kept(job.Usual, IsOn: true, DateTime.MinValue);
        await DailySchedules.KeepAsync(context, job, kept with { Through = kept.Schedule.LastDue(now, zone.Name) }, cancellationToken);
        if (owes && !await context.Jobs.AnyAsync(j => j.Kind == job.Kind && j.Status == JobStatus.Queued, cancellationToken))
        {
            var made = job.Make();
            (made.ActorId, made.CreatedAt) = (await trail.ActorIdAsync(context, Schedule, cancellationToken), now);
            context.Jobs.Add(made);
        }
        await context.SaveChangesAsync(cancellationToken);
        return (owes, true);
    }

    private bool IsDue(DailySchedules.Kept kept) => kept.IsOn && kept.Schedule.LastDue(clock.GetUtcNow().UtcDateTime, zone.Name) > kept.Through;
}
