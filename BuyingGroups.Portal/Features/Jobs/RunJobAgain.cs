using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>Puts a failed or cancelled job back in the queue; it goes on where it stopped.</summary>
/// <param name="Id">The job; one's own, or anybody's for who holds Configuration.Manage.</param>
[Requires(Permissions.SignedIn)]
public sealed record RunJobAgain(long Id) : ICommand<Done>;

/// <summary>Only what failed or was cancelled runs again.</summary>
public sealed record JobNeedsNoRerun() : Refusal("Only a job that failed or was cancelled can run again. Nothing was changed.");

/// <summary>Queues it.</summary>
public sealed class RunJobAgainHandler : ICommandHandler<RunJobAgain, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RunJobAgain command, CommandContext context, CancellationToken cancellationToken)
    {
        var job = await context.Database.Jobs.FirstOrDefaultAsync(j => j.Id == command.Id, cancellationToken);
        if (job is null)
            return new NotFound("job", command.Id);
        if (!JobAccess.MayTouch(job, context.Caller))
            return new AccessDenied(Permissions.ConfigurationManage);
        if (job.Status is not (JobStatus.Failed or JobStatus.Cancelled))
            return new JobNeedsNoRerun();
        (job.Status, job.CancelRequested, job.Attempts, job.Error, job.FinishedAt) = (JobStatus.Queued, false, 0, null, null);
        context.Audit("Job", job.Id, JobTitle.Of(job));
        context.AfterCommit(JobSignal.Ring);
        return Done.Instance;
    }
}
