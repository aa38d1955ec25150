using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Details;

/// <summary>The accounts of a journey that stand in one way: what is behind the figures.</summary>
public sealed partial class EntriesPage : ListPage
{
    private const string StatusKey = "status";
    private IReadOnlyList<Refusal>? refusals;
    private string? journey;

    [Parameter] public int JourneyId { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    private EntryStatus Status => Enum.TryParse<EntryStatus>(State.Filter(StatusKey), out var status) && Enum.IsDefined(status) ? status : EntryStatus.Active;

    protected override async Task OnParametersSetAsync()
    {
        var answer = await Gateway.AskAsync(new GetJourney(JourneyId));
        (journey, refusals) = (answer.Value?.Journey.Name, answer.Refusals);
    }

    private string AddressOf(EntryRow row) => $"/journeys/{JourneyId}/accounts/{row.AccountId}?entry={row.EntryNumber}";

    private async Task<PageOf<EntryRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindEntries(JourneyId, Status, state.Request), cancellationToken)).Demand();
}
