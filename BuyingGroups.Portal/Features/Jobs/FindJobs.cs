using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>Background jobs, newest first, paged: one's own, or everybody's for who holds Configuration.Manage.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Status">Only these; null for all.</param>
/// <param name="Kind">Only this kind of work; null for all.</param>
[Requires(Permissions.SignedIn)]
public sealed record FindJobs(PageRequest Page, JobStatus? Status = null, string? Kind = null) : IQuery<PageOf<JobRow>>;

/// <summary>One job, for the list and for its page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Which work it is.</param>
/// <param name="Title">Composite format, also the text key.</param>
/// <param name="TitleArguments">JSON array of the title's arguments.</param>
/// <param name="Status">How it stands.</param>
/// <param name="DoneUnits">How much is done.</param>
/// <param name="TotalUnits">How much there is, when known.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Link">The page with the result.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="CreatedAt">When it was asked for (UTC).</param>
/// <param name="StartedAt">When it began (UTC).</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
/// <param name="CancelRequested">True when it was asked to stop.</param>
public sealed record JobRow(
    long Id, string Kind, string Title, string TitleArguments, JobStatus Status, long DoneUnits, long? TotalUnits, string? Error, string? Link, string AskedBy,
    DateTime CreatedAt, DateTime? StartedAt, DateTime? FinishedAt, bool CancelRequested);

/// <summary>One job.</summary>
/// <param name="Id">The job; one's own, or anybody's for who holds Configuration.Manage.</param>
[Requires(Permissions.SignedIn)]
public sealed record GetJob(long Id) : IQuery<JobRow>;

/// <summary>Reads them.</summary>
public sealed class FindJobsHandler : IQueryHandler<FindJobs, PageOf<JobRow>>, IQueryHandler<GetJob, JobRow>
{
    private const int Cap = 10_000;

    public async Task<Outcome<PageOf<JobRow>>> HandleAsync(FindJobs query, QueryContext context, CancellationToken cancellationToken)
    {
        var jobs = Visible(context);
        if (query.Status is { } status)
            jobs = jobs.Where(j => j.Status == status);
        if (query.Kind is { } kind)
            jobs = jobs.Where(j => j.Kind == kind);
        var total = await jobs.Select(j => j.Id).Take(Cap + 1).CountAsync(cancellationToken);
        var rows = await Rows(context, jobs.OrderByDescending(j => j.Id).Skip(query.Page.Skip).Take(query.Page.Take)).ToListAsync(cancellationToken);
        return new PageOf<JobRow>([.. rows.OrderByDescending(r => r.Id)], Math.Min(total, Cap), total > Cap);
    }

    public async Task<Outcome<JobRow>> HandleAsync(GetJob query, QueryContext context, CancellationToken cancellationToken) =>
        await Rows(context, Visible(context).Where(j => j.Id == query.Id)).FirstOrDefaultAsync(cancellationToken) is { } row ? row : new NotFound("job", query.Id);

    private static IQueryable<BackgroundJob> Visible(QueryContext context) =>
        context.Caller.May(Permissions.ConfigurationManage)
            ? context.Database.Jobs
            : context.Database.Jobs.Where(j => j.UserId != null && j.UserId == context.Caller.UserId);

    private static IQueryable<JobRow> Rows(QueryContext context, IQueryable<BackgroundJob> jobs) => jobs.Join(
        context.Database.Actors, j => j.ActorId, a => a.Id,
        (j, a) => new JobRow(
            j.Id, j.Kind, j.Title, j.TitleArguments, j.Status, j.DoneUnits, j.TotalUnits, j.Error, j.Link, a.Name, j.CreatedAt, j.StartedAt, j.FinishedAt, j.CancelRequested));
}
