using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
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
    private PageOf<JourneyRow>? page;
    private IReadOnlyList<Refusal>? refusals;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    private JourneyStatus? Status => StatusOf(State);

    private static JourneyStatus? StatusOf(ListState state) => Enum.TryParse<JourneyStatus>(state.Filter(StatusKey), out var status) ? status : null;

    private async Task<PageOf<JourneyRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindJourneys(state.Request, state.Search, StatusOf(state), JourneyAddress.Read(state)), cancellationToken)).Demand();

    private async Task<(int Total, bool IsCapped)> CountAsync(ListState state, CancellationToken cancellationToken)
    {
        var found = await LoadAsync(state, cancellationToken);
        return (found.Total, found.TotalIsCapped);
    }

    private void Loaded(PageOf<JourneyRow> loaded)
    {
        page = loaded;
        StateHasChanged();
    }

    private async Task DuplicateAsync(JourneyRow row, bool withSettings)
    {
        var copy = await Gateway.SendAsync(new DuplicateJourney(row.Id, withSettings));
        refusals = copy.Refusals;
        if (copy.Succeeded)
            Navigation.NavigateTo($"/journeys/{copy.Value}/designer");
    }

    private async Task DeleteAsync(JourneyRow row)
    {
        if (!await Confirmation.AskAsync(
            T["Delete the journey “{0}”?", row.Name], T["Its drawing, versions, counts and timelines go. What its steps did to buying groups and lists stays. This cannot be undone."], T["Delete journey"]))
        {
            return;
        }
        var deleted = await Gateway.SendAsync(new DeleteJourney(row.Id));
        refusals = deleted.Refusals;
        await (grid?.ReloadAsync() ?? Task.CompletedTask);
    }
}
