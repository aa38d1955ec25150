using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>
/// Notes which accounts and people were active while they travelled a journey. Each minute only the activities recorded since the last look are read,
/// so the cost follows what happened, not who travels; the last minute is always read again, because a row with a lower number may be committed later.
/// </summary>
[DisallowConcurrentExecution]
public sealed class CountEngaged(PortalDatabase database, TimeProvider clock) : IJob
{
    public static readonly JobKey Key = new("count-engaged-in-journeys");

    private const int AtOnce = 20_000;
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <summary>Activities may come in late; a journey is looked after a little longer than it runs.</summary>
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await LookAsync(cancellationToken);

    /// <summary>Looks once, for every journey that somebody may travel.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var ended = clock.GetUtcNow().UtcDateTime - AfterTheEnd;
        var journeys = await read.Journeys
            .Where(j => j.Status == JourneyStatus.Live || j.Status == JourneyStatus.ClosedToNewEntries || j.EndedAt > ended)
            .OrderBy(j => j.Id).Select(j => j.Id).ToListAsync(cancellationToken);
        foreach (var journey in journeys)
            await LookAsync(read, journey, cancellationToken);
    }

    private async Task LookAsync(PortalDbContext read, int journeyId, CancellationToken cancellationToken)
    {
        var seen = await read.JourneyEngagementMarks.Where(m => m.JourneyId == journeyId).Select(m => (long?)m.SeenId).FirstOrDefaultAsync(cancellationToken)
            ?? await FirstAsync(read, journeyId, cancellationToken);
        int found;
        do
        {
            var ids = read.Activities.Where(a => a.Id > seen).OrderBy(a => a.Id).Take(AtOnce);
            found = await ids.CountAsync(cancellationToken);
            if (found == 0)
                return;
            var last = await ids.MaxAsync(a => a.Id, cancellationToken);
            var settled = clock.GetUtcNow().UtcDateTime - Overlap;
            var through = await read.Activities.Where(a => a.Id > seen && a.Id <= last && a.RecordedAt <= settled).MaxAsync(a => (long?)a.Id, cancellationToken) ?? seen;
            await NoteAsync(journeyId, seen, last, found == AtOnce ? last : through, cancellationToken);
            seen = last;
        }
        while (found == AtOnce);
    }

    private Task NoteAsync(int journeyId, long after, long last, long through, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            var sql = database.Provider.Journeys;
            var people = await context.Database.ExecuteSqlRawAsync(sql.NoteEngaged(journeyId, after, last, accounts: false), token);
            var accounts = await context.Database.ExecuteSqlRawAsync(sql.NoteEngaged(journeyId, after, last, accounts: true), token);
            var marked = await context.JourneyEngagementMarks.Where(m => m.JourneyId == journeyId).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.SeenId, through).SetProperty(m => m.People, m => m.People + people).SetProperty(m => m.Accounts, m => m.Accounts + accounts), token);
            if (marked == 0)
            {
                context.JourneyEngagementMarks.Add(new JourneyEngagementMark { JourneyId = journeyId, SeenId = through, People = people, Accounts = accounts });
                await context.SaveChangesAsync(token);
            }
        },
        cancellationToken);

    /// <summary>Nothing recorded before the first publication can have happened while somebody travelled.</summary>
    private static async Task<long> FirstAsync(PortalDbContext read, int journeyId, CancellationToken cancellationToken)
    {
        var published = await read.JourneyVersions.Where(v => v.JourneyId == journeyId).MinAsync(v => (DateTime?)v.PublishedAt, cancellationToken);
        var before = (published ?? DateTime.UnixEpoch) - Overlap;
        return await read.Activities.Where(a => a.RecordedAt < before).OrderByDescending(a => a.Id).Select(a => a.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
