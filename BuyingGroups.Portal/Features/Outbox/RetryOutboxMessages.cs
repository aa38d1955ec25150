using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Outbox;

/// <summary>Sends given-up messages on their way again, with all tries before them.</summary>
/// <param name="Id">The message; null for the first thousand given up.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record RetryOutboxMessages(long? Id) : ICommand<int>;

/// <summary>Nothing of it is given up.</summary>
public sealed record NothingToRetry() : Refusal("There is no such message that was given up. Nothing was changed; it may be on its way again already.");

/// <summary>Retries.</summary>
public sealed class RetryOutboxMessagesHandler : ICommandHandler<RetryOutboxMessages, int>
{
    private const int Most = 1_000;

    public async Task<Outcome<int>> HandleAsync(RetryOutboxMessages command, CommandContext context, CancellationToken cancellationToken)
    {
        var dead = context.Database.OutboxMessages.Where(m => m.Status == OutboxStatus.Dead);
        var ids = await (command.Id is { } id ? dead.Where(m => m.Id == id) : dead.OrderBy(m => m.Id)).Select(m => m.Id).Take(Most).ToListAsync(cancellationToken);
        var now = new DateTimeOffset(context.Now, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var retried = await dead.Where(m => ids.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboxStatus.Waiting).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NextAt, now), cancellationToken);
        if (retried == 0)
            return new NothingToRetry();
        context.Audit("OutboxMessage", command.Id ?? 0, null, null, new { Retried = retried });
        return retried;
    }
}
