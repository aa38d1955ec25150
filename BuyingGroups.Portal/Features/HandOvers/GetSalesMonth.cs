using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.HandOvers;

/// <summary>How sales did in thirty days, and what waits.</summary>
/// <param name="Mine">Only accounts that the caller looks after.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record GetSalesMonth(bool Mine) : IQuery<SalesMonth>;

/// <summary>The answer.</summary>
/// <param name="Accepted">Groups accepted.</param>
/// <param name="AcceptedBefore">In the thirty days before.</param>
/// <param name="MedianDays">Median time to accept, days; null when nothing was accepted.</param>
/// <param name="WaitingLong">Groups that wait for more than five days.</param>
/// <param name="Opportunities">Open opportunities of accounts with groups.</param>
/// <param name="Amount">Their amounts.</param>
public sealed record SalesMonth(int Accepted, int AcceptedBefore, double? MedianDays, int WaitingLong, int Opportunities, decimal Amount);

public sealed class GetSalesMonthHandler : IQueryHandler<GetSalesMonth, SalesMonth>
{
    private const int Days = 30;
    private const int LongDays = 5;

    public async Task<Outcome<SalesMonth>> HandleAsync(GetSalesMonth query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var owner = context.Caller.UserId;
        var handOvers = query.Mine ? database.HandOvers.Where(h => h.BuyingGroup!.Account!.OwnerId == owner) : database.HandOvers;
        var (start, before, late) = (context.Now.AddDays(-Days), context.Now.AddDays(-2 * Days), context.Now.AddDays(-LongDays));
        var accepted = handOvers.Where(h => h.Status == HandOverStatus.Accepted && h.DecidedAt >= start);
        var count = await accepted.CountAsync(cancellationToken);
        var middle = count == 0 ? [] : await accepted.Select(h => h.SecondsToAccept ?? 0).OrderBy(s => s).Skip((count - 1) / 2).Take(2 - count % 2).ToListAsync(cancellationToken);
        var open = database.Opportunities.Where(o => !o.IsClosed);
        if (query.Mine)
            open = open.Where(o => database.Accounts.Any(a => a.Id == o.AccountId && a.OwnerId == owner));
        var amounts = await open.Select(o => o.Amount ?? 0).ToListAsync(cancellationToken);
        return new SalesMonth(
            count,
            await handOvers.CountAsync(h => h.Status == HandOverStatus.Accepted && h.DecidedAt >= before && h.DecidedAt < start, cancellationToken),
            middle.Count == 0 ? null : middle.Average() / TimeSpan.SecondsPerDay,
            await handOvers.CountAsync(h => h.Status == HandOverStatus.Waiting && h.ReadyAt < late, cancellationToken),
            amounts.Count, amounts.Sum());
    }
}
