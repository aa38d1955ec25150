using BuyingGroups.Data;
using BuyingGroups.Data.RollUps;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Figures at the end of each of some days: what they are now, less what was booked after the day.</summary>
/// <param name="Days">The days, oldest first; the last is today.</param>
/// <param name="Values">The figures at the end of each.</param>
internal sealed record TallySeries(IReadOnlyList<DateOnly> Days, IReadOnlyList<long[]> Values)
{
    /// <summary>Now.</summary>
    public long[] Now => Values[^1];

    /// <summary>At the beginning of the period.</summary>
    public long[] Then => Values[0];

    /// <summary>Puts changes on a line of days: each day of a week or a month, each seventh of a quarter.</summary>
    public static TallySeries Of(long[] now, IEnumerable<(DateOnly Day, long[] Change)> changes, DateOnly from, DateOnly today)
    {
        var step = today.DayNumber - from.DayNumber > 31 ? 7 : 1;
        var days = new List<DateOnly>();
        for (var day = today; day >= from; day = day.AddDays(-step))
            days.Add(day);
        if (days[^1] != from)
            days.Add(from);
        var values = new List<long[]>();
        var value = (long[])now.Clone();
        var later = new Queue<(DateOnly Day, long[] Change)>(changes.OrderByDescending(change => change.Day));
        foreach (var day in days)
        {
            while (later.TryPeek(out var next) && next.Day > day)
            {
                for (var i = 0; i < value.Length; i++)
                    value[i] -= next.Change[i];
                later.Dequeue();
            }
            values.Add((long[])value.Clone());
        }
        days.Reverse();
        values.Reverse();
        return new TallySeries(days, values);
    }

    /// <summary>The first day of a period; where counting began later, that day.</summary>
    public static async Task<DateOnly> BeginAsync(PortalDbContext database, DateOnly today, int days, CancellationToken cancellationToken)
    {
        var wanted = today.AddDays(-days);
        var first = await database.ReachTallyDays.MinAsync(d => (DateOnly?)d.Day, cancellationToken) ?? today;
        return first > wanted ? first < today ? first : today : wanted;
    }

    public static async Task<TallySeries> GroupsAsync(PortalDbContext database, IQueryable<GroupTally> tallies, DateOnly from, DateOnly today, CancellationToken cancellationToken)
    {
        var now = await tallies.GroupBy(_ => 1).Select(q => new GroupTally
        {
            Groups = q.Sum(t => t.Groups),
            Complete0 = q.Sum(t => t.Complete0),
            Complete25 = q.Sum(t => t.Complete25),
            Complete50 = q.Sum(t => t.Complete50),
            Complete75 = q.Sum(t => t.Complete75),
            Engaged0 = q.Sum(t => t.Engaged0),
            Engaged25 = q.Sum(t => t.Engaged25),
            Engaged50 = q.Sum(t => t.Engaged50),
            Engaged75 = q.Sum(t => t.Engaged75),
            Engaged = q.Sum(t => t.Engaged),
            Completeness = q.Sum(t => t.Completeness),
            Engagement = q.Sum(t => t.Engagement),
        }).FirstOrDefaultAsync(cancellationToken) ?? new GroupTally();
        var changes = await database.GroupTallyDays.Where(d => d.Day > from).Join(tallies, d => d.TallyId, t => t.Id, (d, t) => d)
            .GroupBy(d => d.Day)
            .Select(q => new GroupTallyDay
            {
                Day = q.Key,
                Groups = q.Sum(d => d.Groups),
                Engaged = q.Sum(d => d.Engaged),
                Completeness = q.Sum(d => d.Completeness),
                Engagement = q.Sum(d => d.Engagement),
            }).ToListAsync(cancellationToken);
        return Of(now.Read(), changes.Select(c => (c.Day, c.Read())), from, today);
    }

    public static async Task<TallySeries> ReachAsync(PortalDbContext database, IQueryable<ReachTally> tallies, DateOnly from, DateOnly today, CancellationToken cancellationToken)
    {
        var now = await tallies.GroupBy(_ => 1).Select(q => new ReachTally
        {
            Accounts = q.Sum(t => t.Accounts),
            AccountsEngaged = q.Sum(t => t.AccountsEngaged),
            AccountsWithGroups = q.Sum(t => t.AccountsWithGroups),
            People = q.Sum(t => t.People),
            PeopleEngaged = q.Sum(t => t.PeopleEngaged),
            Engagement = q.Sum(t => t.Engagement),
        }).FirstOrDefaultAsync(cancellationToken) ?? new ReachTally();
        var changes = await database.ReachTallyDays.Where(d => d.Day > from).Join(tallies, d => d.TallyId, t => t.Id, (d, t) => d)
            .GroupBy(d => d.Day)
            .Select(q => new ReachTallyDay
            {
                Day = q.Key,
                Accounts = q.Sum(d => d.Accounts),
                AccountsEngaged = q.Sum(d => d.AccountsEngaged),
                AccountsWithGroups = q.Sum(d => d.AccountsWithGroups),
                People = q.Sum(d => d.People),
                PeopleEngaged = q.Sum(d => d.PeopleEngaged),
                Engagement = q.Sum(d => d.Engagement),
            }).ToListAsync(cancellationToken);
        return Of(now.Read(), changes.Select(c => (c.Day, c.Read())), from, today);
    }

    /// <summary>One series per role.</summary>
    public static async Task<IReadOnlyDictionary<int, TallySeries>> RolesAsync(
        PortalDbContext database, IQueryable<RoleTally> tallies, DateOnly from, DateOnly today, CancellationToken cancellationToken)
    {
        var now = await tallies.GroupBy(t => t.RoleId).Select(q => new RoleTally
        {
            RoleId = q.Key,
            Groups = q.Sum(t => t.Groups),
            Covered = q.Sum(t => t.Covered),
            Members = q.Sum(t => t.Members),
            Engaged = q.Sum(t => t.Engaged),
            Engagement = q.Sum(t => t.Engagement),
        }).ToListAsync(cancellationToken);
        var changes = (await database.RoleTallyDays.Where(d => d.Day > from).Join(tallies, d => d.TallyId, t => t.Id, (d, t) => new { Line = d, t.RoleId })
            .GroupBy(d => new { d.Line.Day, d.RoleId })
            .Select(q => new
            {
                q.Key.RoleId,
                q.Key.Day,
                Groups = q.Sum(d => d.Line.Groups),
                Covered = q.Sum(d => d.Line.Covered),
                Members = q.Sum(d => d.Line.Members),
                Engaged = q.Sum(d => d.Line.Engaged),
                Engagement = q.Sum(d => d.Line.Engagement),
            }).ToListAsync(cancellationToken)).ToLookup(c => c.RoleId);
        return now.ToDictionary(
            role => role.RoleId,
            role => Of(role.Read(), changes[role.RoleId].Select(c => (c.Day, new[] { c.Groups, c.Covered, c.Members, c.Engaged, c.Engagement })), from, today));
    }
}
