using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs.Schedules;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>What an admin should look after: failed jobs, journeys at a standstill or with parked accounts, messages that could not be sent, and what fails by the clock.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record FindTroubles : IQuery<Troubles>;

/// <summary>The answer.</summary>
/// <param name="FailedJobs">Jobs that failed within seven days, latest first, at most five.</param>
/// <param name="Journeys">Running journeys that stand still or have parked accounts, at most five.</param>
/// <param name="DeadMessages">Messages given up on.</param>
/// <param name="Failing">What runs by the clock and failed the last time.</param>
/// <param name="Paused">Titles of what an admin has paused: it is easily forgotten.</param>
public sealed record Troubles(IReadOnlyList<FailedJob> FailedJobs, IReadOnlyList<TroubledJourney> Journeys, int DeadMessages, IReadOnlyList<FailingSchedule> Failing, IReadOnlyList<string> Paused)
{
    /// <summary>True when all is well.</summary>
    public bool IsNone => FailedJobs.Count == 0 && Journeys.Count == 0 && DeadMessages == 0 && Failing.Count == 0 && Paused.Count == 0;
}

/// <summary>A job that failed.</summary>
public sealed record FailedJob(long Id, string Title, string TitleArguments, string? Error, DateTime At);

/// <summary>A journey with a problem.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Problem">Why it stands still; null when it runs.</param>
/// <param name="Parked">Accounts that are parked.</param>
public sealed record TroubledJourney(int Id, string Name, string? Problem, int Parked);

/// <summary>Something that runs by the clock and failed.</summary>
public sealed record FailingSchedule(string Title, string Error, DateTime At);

public sealed class FindTroublesHandler(IEnumerable<ClockJob> clockJobs) : IQueryHandler<FindTroubles, Troubles>
{
    private const int Most = 5;
    private const int MostCounted = 1_000;

    public async Task<Outcome<Troubles>> HandleAsync(FindTroubles query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var since = context.Now.AddDays(-7);
        var jobs = await database.Jobs.Where(j => j.Status == JobStatus.Failed && j.FinishedAt >= since).OrderByDescending(j => j.Id).Take(Most)
            .Select(j => new FailedJob(j.Id, j.Title, j.TitleArguments, j.Error, j.FinishedAt ?? j.CreatedAt)).ToListAsync(cancellationToken);
        var running = await database.Journeys.Where(j => j.Status == JourneyStatus.Live || j.Status == JourneyStatus.ClosedToNewEntries).OrderBy(j => j.Id)
            .Select(j => new { j.Id, j.Name, j.Problem, Parked = database.JourneyEntries.Where(e => e.JourneyId == j.Id && e.Status == EntryStatus.Parked).Take(MostCounted).Count() })
            .Where(j => j.Problem != null || j.Parked > 0).Take(Most).ToListAsync(cancellationToken);
        var schedules = (await database.Schedules.Where(s => s.Error != null || s.IsPaused).ToListAsync(cancellationToken)).ToLookup(s => s.Key, StringComparer.Ordinal);
        var byClock = clockJobs.Select(job => (job.Title, Rows: job.Names.SelectMany(name => schedules[name]).ToList())).ToList();
        return new Troubles(
            jobs, [.. running.Select(j => new TroubledJourney(j.Id, j.Name, j.Problem, j.Parked))],
            await database.OutboxMessages.CountAsync(m => m.Status == OutboxStatus.Dead, cancellationToken),
            [.. from job in byClock from row in job.Rows where row.Error is not null orderby row.FailedAt descending select new FailingSchedule(job.Title, row.Error!, row.FailedAt ?? context.Now)],
            [.. byClock.Where(job => job.Rows.Exists(row => row.IsPaused)).Select(job => job.Title)]);
    }
}
