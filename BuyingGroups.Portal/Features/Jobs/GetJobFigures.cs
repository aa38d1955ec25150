using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>How the jobs of everybody stand.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record GetJobFigures : IQuery<JobFigures>;

/// <summary>The answer.</summary>
/// <param name="Running">Jobs at work.</param>
/// <param name="Waiting">Jobs that wait for their turn.</param>
/// <param name="Failed">Jobs that failed within 24 hours.</param>
/// <param name="LongestWait">When the oldest of those that wait was asked for (UTC); null when none waits.</param>
/// <param name="Kinds">The kinds of jobs there have been, to choose from.</param>
public sealed record JobFigures(int Running, int Waiting, int Failed, DateTime? LongestWait, IReadOnlyList<JobKind> Kinds);

/// <summary>A kind of job.</summary>
/// <param name="Kind">Its key.</param>
/// <param name="Title">A title of such jobs: composite format, also the text key.</param>
public sealed record JobKind(string Kind, string Title);

public sealed class GetJobFiguresHandler : IQueryHandler<GetJobFigures, JobFigures>
{
    public async Task<Outcome<JobFigures>> HandleAsync(GetJobFigures query, QueryContext context, CancellationToken cancellationToken)
    {
        var jobs = context.Database.Jobs;
        var since = context.Now.AddHours(-24);
        var waiting = jobs.Where(j => j.Status == JobStatus.Queued);
        var kinds = await jobs.GroupBy(j => j.Kind).Select(same => new { Kind = same.Key, Title = same.Min(j => j.Title) }).ToListAsync(cancellationToken);
        return new JobFigures(
            await jobs.CountAsync(j => j.Status == JobStatus.Running, cancellationToken),
            await waiting.CountAsync(cancellationToken),
            await jobs.CountAsync(j => j.Status == JobStatus.Failed && j.FinishedAt >= since, cancellationToken),
            await waiting.MinAsync(j => (DateTime?)j.CreatedAt, cancellationToken),
            [.. kinds.Select(kind => new JobKind(kind.Kind, kind.Title!)).OrderBy(kind => kind.Title, StringComparer.Ordinal)]);
    }
}
