using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>The journeys of the portal, whatever their state.</summary>
public sealed partial class JourneysPage : ListPage
{
    private const string StatusKey = "status";
    private PagedGrid<JourneyRow>? grid;

    [Inject] private Gateway Gateway { get; set; } = null!;

    private JourneyStatus? Status => Enum.TryParse<JourneyStatus>(State.Filter(StatusKey), out var status) ? status : null;

    private async Task<PageOf<JourneyRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindJourneys(state.Request, state.Search, Status), cancellationToken)).Demand();
}
