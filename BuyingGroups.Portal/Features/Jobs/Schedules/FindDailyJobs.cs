using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.Schedules;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>What runs every day, when, and how it went last.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record FindDailyJobs : IQuery<DailyJobList>;

/// <summary>A handful, so never paged.</summary>
/// <param name="TimeZone">The portal's time zone.</param>
/// <param name="Jobs">The jobs.</param>
public sealed record DailyJobList(string TimeZone, IReadOnlyList<DailyJobRow> Jobs);

/// <summary>One job that runs every day.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">English title, also the text key.</param>
/// <param name="Detail">What it does, also the text key.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="At">The time of day.</param>
/// <param name="IsOn">False while paused.</param>
/// <param name="NextAt">When it runs next (UTC); null while paused.</param>
/// <param name="LastJobId">The last background job; null when it never ran.</param>
/// <param name="LastStatus">How that stands.</param>
/// <param name="LastAt">When it was asked for (UTC).</param>
/// <param name="LastError">What went wrong.</param>
public sealed record DailyJobRow(
    string Key, string Title, string Detail, string Icon, TimeOnly At, bool IsOn, DateTime? NextAt, long? LastJobId, JobStatus? LastStatus, DateTime? LastAt, string? LastError);

public sealed class FindDailyJobsHandler(IEnumerable<DailyJob> jobs, PortalTimeZone zone) : IQueryHandler<FindDailyJobs, DailyJobList>
{
    public async Task<Outcome<DailyJobList>> HandleAsync(FindDailyJobs query, QueryContext context, CancellationToken cancellationToken)
    {
        List<DailyJobRow> rows = [];
        foreach (var job in jobs.OrderBy(job => job.Usual))
        {
            var kept = await DailySchedules.ReadAsync(context.Database, job, cancellationToken);
            var schedule = kept?.Schedule ?? new DailySchedule(job.Usual);
            var last = await context.Database.Jobs.Where(j => j.Kind == job.Kind).OrderByDescending(j => j.Id).FirstOrDefaultAsync(cancellationToken);
            rows.Add(new DailyJobRow(
                job.Key, job.Title, job.Detail, job.Icon, schedule.At, schedule.IsOn, schedule.IsOn ? schedule.NextDue(context.Now, zone.Name) : null,
                last?.Id, last?.Status, last?.CreatedAt, last?.Error));
        }
        return new DailyJobList(zone.Name, rows);
    }
}
