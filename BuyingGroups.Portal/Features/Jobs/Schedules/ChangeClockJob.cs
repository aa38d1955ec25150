using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>Pauses a job of the clock, or lets it run again. What runs at that moment ends first.</summary>
/// <param name="Key">The job.</param>
/// <param name="IsPaused">True to pause it.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record PauseClockJob(string Key, bool IsPaused) : ICommand<Done>;

/// <summary>Everything an admin starts would wait for it.</summary>
/// <param name="Title">Its title.</param>
public sealed record CannotBePaused(string Title) : Refusal("“{0}” cannot be paused, because nothing that somebody starts would run. Nothing was changed; pause what it starts instead.", Title);

/// <summary>Starts a job of the clock now, also while it is paused.</summary>
/// <param name="Key">The job.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record RunClockJob(string Key) : ICommand<Done>;

public sealed class ChangeClockJobHandler(IEnumerable<ClockJob> jobs, PausedClockJobs paused, ISchedulerFactory schedulers)
    : ICommandHandler<PauseClockJob, Done>, ICommandHandler<RunClockJob, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PauseClockJob command, CommandContext context, CancellationToken cancellationToken)
    {
        if (jobs.FirstOrDefault(job => job.Key == command.Key) is not { } job)
            return new NotFound("clock job", command.Key);
        if (!job.MayPause)
            return new CannotBePaused(job.Title);
        var names = job.Names;
        var kept = await context.Database.Schedules.Where(s => names.Contains(s.Key)).ToListAsync(cancellationToken);
        context.Audit(nameof(ClockJob), job.Key, job.Title, new { IsPaused = kept.Exists(schedule => schedule.IsPaused) }, new { command.IsPaused });
        foreach (var name in names)
        {
            if (kept.Find(schedule => schedule.Key == name) is not { } schedule)
                context.Database.Schedules.Add(schedule = new Schedule { Key = name });
            schedule.IsPaused = command.IsPaused;
        }
        context.AfterCommit(paused.Forget);
        return Done.Instance;
    }

    public async Task<Outcome<Done>> HandleAsync(RunClockJob command, CommandContext context, CancellationToken cancellationToken)
    {
        if (jobs.FirstOrDefault(job => job.Key == command.Key) is not { } job)
            return new NotFound("clock job", command.Key);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var key in job.Jobs)
            await scheduler.TriggerJob(key, cancellationToken: cancellationToken);
        context.Audit(nameof(ClockJob), job.Key, job.Title);
        return Done.Instance;
    }
}
