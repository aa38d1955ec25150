using Quartz;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>Quartz's part: looks for waiting and abandoned jobs every few seconds, and at once when this node queued one.</summary>
public sealed class RunBackgroundJobs(JobRunner runner) : IJob
{
    public static readonly JobKey Key = new("run-background-jobs");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await runner.RunAllAsync(cancellationToken);
}

/// <summary>Wakes Quartz when this process queues a job, so that nobody waits for the next tick.</summary>
public sealed class WakeOnQueue(ISchedulerFactory schedulers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        JobSignal.Queued += Wake;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        JobSignal.Queued -= Wake;
        return Task.CompletedTask;
    }

    private async void Wake()
    {
        try
        {
            var scheduler = await schedulers.GetScheduler();
            await scheduler.TriggerJob(RunBackgroundJobs.Key);
        }
        catch (SchedulerException)
        {
            // The scheduler is starting or stopping; its next tick finds the job.
        }
    }
}
