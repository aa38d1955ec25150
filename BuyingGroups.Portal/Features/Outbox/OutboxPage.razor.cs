using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Outbox;

/// <summary>Messages that journeys send out of the house, for who manages the portal; those given up can be retried.</summary>
public sealed partial class OutboxPage : ListPage
{
    private IReadOnlyDictionary<OutboxStatus, int>? counts;
    private IReadOnlyList<Refusal>? refusals;
    private PagedGrid<OutboxRow>? grid;
    private string? told;

    [Inject] private Gateway Gateway { get; set; } = null!;

    private OutboxStatus Status => Enum.TryParse<OutboxStatus>(State.Filter("status"), out var status) ? status : OutboxStatus.Dead;

    private static string Words(OutboxStatus status) => status switch
    {
        OutboxStatus.Waiting => "Waiting",
        OutboxStatus.Sent => "Sent",
        OutboxStatus.Held => "Held: no sender yet",
        _ => "Given up",
    };

    private int Count(OutboxStatus status) => counts?.GetValueOrDefault(status) ?? 0;

    private async Task<PageOf<OutboxRow>> LoadAsync(ListState state, CancellationToken cancellationToken)
    {
        counts = (await Gateway.AskAsync(new CountOutbox(), cancellationToken)).Value;
        var found = await Gateway.AskAsync(new FindOutboxMessages(state.Request, Status), cancellationToken);
        refusals = found.Refusals;
        await InvokeAsync(StateHasChanged);
        return found.Value ?? PageOf<OutboxRow>.Empty;
    }

    private Task RetryAllAsync() => RetryAsync(null);

    private async Task RetryAsync(long? id)
    {
        var retried = await Gateway.SendAsync(new RetryOutboxMessages(id));
        if (grid is not null)
            await grid.ReloadAsync();
        (refusals, told) = (retried.Refusals, retried.Succeeded ? T.Count(retried.Value, "{0} message is on its way again.", "{0} messages are on their way again.") : null);
    }
}
