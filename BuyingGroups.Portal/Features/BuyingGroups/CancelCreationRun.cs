using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Stops a run of a creation job after the accounts it is at. The groups made until then stay.</summary>
/// <param name="JobId">The background job.</param>
[Requires(Permissions.BuyingGroupsManage)]
public sealed record CancelCreationRun(long JobId) : ICommand<Done>;

/// <summary>Asks the run to stop.</summary>
public sealed class CancelCreationRunHandler : ICommandHandler<CancelCreationRun, Done>
{
    public async Task<Outcome<Done>> HandleAsync(CancelCreationRun command, CommandContext context, CancellationToken cancellationToken)
    {
        var asked = await context.Database.Jobs
            .Where(j => j.Id == command.JobId && j.Kind == CreateBuyingGroupsWork.WorkKind && (j.Status == JobStatus.Queued || j.Status == JobStatus.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancellationToken);
        context.Audit("Job", command.JobId, CreateBuyingGroupsWork.WorkKind, null, new { Cancelled = true });
        return asked == 1 ? Done.Instance : new JobHasEnded();
    }
}
