using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>Asks a job to stop. What it has committed is kept.</summary>
/// <param name="Id">The job; one's own, or anybody's for who holds Configuration.Manage.</param>
[Requires(Permissions.SignedIn)]
public sealed record CancelJob(long Id) : ICommand<Done>;

/// <summary>The job has ended already.</summary>
public sealed record JobHasEnded() : Refusal("This job has ended already. Nothing was changed.");

/// <summary>Stops it.</summary>
public sealed class CancelJobHandler : ICommandHandler<CancelJob, Done>
{
    public async Task<Outcome<Done>> HandleAsync(CancelJob command, CommandContext context, CancellationToken cancellationToken)
    {
        var job = await context.Database.Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == command.Id, cancellationToken);
        if (job is null)
            return new NotFound("job", command.Id);
        if (!JobAccess.MayTouch(job, context.Caller))
            return new AccessDenied(Permissions.ConfigurationManage);
        var stopped = await context.Database.Jobs.Where(j => j.Id == job.Id && (j.Status == JobStatus.Queued || j.Status == JobStatus.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancellationToken);
        if (stopped == 0)
            return new JobHasEnded();
        context.Audit("Job", job.Id, JobTitle.Of(job));
        context.AfterCommit(JobSignal.Ring);
        return Done.Instance;
    }
}

/// <summary>Whose job it is.</summary>
public static class JobAccess
{
    /// <summary>True for the one who asked for the job and for who manages the portal.</summary>
    public static bool MayTouch(BackgroundJob job, Caller caller) =>
        caller.May(Permissions.ConfigurationManage) || (job.UserId is not null && job.UserId == caller.UserId);
}
