using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.HandOvers;

/// <summary>Hand-overs to sales, paged: those that wait longest first, decided ones latest first.</summary>
/// <param name="Status">How they stand.</param>
/// <param name="Mine">Only accounts that the caller looks after.</param>
/// <param name="Page">Which page.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindHandOvers(HandOverStatus Status, bool Mine, PageRequest Page) : IQuery<PageOf<HandOverRow>>;

/// <summary>How the hand-over of one group stands; the last one, if there was any.</summary>
/// <param name="BuyingGroupId">The group.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record GetHandOver(long BuyingGroupId) : IQuery<HandOverOf>;

/// <summary>The answer.</summary>
/// <param name="Last">The last hand-over; null when there was none.</param>
public sealed record HandOverOf(HandOverRow? Last);

/// <summary>A hand-over as lists show it.</summary>
public sealed record HandOverRow(
    long Id, HandOverStatus Status, DateTime ReadyAt, DateTime? DecidedAt, string? Reason, string? DecidedBy, long BuyingGroupId, string Group, string Account, int Completeness, double Engagement,
    double EngagementChange, int Members, string? Stage);

public sealed class FindHandOversHandler : IQueryHandler<FindHandOvers, PageOf<HandOverRow>>, IQueryHandler<GetHandOver, HandOverOf>
{
    public async Task<Outcome<PageOf<HandOverRow>>> HandleAsync(FindHandOvers query, QueryContext context, CancellationToken cancellationToken)
    {
        var found = context.Database.HandOvers.Where(h => h.Status == query.Status);
        if (query.Mine)
            found = found.Where(h => h.BuyingGroup!.Account!.OwnerId == context.Caller.UserId);
        var total = await found.CountAsync(cancellationToken);
        var ordered = query.Status == HandOverStatus.Waiting ? found.OrderBy(h => h.ReadyAt).ThenBy(h => h.Id) : found.OrderByDescending(h => h.DecidedAt).ThenByDescending(h => h.Id);
        var ids = await ordered.Skip(query.Page.Skip).Take(query.Page.Take).Select(h => h.Id).ToListAsync(cancellationToken);
        var rows = (await Rows(context, context.Database.HandOvers.Where(h => ids.Contains(h.Id))).ToListAsync(cancellationToken)).ToDictionary(row => row.Id);
        return new PageOf<HandOverRow>([.. ids.Where(rows.ContainsKey).Select(id => rows[id])], total);
    }

    public async Task<Outcome<HandOverOf>> HandleAsync(GetHandOver query, QueryContext context, CancellationToken cancellationToken)
    {
        var last = await context.Database.HandOvers.Where(h => h.BuyingGroupId == query.BuyingGroupId).OrderByDescending(h => h.Id).Select(h => (long?)h.Id).FirstOrDefaultAsync(cancellationToken);
        return new HandOverOf(last is { } id ? await Rows(context, context.Database.HandOvers.Where(h => h.Id == id)).FirstOrDefaultAsync(cancellationToken) : null);
    }

    private static IQueryable<HandOverRow> Rows(QueryContext context, IQueryable<HandOver> handOvers) => handOvers.Select(h => new HandOverRow(
        h.Id, h.Status, h.ReadyAt, h.DecidedAt, h.Reason, context.Database.Actors.Where(a => a.Id == h.ActorId).Select(a => a.Name).FirstOrDefault(), h.BuyingGroupId, h.BuyingGroup!.Name,
        h.BuyingGroup.Account!.Name, h.BuyingGroup.Completeness, h.BuyingGroup.EngagementScore, h.BuyingGroup.EngagementChange, h.BuyingGroup.RoleFills.Sum(f => f.Assigned),
        h.BuyingGroup.Stage == null ? null : h.BuyingGroup.Stage.Name));
}
