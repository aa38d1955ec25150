using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Events;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>Finds what the roll-ups do not know yet, from the trails that every change leaves; a quiet portal costs three small queries.</summary>
public sealed class RollUpLook(PortalDatabase database, RollUpWriter writer, ActivityFold activities, PortalTimeZone zone)
{
    /// <summary>More changes than this are counted with everything else: finding out where they were would cost as much.</summary>
    private const int Many = 20_000;

    /// <summary>A full count may take this share of the time at most.</summary>
    private const int Share = 20;

    /// <summary>What leaves no trail (journeys on their way) is counted at least so often.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Looks, and counts what changed: all after a job or a new day, otherwise only the solution interests touched.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many tallies changed.</returns>
    public async Task<int> RefreshAsync(DateTime now, CancellationToken cancellationToken)
    {
        await activities.RunAsync(now, cancellationToken);
        await using var read = database.OpenRead();
        var state = await read.RollUpStates.FirstOrDefaultAsync(s => s.Id == RollUpState.OnlyId, cancellationToken);
        if (state is null)
            return await writer.CountAllAsync(now, cancellationToken);
        var marks = await RollUpMarks.ReadAsync(read, cancellationToken);
        if (await NeedsAllAsync(read, state, marks, now, cancellationToken))
            return now < state.CountedAt.AddMilliseconds((double)Share * state.Milliseconds) ? 0 : await writer.CountAllAsync(now, cancellationToken);
        if (marks.EventId == state.EarlierEventId && marks.MembershipChangeId == state.EarlierMembershipChangeId)
            return 0;
        return await writer.CountSomeAsync(await TouchedAsync(read, state, cancellationToken), marks, now, cancellationToken);
    }

    private async Task<bool> NeedsAllAsync(PortalDbContext read, RollUpState state, RollUpMarks marks, DateTime now, CancellationToken cancellationToken) =>
        zone.DayOf(now) != state.Day
        || now - state.CountedAt > Longest
        || marks.EventId - state.EventId > Many
        || marks.MembershipChangeId - state.MembershipChangeId > Many
        || await read.Jobs.AnyAsync(j => j.FinishedAt >= state.CountedAt && j.Status != JobStatus.Queued && j.Status != JobStatus.Running, cancellationToken);

    private static async Task<IReadOnlyCollection<int>> TouchedAsync(PortalDbContext read, RollUpState state, CancellationToken cancellationToken)
    {
        var (afterEvent, afterChange) = (state.EarlierEventId, state.EarlierMembershipChangeId);
        var changed = await read.ChangeEvents.Where(e => e.Id > afterEvent && e.BuyingGroupId != null)
            .Join(read.BuyingGroups, e => e.BuyingGroupId, g => g.Id, (e, g) => g.SolutionInterestId).Distinct().ToListAsync(cancellationToken);
        var ofAccounts = await read.ChangeEvents.Where(e => e.Id > afterEvent && e.Kind == ChangeEventKind.AccountData)
            .Join(read.BuyingGroups, e => e.AccountId, g => g.AccountId, (e, g) => g.SolutionInterestId).Distinct().ToListAsync(cancellationToken);
        var ofMembers = await read.MembershipChanges.Where(c => c.Id > afterChange)
            .Join(read.BuyingGroups, c => c.BuyingGroupId, g => g.Id, (c, g) => g.SolutionInterestId).Distinct().ToListAsync(cancellationToken);
        return changed.Concat(ofAccounts).Concat(ofMembers).ToHashSet();
    }
}
