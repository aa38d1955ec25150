using BuyingGroups.Domain.Journeys;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>Counts accounts, people and journeys for the roll-ups. Only jobs call this.</summary>
public static class ReachCounts
{
    /// <summary>Accounts and people per industry and region.</summary>
    public static async Task<IReadOnlyList<ReachTally>> ReachAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var accounts = await context.Accounts.AsNoTracking()
            .Select(a => new { Industry = a.Industry ?? "", Region = a.BillingRegion ?? "", Engaged = a.People.Any(p => p.EngagementScore > 0), Grouped = a.BuyingGroups.Any() })
            .GroupBy(a => new { a.Industry, a.Region })
            .Select(q => new { q.Key, Accounts = q.LongCount(), Engaged = q.Sum(a => a.Engaged ? 1L : 0L), Grouped = q.Sum(a => a.Grouped ? 1L : 0L) })
            .ToListAsync(cancellationToken);
        var people = (await context.People.AsNoTracking()
            .Join(context.Accounts, p => p.AccountId, a => a.Id, (p, a) => new { Industry = a.Industry ?? "", Region = a.BillingRegion ?? "", p.EngagementScore })
            .GroupBy(p => new { p.Industry, p.Region })
            .Select(q => new { q.Key, People = q.LongCount(), Engaged = q.Sum(p => p.EngagementScore > 0 ? 1L : 0L), Engagement = q.Sum(p => p.EngagementScore) })
            .ToListAsync(cancellationToken)).ToDictionary(p => (p.Key.Industry, p.Key.Region));
        IReadOnlyList<ReachTally> tallies =
        [
            .. accounts.Select(a =>
            {
                var reached = people.GetValueOrDefault((a.Key.Industry, a.Key.Region));
                return new ReachTally
                {
                    Industry = a.Key.Industry,
                    Region = a.Key.Region,
                    Accounts = a.Accounts,
                    AccountsEngaged = a.Engaged,
                    AccountsWithGroups = a.Grouped,
                    People = reached?.People ?? 0,
                    PeopleEngaged = reached?.Engaged ?? 0,
                    Engagement = GroupCounts.Hundredths(reached?.Engagement ?? 0),
                };
            }),
        ];
        return PlaceTotals.With(tallies, t => t.Key);
    }

    /// <summary>Entries per journey and how they stand.</summary>
    public static async Task<IReadOnlyList<JourneyTally>> JourneysAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var counts = (await context.JourneyEntries.AsNoTracking().GroupBy(e => new { e.JourneyId, e.Status })
            .Select(q => new { q.Key.JourneyId, q.Key.Status, Count = q.LongCount() }).ToListAsync(cancellationToken))
            .ToDictionary(c => (c.JourneyId, c.Status), c => c.Count);
        return
        [
            .. counts.Keys.Select(key => key.JourneyId).Distinct().Select(id => new JourneyTally
            {
                Id = id,
                Entered = Enum.GetValues<EntryStatus>().Sum(status => Of(id, status)),
                Active = Of(id, EntryStatus.Active),
                Completed = Of(id, EntryStatus.Completed),
                GoalMet = Of(id, EntryStatus.GoalMet),
                LeftEarly = Of(id, EntryStatus.Exited) + Of(id, EntryStatus.Aborted) + Of(id, EntryStatus.Removed) + Of(id, EntryStatus.Ended),
                Parked = Of(id, EntryStatus.Parked),
            }),
        ];

        long Of(int journey, EntryStatus status) => counts.GetValueOrDefault((journey, status));
    }
}
