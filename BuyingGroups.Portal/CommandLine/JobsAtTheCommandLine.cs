using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Portal.Features.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.CommandLine;

/// <summary>Runs a queued job to its end in this process and shows how far it is: how verbs do what pages leave to Quartz.</summary>
public sealed class JobsAtTheCommandLine(PortalDatabase database, JobRunner runner)
{
    /// <summary>Waits for the job, running it here unless a node already does.</summary>
    /// <returns>The job as it ended.</returns>
    public async Task<BackgroundJob> FinishAsync(long jobId, TextWriter output, CancellationToken cancellationToken)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var showing = ShowAsync(jobId, output, quiet.Token);
        BackgroundJob job;
        while (true)
        {
            await runner.RunAllAsync(cancellationToken);
            job = await ReadAsync(jobId, cancellationToken);
            if (job.Status is not (JobStatus.Queued or JobStatus.Running))
                break;
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }
        await quiet.CancelAsync();
        await showing;
        return job;
    }

    private async Task<BackgroundJob> ReadAsync(long jobId, CancellationToken cancellationToken)
    {
        await using var context = database.OpenRead();
        return await context.Jobs.SingleAsync(j => j.Id == jobId, cancellationToken);
    }

    private async Task ShowAsync(long jobId, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
            long shown = -1;
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var job = await ReadAsync(jobId, cancellationToken);
                if (job.DoneUnits == shown)
                    continue;
                shown = job.DoneUnits;
                await output.WriteLineAsync(job.TotalUnits is { } total and > 0
                    ? $"  {job.DoneUnits:N0} of {total:N0} ({100.0 * job.DoneUnits / total:N0} %)"
                    : $"  {job.DoneUnits:N0}");
            }
        }
        catch (OperationCanceledException)
        {
            // Done, or the user pressed Ctrl C.
        }
    }
}
