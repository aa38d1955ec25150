using BuyingGroups.Domain.BuyingGroups;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.Memberships;

/// <summary>Gives the places of one record of a person to another record of the same person, with their history, inside the caller's transaction.</summary>
public sealed class MembershipHandover(MembershipWriter writer)
{
    /// <summary>Hands everything over; of two standings in one group the one holds that precedence says, with its source and maker.</summary>
    /// <param name="context">The transaction.</param>
    /// <param name="from">The person who goes.</param>
    /// <param name="to">The person who stays.</param>
    /// <param name="actorId">Who merges.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>In how many groups a place was handed over.</returns>
    public async Task<int> HandOverAsync(PortalDbContext context, long from, long to, int actorId, DateTime at, CancellationToken cancellationToken)
    {
        var groups = await context.Members.Where(member => member.PersonId == from).Select(member => member.BuyingGroupId).ToListAsync(cancellationToken);
        if (groups.Count > 0)
        {
            await LockAsync(context, groups, to, cancellationToken);
            await MoveAsync(context, from, to, cancellationToken);
            await writer.TouchAsync(context, context.BuyingGroups.Where(group => groups.Contains(group.Id)).Select(group => new TouchedRow { BuyingGroupId = group.Id }), cancellationToken, areNew: false);
            await writer.CountAsync(context, actorId, at, cancellationToken);
        }
        await context.MembershipChanges.Where(change => change.PersonId == from).ExecuteUpdateAsync(set => set.SetProperty(change => change.PersonId, to), cancellationToken);
        var known = context.DismissedSuggestions.Where(dismissed => dismissed.PersonId == to);
        await context.DismissedSuggestions
            .Where(dismissed => dismissed.PersonId == from && !known.Any(other => other.BuyingGroupId == dismissed.BuyingGroupId && other.RoleId == dismissed.RoleId))
            .ExecuteUpdateAsync(set => set.SetProperty(dismissed => dismissed.PersonId, to), cancellationToken);
        await context.DismissedSuggestions.Where(dismissed => dismissed.PersonId == from).ExecuteDeleteAsync(cancellationToken);
        return groups.Count;
    }

    /// <summary>Requests hold other writers off their groups; these are judged only, never applied.</summary>
    private async Task LockAsync(PortalDbContext context, List<long> groups, long person, CancellationToken cancellationToken)
    {
        await writer.BeginAsync(context, cancellationToken);
        await writer.RequestAsync(context, groups.Select(group => new MembershipLine(group, person, MembershipChangeKind.Remove, 0)), cancellationToken);
        await writer.JudgeAsync(context, Domain.Actors.ActorKind.System, cancellationToken);
    }

    private static async Task MoveAsync(PortalDbContext context, long from, long to, CancellationToken cancellationToken)
    {
        var both = await context.Members.AsNoTracking().Where(member => member.PersonId == from || member.PersonId == to).ToListAsync(cancellationToken);
        foreach (var pair in both.GroupBy(member => member.BuyingGroupId))
        {
            if (pair.FirstOrDefault(member => member.PersonId == from) is not { } gone)
                continue;
            if (pair.FirstOrDefault(member => member.PersonId == to) is { } own)
            {
                var (losing, holding) = MembershipPrecedence.SecondHolds((own.Source, own.ChangedAt), (gone.Source, gone.ChangedAt)) ? (own, gone) : (gone, own);
                await context.Members.Where(member => member.BuyingGroupId == losing.BuyingGroupId && member.PersonId == losing.PersonId).ExecuteDeleteAsync(cancellationToken);
                if (holding.PersonId == to)
                    continue;
            }
            await context.Members.Where(member => member.BuyingGroupId == gone.BuyingGroupId && member.PersonId == from)
                .ExecuteUpdateAsync(set => set.SetProperty(member => member.PersonId, to), cancellationToken);
        }
    }
}
