using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>Runs of maintenance, newest first, paged.</summary>
/// <param name="Page">Which page.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindMaintenanceRuns(PageRequest Page) : IQuery<PageOf<MaintenanceRunRow>>;

/// <summary>One run.</summary>
/// <param name="Id">The run.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record GetMaintenanceRun(long Id) : IQuery<MaintenanceRunRow>;

/// <summary>A run of maintenance and what it did.</summary>
/// <param name="Id">Its id.</param>
/// <param name="JobId">The background job.</param>
/// <param name="SolutionInterest">The one it was asked for; null for all that are kept up to date.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="StartedAt">When it began (UTC).</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
/// <param name="Status">How it stands.</param>
/// <param name="Done">People looked at so far.</param>
/// <param name="Total">People to look at, when known.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="PeopleChecked">People looked at.</param>
/// <param name="Groups">Groups changed.</param>
/// <param name="Added">Members added.</param>
/// <param name="Removed">Members removed.</param>
/// <param name="Moved">Members with another role.</param>
/// <param name="Refused">Changes refused by precedence.</param>
/// <param name="Problems">What could not be maintained, and why.</param>
public sealed record MaintenanceRunRow(
    long Id, long JobId, string? SolutionInterest, string AskedBy, DateTime StartedAt, DateTime? FinishedAt, JobStatus Status, long Done, long? Total, string? Error,
    long PeopleChecked, int Groups, int Added, int Removed, int Moved, int Refused, IReadOnlyList<string> Problems)
{
    /// <summary>True while it waits or runs.</summary>
    public bool IsUnderWay => Status is JobStatus.Queued or JobStatus.Running;
}

/// <summary>Reads them.</summary>
public sealed class FindMaintenanceRunsHandler : IQueryHandler<FindMaintenanceRuns, PageOf<MaintenanceRunRow>>, IQueryHandler<GetMaintenanceRun, MaintenanceRunRow>
{
    public async Task<Outcome<PageOf<MaintenanceRunRow>>> HandleAsync(FindMaintenanceRuns query, QueryContext context, CancellationToken cancellationToken)
    {
        var runs = context.Database.MaintenanceRuns;
        var total = await runs.CountAsync(cancellationToken);
        return new PageOf<MaintenanceRunRow>(await RowsAsync(context.Database, runs.OrderByDescending(r => r.Id).Skip(query.Page.Skip).Take(query.Page.Take), cancellationToken), total);
    }

    public async Task<Outcome<MaintenanceRunRow>> HandleAsync(GetMaintenanceRun query, QueryContext context, CancellationToken cancellationToken) =>
        (await RowsAsync(context.Database, context.Database.MaintenanceRuns.Where(r => r.Id == query.Id), cancellationToken)).FirstOrDefault() is { } row ? row : new NotFound("maintenance run", query.Id);

    private static async Task<IReadOnlyList<MaintenanceRunRow>> RowsAsync(PortalDbContext database, IQueryable<Domain.BuyingGroups.MaintenanceRun> runs, CancellationToken cancellationToken)
    {
        var found = await runs.Select(r => new
        {
            Run = r,
            Job = database.Jobs.FirstOrDefault(j => j.Id == r.JobId),
            SolutionInterest = database.SolutionInterests.Where(s => s.Id == r.SolutionInterestId).Select(s => s.Name).FirstOrDefault(),
            By = database.Actors.Where(a => a.Id == r.ActorId).Select(a => a.Name).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return
        [
            .. found.OrderByDescending(f => f.Run.Id).Select(f => new MaintenanceRunRow(
                f.Run.Id, f.Run.JobId, f.SolutionInterest, f.By ?? "", f.Run.StartedAt, f.Run.FinishedAt, f.Job?.Status ?? JobStatus.Succeeded, f.Job?.DoneUnits ?? 0, f.Job?.TotalUnits,
                f.Job?.Error, f.Run.PeopleChecked, f.Run.Groups, f.Run.Added, f.Run.Removed, f.Run.Moved, f.Run.Refused, MaintenanceReport.ProblemsOf(f.Run.Problems))),
        ];
    }
}
