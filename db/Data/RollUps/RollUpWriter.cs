using BuyingGroups.Domain;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>
/// The only road to the roll-ups that dashboards read. Counting reads outside of any transaction, so that it holds nobody up; then the differences,
/// some hundreds of rows, are booked on a day in one short transaction. Counting again finds nothing to book.
/// </summary>
public sealed class RollUpWriter(PortalDatabase database, ActivityFold activities, PortalTimeZone zone)
{
    private const int AccountsPerTransaction = 5_000;

    /// <summary>Counts everything and books what differs.</summary>
    /// <param name="at">The moment (UTC): its day in the portal's time zone is booked on.</param>
    /// <param name="cancellationToken">Stops it; what was booked until then is right.</param>
    /// <param name="past">True to count only the groups and members that there were at that moment: for history that is filled in afterwards, oldest day first.</param>
    /// <returns>How many tallies changed.</returns>
    public async Task<int> CountAllAsync(DateTime at, CancellationToken cancellationToken, bool past = false)
    {
        await activities.RunAsync(at, cancellationToken);
        var asOf = past ? at : (DateTime?)null;
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var day = zone.DayOf(at);
        IReadOnlyList<GroupTally> groups;
        IReadOnlyList<RoleTally> roles;
        IReadOnlyList<ReachTally> reach;
        IReadOnlyList<JourneyTally> journeys;
        OverlapCounts overlaps;
        RollUpMarks marks;
        (long First, long Last)? accounts;
        await using (var read = database.OpenRead())
        {
            marks = await RollUpMarks.ReadAsync(read, cancellationToken);
            groups = await GroupCounts.GroupsAsync(read, null, asOf, cancellationToken);
            roles = await GroupCounts.RolesAsync(read, null, asOf, cancellationToken);
            reach = await ReachCounts.ReachAsync(read, cancellationToken);
            journeys = await ReachCounts.JourneysAsync(read, cancellationToken);
            overlaps = await OverlapCounts.CountAsync(read, cancellationToken);
            accounts = await RangeAsync(read, cancellationToken);
        }
        var changed = await database.WriteAsync(
            async (context, token) =>
            {
                var state = await RollUpState.HoldAsync(context, token);
                var booked = await BookGroupsAsync(context, null, groups, roles, day, token);
                booked += await TallyBook.BookAsync<ReachTally, ReachTallyDay, (string, string)>(
                    context, await context.ReachTallies.ToListAsync(token), reach, t => t.Key, day, keepsId: false, token);
                booked += await BookJourneysAsync(context, journeys, day, token);
                await overlaps.StoreAsync(context, database.Provider, token);
                marks.Note(state);
                (state.Day, state.CountedAt, state.RefreshedAt, state.Milliseconds) = (day, at, at, (int)System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                await context.SaveChangesAsync(token);
                return (booked, true);
            },
            cancellationToken);
        for (var first = accounts?.First ?? 0; accounts is { } range && first <= range.Last; first += AccountsPerTransaction)
        {
            var from = first;
            await database.WriteAsync((context, token) => AccountScores.BookAsync(context, database.Provider, from, from + AccountsPerTransaction - 1, day, token), cancellationToken);
        }
        return changed;
    }

    /// <summary>Counts the groups of some solution interests and books what differs.</summary>
    /// <param name="interests">Where something changed.</param>
    /// <param name="marks">Up to where the change was looked for.</param>
    /// <param name="at">The moment (UTC).</param>
    /// <param name="cancellationToken">Stops it before anything is booked.</param>
    /// <returns>How many tallies changed.</returns>
    public async Task<int> CountSomeAsync(IReadOnlyCollection<int> interests, RollUpMarks marks, DateTime at, CancellationToken cancellationToken)
    {
        IReadOnlyList<GroupTally> groups = [];
        IReadOnlyList<RoleTally> roles = [];
        if (interests.Count > 0)
        {
            await using var read = database.OpenRead();
            groups = await GroupCounts.GroupsAsync(read, interests, null, cancellationToken);
            roles = await GroupCounts.RolesAsync(read, interests, null, cancellationToken);
        }
        return await database.WriteAsync(
            async (context, token) =>
            {
                var state = await RollUpState.HoldAsync(context, token);
                var booked = interests.Count == 0 ? 0 : await BookGroupsAsync(context, interests, groups, roles, zone.DayOf(at), token);
                marks.Note(state);
                state.RefreshedAt = at;
                await context.SaveChangesAsync(token);
                return (booked, true);
            },
            cancellationToken);
    }

    /// <summary>Counts the journeys only.</summary>
    /// <param name="at">The moment (UTC).</param>
    /// <param name="cancellationToken">Stops it before anything is booked.</param>
    public async Task CountJourneysAsync(DateTime at, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var journeys = await ReachCounts.JourneysAsync(read, cancellationToken);
        await database.WriteAsync(
            async (context, token) =>
            {
                await RollUpState.HoldAsync(context, token);
                return (await BookJourneysAsync(context, journeys, zone.DayOf(at), token), true);
            },
            cancellationToken);
    }

    private static async Task<int> BookJourneysAsync(PortalDbContext context, IReadOnlyList<JourneyTally> journeys, DateOnly day, CancellationToken cancellationToken) =>
        await TallyBook.BookAsync<JourneyTally, JourneyTallyDay, int>(context, await context.JourneyTallies.ToListAsync(cancellationToken), journeys, t => t.Id, day, keepsId: true, cancellationToken);

    private static async Task<int> BookGroupsAsync(
        PortalDbContext context, IReadOnlyCollection<int>? interests, IReadOnlyList<GroupTally> groups, IReadOnlyList<RoleTally> roles, DateOnly day, CancellationToken cancellationToken)
    {
        var storedGroups = await context.GroupTallies.Where(t => interests == null || interests.Contains(t.SolutionInterestId)).ToListAsync(cancellationToken);
        var storedRoles = await context.RoleTallies.Where(t => interests == null || interests.Contains(t.SolutionInterestId)).ToListAsync(cancellationToken);
        return await TallyBook.BookAsync<GroupTally, GroupTallyDay, (int, string, string, int)>(
                context, storedGroups, groups, t => t.Key, day, keepsId: false, cancellationToken)
            + await TallyBook.BookAsync<RoleTally, RoleTallyDay, (int, string, string, int)>(
                context, storedRoles, roles, t => t.Key, day, keepsId: false, cancellationToken);
    }

    private static async Task<(long First, long Last)?> RangeAsync(PortalDbContext read, CancellationToken cancellationToken) =>
        await read.Accounts.MinAsync(a => (long?)a.Id, cancellationToken) is { } first ? (first, await read.Accounts.MaxAsync(a => a.Id, cancellationToken)) : null;
}

/// <summary>Up to where a look at what changed has seen.</summary>
/// <param name="EventId">The highest change event.</param>
/// <param name="MembershipChangeId">The highest change of membership.</param>
public sealed record RollUpMarks(long EventId, long MembershipChangeId)
{
    public static async Task<RollUpMarks> ReadAsync(PortalDbContext read, CancellationToken cancellationToken) => new(
        await read.ChangeEvents.MaxAsync(e => (long?)e.Id, cancellationToken) ?? 0,
        await read.MembershipChanges.MaxAsync(c => (long?)c.Id, cancellationToken) ?? 0);

    internal void Note(RollUpState state)
    {
        (state.EarlierEventId, state.EventId) = (state.EventId, EventId);
        (state.EarlierMembershipChangeId, state.MembershipChangeId) = (state.MembershipChangeId, MembershipChangeId);
    }
}
