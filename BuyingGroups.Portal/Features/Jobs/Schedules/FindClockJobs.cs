using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>What runs every few seconds or minutes, whether it is paused, and how it went last.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record FindClockJobs : IQuery<ClockJobList>;

/// <summary>A handful, so never paged.</summary>
public sealed record ClockJobList(IReadOnlyList<ClockJobRow> Jobs);

/// <summary>One job of the clock.</summary>
/// <param name="Job">What it is.</param>
/// <param name="IsPaused">True while an admin has it paused.</param>
/// <param name="LastAt">When it last ended (UTC); what goes well is written down every few minutes only.</param>
/// <param name="Error">What went wrong the last time; null when it went well.</param>
/// <param name="FailedAt">When it last failed (UTC).</param>
public sealed record ClockJobRow(ClockJob Job, bool IsPaused, DateTime? LastAt, string? Error, DateTime? FailedAt);

public sealed class FindClockJobsHandler(IEnumerable<ClockJob> jobs) : IQueryHandler<FindClockJobs, ClockJobList>
{
    public async Task<Outcome<ClockJobList>> HandleAsync(FindClockJobs query, QueryContext context, CancellationToken cancellationToken)
    {
        var kept = await context.Database.Schedules.ToDictionaryAsync(s => s.Key, StringComparer.Ordinal, cancellationToken);
        return new ClockJobList([.. jobs.OrderBy(job => job.Title, StringComparer.Ordinal).Select(RowOf)]);

        ClockJobRow RowOf(ClockJob job)
        {
            var rows = job.Names.Select(name => kept.GetValueOrDefault(name)).OfType<Data.Jobs.Schedule>().ToList();
            return new ClockJobRow(job, rows.Exists(row => row.IsPaused), rows.Max(row => row.FinishedAt), rows.Find(row => row.Error is not null)?.Error, rows.Max(row => row.FailedAt));
        }
    }
}
