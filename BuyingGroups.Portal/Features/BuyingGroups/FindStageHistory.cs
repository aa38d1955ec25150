using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Every move of a group between stages, refusals included, and every change of its status; latest first, paged.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="Page">Which page.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindStageHistory(long BuyingGroupId, PageRequest Page) : IQuery<PageOf<StageHistoryRow>>;

/// <summary>One line.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who or what.</param>
/// <param name="IsStage">True for a move, false for a status.</param>
/// <param name="From">Stage or status before; null when there was none.</param>
/// <param name="To">Stage or status asked for; null when the status was taken away.</param>
/// <param name="Refused">Why a move was refused; null when it was made.</param>
public sealed record StageHistoryRow(DateTime At, string By, bool IsStage, string? From, string? To, StageMoveVerdict? Refused);

public sealed class FindStageHistoryHandler : IQueryHandler<FindStageHistory, PageOf<StageHistoryRow>>
{
    public async Task<Outcome<PageOf<StageHistoryRow>>> HandleAsync(FindStageHistory query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.BuyingGroups.Where(g => g.Id == query.BuyingGroupId).Select(g => (long?)g.AccountId).FirstOrDefaultAsync(cancellationToken) is not { } account)
            return new NotFound("buying group", query.BuyingGroupId);
        var moves = database.StageChanges.Where(c => c.BuyingGroupId == query.BuyingGroupId);
        // The index of events is by account.
        var statuses = database.ChangeEvents.Where(e => e.AccountId == account && e.BuyingGroupId == query.BuyingGroupId && e.Kind == ChangeEventKind.Status);
        var total = await moves.CountAsync(cancellationToken) + await statuses.CountAsync(cancellationToken);
        var both = moves.Select(c => new { c.At, c.Id, IsStage = true }).Concat(statuses.Select(e => new { e.At, e.Id, IsStage = false }));
        var lines = await both.OrderByDescending(line => line.At).ThenByDescending(line => line.Id).ThenBy(line => line.IsStage).Skip(query.Page.Skip).Take(query.Page.Take).ToListAsync(cancellationToken);
        var (moveIds, statusIds) = (lines.Where(l => l.IsStage).Select(l => l.Id).ToList(), lines.Where(l => !l.IsStage).Select(l => l.Id).ToList());
        var moved = await database.StageChanges.Where(c => moveIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var said = await database.ChangeEvents.Where(e => statusIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
        var stageIds = moved.Values.SelectMany(c => new[] { c.FromStageId ?? 0, c.ToStageId }).Distinct().ToList();
        var stages = await database.Stages.Where(s => stageIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var actorIds = moved.Values.Select(c => c.ActorId).Concat(said.Values.Select(e => e.ActorId)).Distinct().ToList();
        var actors = await database.Actors.Where(a => actorIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        return new PageOf<StageHistoryRow>([.. lines.Select(line => line.IsStage ? Move(moved[line.Id]) : Status(said[line.Id]))], total);

        StageHistoryRow Move(StageChange c) => new(
            c.At, actors.GetValueOrDefault(c.ActorId, ""), true, c.FromStageId is { } from ? stages.GetValueOrDefault(from, $"{from}") : null, stages.GetValueOrDefault(c.ToStageId, $"{c.ToStageId}"),
            c.Applied ? null : Enum.TryParse<StageMoveVerdict>(c.Reason, out var reason) ? reason : StageMoveVerdict.NoTransition);

        StageHistoryRow Status(ChangeEvent e) => new(e.At, actors.GetValueOrDefault(e.ActorId, ""), false, e.Previous, e.Current, null);
    }
}
