using System.Text.Json;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>How a run of a creation job stands.</summary>
/// <param name="JobId">The background job.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record GetCreationRun(long JobId) : IQuery<CreationRunDetails>;

/// <summary>The answer.</summary>
/// <param name="Run">How it stands.</param>
/// <param name="SolutionInterestId">The solution interest; null when its creation job was deleted.</param>
/// <param name="Made">What it made; null before its end.</param>
public sealed record CreationRunDetails(CreationRun Run, int? SolutionInterestId, CreateBuyingGroupsWork.Made? Made);

/// <summary>Reads it.</summary>
public sealed class GetCreationRunHandler : IQueryHandler<GetCreationRun, CreationRunDetails>
{
    public async Task<Outcome<CreationRunDetails>> HandleAsync(GetCreationRun query, QueryContext context, CancellationToken cancellationToken)
    {
        var job = await context.Database.Jobs.FirstOrDefaultAsync(j => j.Id == query.JobId && j.Kind == CreateBuyingGroupsWork.WorkKind, cancellationToken);
        if (job is null)
            return new NotFound("job", query.JobId);
        var order = JsonSerializer.Deserialize<CreateBuyingGroupsWork.Order>(job.Parameters, JobRun.Json)!;
        var solution = await context.Database.CreationJobs.Where(j => j.Id == order.CreationJobId).Select(j => (int?)j.SolutionInterestId).FirstOrDefaultAsync(cancellationToken);
        return new CreationRunDetails(
            new CreationRun(job.Id, job.Status, job.DoneUnits, job.TotalUnits, job.Error), solution,
            job.Result is null ? null : JsonSerializer.Deserialize<CreateBuyingGroupsWork.Made>(job.Result, JobRun.Json));
    }
}
