using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Details;

/// <summary>How a journey does: who ended how, when, after how long, and who was active meanwhile. Reads the figures that the engine keeps per day, never the entries.</summary>
/// <param name="JourneyId">The journey; all its versions together.</param>
/// <param name="Days">How many days up to today are told one by one.</param>
[Requires(Permissions.JourneysView)]
public sealed record GetJourneyFigures(int JourneyId, int Days = 30) : IQuery<JourneyFigures>;

/// <summary>The figures of a journey.</summary>
/// <param name="Entered">Entries so far.</param>
/// <param name="Outcomes">How many ended how; only ways that occurred.</param>
/// <param name="Parked">Entries that stand still with an error, counted to <see cref="GetJourneyFiguresHandler.MostParked"/>.</param>
/// <param name="Durations">Of those that completed or met the goal: how many took how long, one for each of <see cref="JourneyDuration.Bands"/>.</param>
/// <param name="Mean">Their mean time from entry to end; null while there are none.</param>
/// <param name="EngagedAccounts">Accounts that did something while they travelled.</param>
/// <param name="EngagedPeople">People of theirs that did.</param>
/// <param name="Days">The days asked for, oldest first, none left out.</param>
public sealed record JourneyFigures(
    long Entered, IReadOnlyDictionary<EntryStatus, long> Outcomes, long Parked, IReadOnlyList<long> Durations, TimeSpan? Mean, long EngagedAccounts, long EngagedPeople, IReadOnlyList<DayFigures> Days)
{
    /// <summary>Entries on their way; parked ones not included.</summary>
    public long InProgress => Math.Max(0, Entered - Outcomes.Values.Sum() - Parked);

    /// <summary>Entries that reached an end of the drawing or the goal.</summary>
    public long Completed => Of(EntryStatus.Completed) + Of(EntryStatus.GoalMet);

    /// <summary>Share of <see cref="Entered"/> that completed, 0 to 1; null when nobody entered.</summary>
    public double? CompletionRate => Entered == 0 ? null : (double)Completed / Entered;

    /// <summary>How many ended so.</summary>
    public long Of(EntryStatus status) => Outcomes.GetValueOrDefault(status);
}

/// <summary>What happened on one day (UTC).</summary>
/// <param name="Day">The day.</param>
/// <param name="Entered">Entries that began.</param>
/// <param name="Completed">Entries that completed or met the goal.</param>
/// <param name="EndedEarly">Entries that ended in another way.</param>
public sealed record DayFigures(DateOnly Day, long Entered, long Completed, long EndedEarly);

/// <summary>Reads them.</summary>
public sealed class GetJourneyFiguresHandler : IQueryHandler<GetJourneyFigures, JourneyFigures>
{
    /// <summary>Parked entries are counted so far.</summary>
    public const int MostParked = 100_000;

    private const int MostDays = 400;
    private static readonly short[] Through = [(short)EntryStatus.Completed, (short)EntryStatus.GoalMet];

    public Task<Outcome<JourneyFigures>> HandleAsync(GetJourneyFigures query, QueryContext context, CancellationToken cancellationToken) => ReadAsync(query, context, cancellationToken);

    internal static async Task<Outcome<JourneyFigures>> ReadAsync(GetJourneyFigures query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (!await database.Journeys.AnyAsync(j => j.Id == query.JourneyId, cancellationToken))
            return new NotFound("journey", query.JourneyId);
        var kept = database.JourneyDays.Where(d => d.JourneyId == query.JourneyId);
        var totals = await kept.GroupBy(d => new { d.Outcome, d.Took })
            .Select(g => new { g.Key.Outcome, g.Key.Took, Entries = g.Sum(d => d.Entries), Milliseconds = g.Sum(d => d.Milliseconds) }).ToListAsync(cancellationToken);
        var today = JourneyDay.DayOf(JourneyEntries.Milliseconds(context.Now));
        var first = today - Math.Clamp(query.Days, 1, MostDays) + 1;
        var days = (await kept.Where(d => d.Day >= first).GroupBy(d => new { d.Day, d.Outcome }).Select(g => new { g.Key.Day, g.Key.Outcome, Entries = g.Sum(d => d.Entries) }).ToListAsync(cancellationToken))
            .ToLookup(d => d.Day);
        var parked = await JourneyEntries.ParkedOf(database, query.JourneyId).Take(MostParked).CountAsync(cancellationToken);
        var mark = await database.JourneyEngagementMarks.FirstOrDefaultAsync(m => m.JourneyId == query.JourneyId, cancellationToken);

        var through = totals.Where(t => Through.Contains(t.Outcome)).ToList();
        var completed = through.Sum(t => t.Entries);
        return new JourneyFigures(
            totals.Where(t => t.Outcome == JourneyDay.Entered).Sum(t => t.Entries),
            totals.Where(t => t.Outcome != JourneyDay.Entered).GroupBy(t => (EntryStatus)t.Outcome).ToDictionary(g => g.Key, g => g.Sum(t => t.Entries)),
            parked,
            [.. Enumerable.Range(0, JourneyDuration.Bands.Count).Select(band => through.Where(t => t.Took == band).Sum(t => t.Entries))],
            completed == 0 ? null : TimeSpan.FromMilliseconds(through.Sum(t => t.Milliseconds) / completed),
            mark?.Accounts ?? 0,
            mark?.People ?? 0,
            [.. Enumerable.Range(first, today - first + 1).Select(day => new DayFigures(
                DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(day),
                days[day].Where(d => d.Outcome == JourneyDay.Entered).Sum(d => d.Entries),
                days[day].Where(d => Through.Contains(d.Outcome)).Sum(d => d.Entries),
                days[day].Where(d => d.Outcome != JourneyDay.Entered && !Through.Contains(d.Outcome)).Sum(d => d.Entries)))]);
    }
}
