using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>Brings existing buying groups up to date now, in the background.</summary>
/// <param name="SolutionInterestId">The one to maintain; null for all that are kept up to date.</param>
/// <returns>The background job to follow.</returns>
[Requires(Permissions.BuyingGroupsManage)]
public sealed record StartMaintenance(int? SolutionInterestId = null) : ICommand<long>;

/// <summary>The groups are to be left as they are.</summary>
/// <param name="SolutionInterest">The solution interest.</param>
public sealed record NotKeptUpToDate(string SolutionInterest)
    : Refusal("Existing groups of “{0}” are left as they are. Nothing was started; switch on “Keep existing buying groups up to date” for it first.", SolutionInterest);

/// <summary>Queues it.</summary>
public sealed class StartMaintenanceHandler : ICommandHandler<StartMaintenance, long>
{
    public async Task<Outcome<long>> HandleAsync(StartMaintenance command, CommandContext context, CancellationToken cancellationToken)
    {
        string? name = null;
        if (command.SolutionInterestId is { } id)
        {
            var solution = await context.Database.SolutionInterests.Where(s => s.Id == id).Select(s => new { s.Name, s.UpdateExistingBuyingGroups }).FirstOrDefaultAsync(cancellationToken);
            if (solution is null)
                return new NotFound("solution interest", id);
            if (!solution.UpdateExistingBuyingGroups)
                return new NotKeptUpToDate(solution.Name);
            name = solution.Name;
        }
        var job = context.Enqueue(MaintainGroupsWork.ToJob(command.SolutionInterestId, name));
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(BackgroundJob), job.Id, JobTitle.Of(job));
        return job.Id;
    }
}
