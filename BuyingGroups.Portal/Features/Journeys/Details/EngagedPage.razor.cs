using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Details;

/// <summary>The accounts or people that were active while they travelled a journey.</summary>
public sealed partial class EngagedPage : ListPage
{
    private const string WhoKey = "who";
    private string? journey;

    [Parameter] public int JourneyId { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    private bool ShowsPeople => string.Equals(State.Filter(WhoKey), "people", StringComparison.Ordinal);

    private string Title => ShowsPeople ? T["Engaged people"] : T["Engaged accounts"];

    protected override async Task OnParametersSetAsync() => journey = (await Gateway.AskAsync(new GetJourney(JourneyId))).Value?.Journey.Name;

    private string NameOf(EngagedRow row) => (ShowsPeople ? row.Person : row.Account) ?? "";

    private string AddressOf(EngagedRow row) => ShowsPeople ? $"/people/{row.PersonId}" : $"/journeys/{JourneyId}/accounts/{row.AccountId}";

    private async Task<PageOf<EngagedRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindEngaged(JourneyId, ShowsPeople, state.Request), cancellationToken)).Demand();
}
