using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Creation jobs, newest first, paged.</summary>
/// <param name="Page">Which page.</param>
/// <param name="SolutionInterestId">Only those of one solution interest.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindCreationJobs(PageRequest Page, int? SolutionInterestId = null) : IQuery<PageOf<CreationJobRow>>;

/// <summary>One creation job as listed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SolutionInterestId">The solution interest.</param>
/// <param name="SolutionInterest">Its name.</param>
/// <param name="Source">The audience or account list.</param>
/// <param name="SourceName">Its name.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="LastRunAt">When it last ran to its end (UTC).</param>
/// <param name="GroupsCreated">Groups made by all runs together.</param>
/// <param name="Run">The run under way or the last one; null when none is kept.</param>
public sealed record CreationJobRow(
    int Id, int SolutionInterestId, string SolutionInterest, AccountSource Source, string SourceName, DateTime CreatedAt, string CreatedBy, DateTime? LastRunAt, int GroupsCreated,
    CreationRun? Run);

/// <summary>A run of a creation job.</summary>
/// <param name="JobId">The background job.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Done">Groups made.</param>
/// <param name="Total">Groups to make, when known.</param>
/// <param name="Error">What went wrong.</param>
public sealed record CreationRun(long JobId, JobStatus Status, long Done, long? Total, string? Error)
{
    /// <summary>True while it waits or runs.</summary>
    public bool IsUnderWay => Status is JobStatus.Queued or JobStatus.Running;
}

/// <summary>Reads them.</summary>
public sealed class FindCreationJobsHandler : IQueryHandler<FindCreationJobs, PageOf<CreationJobRow>>
{
    public async Task<Outcome<PageOf<CreationJobRow>>> HandleAsync(FindCreationJobs query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var jobs = database.CreationJobs.AsQueryable();
        if (query.SolutionInterestId is { } solution)
            jobs = jobs.Where(j => j.SolutionInterestId == solution);
        var total = await jobs.CountAsync(cancellationToken);
        var found = await jobs.OrderByDescending(j => j.Id).Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(j => new
            {
                Job = j,
                SolutionInterest = database.SolutionInterests.Where(s => s.Id == j.SolutionInterestId).Select(s => s.Name).First(),
                Audience = database.Audiences.Where(a => a.Id == j.AudienceId).Select(a => a.Name).FirstOrDefault(),
                List = database.AccountLists.Where(l => l.Id == j.AccountListId).Select(l => l.Name).FirstOrDefault(),
                By = database.Actors.Where(a => a.Id == j.ActorId).Select(a => a.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var runs = new Dictionary<int, CreationRun>();
        foreach (var job in found)
        {
            var parameters = System.Text.Json.JsonSerializer.Serialize(new CreateBuyingGroupsWork.Order(job.Job.Id), Jobs.JobRun.Json);
            var run = await database.Jobs.Where(j => j.Kind == CreateBuyingGroupsWork.WorkKind && j.Parameters == parameters).OrderByDescending(j => j.Id)
                .Select(j => new CreationRun(j.Id, j.Status, j.DoneUnits, j.TotalUnits, j.Error)).FirstOrDefaultAsync(cancellationToken);
            if (run is not null)
                runs[job.Job.Id] = run;
        }
        return new PageOf<CreationJobRow>(
            [.. found.Select(f => new CreationJobRow(
                f.Job.Id, f.Job.SolutionInterestId, f.SolutionInterest, CreationSources.SourceOf(f.Job), f.Audience ?? f.List ?? "", f.Job.CreatedAt, f.By ?? "", f.Job.LastRunAt,
                f.Job.GroupsCreated, runs.GetValueOrDefault(f.Job.Id)))],
            total);
    }
}
