using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Deletes a creation job: no more groups are made from its audience. The groups it made stay; a run under way is cancelled.</summary>
/// <param name="Id">The creation job.</param>
[Requires(Permissions.BuyingGroupsManage)]
public sealed record DeleteCreationJob(int Id) : ICommand<Done>;

/// <summary>Deletes it.</summary>
public sealed class DeleteCreationJobHandler : ICommandHandler<DeleteCreationJob, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteCreationJob command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var job = await database.CreationJobs.FirstOrDefaultAsync(j => j.Id == command.Id, cancellationToken);
        if (job is null)
            return new NotFound("creation job", command.Id);
        var name = await database.SolutionInterests.Where(s => s.Id == job.SolutionInterestId).Select(s => s.Name).SingleAsync(cancellationToken);
        var parameters = System.Text.Json.JsonSerializer.Serialize(new CreateBuyingGroupsWork.Order(job.Id), Jobs.JobRun.Json);
        await database.Jobs.Where(j => j.Kind == CreateBuyingGroupsWork.WorkKind && j.Parameters == parameters && (j.Status == JobStatus.Queued || j.Status == JobStatus.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancellationToken);
        database.CreationJobs.Remove(job);
        context.Audit("CreationJob", job.Id, name, new { SolutionInterest = name, job.AudienceId, job.AccountListId, job.GroupsCreated });
        return Done.Instance;
    }
}
