using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Waits for a job that the demo queued, running it here unless another node already does.</summary>
public sealed class DemoJobs(PortalDatabase database, JobRunner runner)
{
    public async Task FinishAsync(long jobId, CancellationToken cancellationToken)
    {
        while (true)
        {
            await runner.RunAllAsync(cancellationToken);
            await using var read = database.OpenRead();
            var job = await read.Jobs.SingleAsync(j => j.Id == jobId, cancellationToken);
            switch (job.Status)
            {
                case JobStatus.Succeeded:
                    return;
                case JobStatus.Queued or JobStatus.Running:
                    await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);
                    continue;
                default:
                    throw new RefusedException([new DemoStopped(JobTitle.Of(job), job.Error ?? job.Status.ToString())]);
            }
        }
    }
}

/// <summary>A step of the demo did not end well.</summary>
public sealed record DemoStopped(string Step, string Why)
    : Refusal("The demo stopped: {0}: {1}. What was loaded until then is kept; load the demo again and it goes on from there.", Step, Why);
