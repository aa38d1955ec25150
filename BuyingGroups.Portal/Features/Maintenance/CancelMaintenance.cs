using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>Stops a run of maintenance after the accounts it is at. What it changed until then stays.</summary>
/// <param name="RunId">The run.</param>
[Requires(Permissions.BuyingGroupsManage)]
public sealed record CancelMaintenance(long RunId) : ICommand<Done>;

/// <summary>Asks the run to stop.</summary>
public sealed class CancelMaintenanceHandler : ICommandHandler<CancelMaintenance, Done>
{
    public async Task<Outcome<Done>> HandleAsync(CancelMaintenance command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var asked = await database.Jobs
            .Where(j => database.MaintenanceRuns.Any(r => r.Id == command.RunId && r.JobId == j.Id) && (j.Status == JobStatus.Queued || j.Status == JobStatus.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancellationToken);
        context.Audit("MaintenanceRun", command.RunId, null, null, new { Cancelled = true });
        return asked == 1 ? Done.Instance : new JobHasEnded();
    }
}
