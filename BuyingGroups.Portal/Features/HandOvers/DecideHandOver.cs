using BuyingGroups.Domain;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.HandOvers;

/// <summary>Sales takes a group that is ready.</summary>
/// <param name="BuyingGroupId">The group.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record AcceptGroup(long BuyingGroupId) : ICommand<Done>;

/// <summary>Sales gives a group back to marketing.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="Reason">Why, in one to five hundred characters.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record SendGroupBack(long BuyingGroupId, string Reason) : ICommand<Done>;

/// <summary>The group does not wait for sales.</summary>
/// <param name="Group">Its name.</param>
public sealed record GroupIsNotWaiting(string Group)
    : Refusal("{0} does not wait for sales any more: somebody has decided, or it fell below the thresholds. Nothing was changed; its page tells what happened.", Group);

/// <summary>Sending back needs a reason.</summary>
public sealed record ReasonMissing() : Refusal("Marketing needs to know why. Nothing was changed; write a reason and send the group back again.");

/// <summary>The reason is too long.</summary>
/// <param name="Most">Characters allowed.</param>
public sealed record ReasonTooLong(int Most) : Refusal("A reason has at most {0} characters. Nothing was changed; shorten it.", Most);

public sealed class DecideHandOverHandler : ICommandHandler<AcceptGroup, Done>, ICommandHandler<SendGroupBack, Done>
{
    public Task<Outcome<Done>> HandleAsync(AcceptGroup command, CommandContext context, CancellationToken cancellationToken) =>
        DecideAsync(command.BuyingGroupId, HandOverStatus.Accepted, null, context, cancellationToken);

    public async Task<Outcome<Done>> HandleAsync(SendGroupBack command, CommandContext context, CancellationToken cancellationToken)
    {
        if (Naming.Kept(command.Reason) is not { } reason)
            return new ReasonMissing();
        if (reason.Length > HandOver.ReasonMaxLength)
            return new ReasonTooLong(HandOver.ReasonMaxLength);
        return await DecideAsync(command.BuyingGroupId, HandOverStatus.SentBack, reason, context, cancellationToken);
    }

    private static async Task<Outcome<Done>> DecideAsync(long groupId, HandOverStatus status, string? reason, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var group = await database.BuyingGroups.AsNoTracking().FirstOrDefaultAsync(g => g.Id == groupId, cancellationToken);
        if (group is null)
            return new NotFound("buying group", groupId);
        var waiting = await database.HandOvers.AsNoTracking().FirstOrDefaultAsync(h => h.BuyingGroupId == groupId && h.Status == HandOverStatus.Waiting, cancellationToken);
        if (waiting is null)
            return new GroupIsNotWaiting(group.Name);
        var seconds = status == HandOverStatus.Accepted ? (int)Math.Min(int.MaxValue, Math.Max(0, (context.Now - waiting.ReadyAt).TotalSeconds)) : (int?)null;
        // Two colleagues may press at once: the row changes for the first only.
        var decided = await database.HandOvers.Where(h => h.Id == waiting.Id && h.Status == HandOverStatus.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(h => h.Status, status).SetProperty(h => h.DecidedAt, context.Now).SetProperty(h => h.SecondsToAccept, seconds).SetProperty(h => h.ActorId, context.ActorId)
                .SetProperty(h => h.Reason, reason).SetProperty(h => h.Completeness, group.Completeness).SetProperty(h => h.Engagement, group.EngagementScore).SetProperty(h => h.StageId, group.StageId),
            cancellationToken);
        if (decided == 0)
            return new GroupIsNotWaiting(group.Name);
        context.Audit("BuyingGroup", group.Id, group.Name, new { HandOver = nameof(HandOverStatus.Waiting) }, new { HandOver = status.ToString(), Reason = reason, SecondsToAccept = seconds });
        return Done.Instance;
    }
}
