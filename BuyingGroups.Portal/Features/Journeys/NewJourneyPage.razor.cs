using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>A new journey, from a document or empty.</summary>
public sealed partial class NewJourneyPage : ComponentBase
{
    private IReadOnlyList<Refusal>? refusals;
    private JourneyCheck? check;
    private string name = "";
    private string? description;
    private string text = "";

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private async Task ChangeAsync(string changed)
    {
        text = changed;
        check = string.IsNullOrWhiteSpace(text) ? null : (await Gateway.AskAsync(new CheckJourneyDocument(text))).Value;
    }

    private async Task CreateAsync()
    {
        var created = await Gateway.SendAsync(new CreateJourney(name, description, text));
        refusals = created.Refusals;
        if (created.Succeeded)
            Navigation.NavigateTo($"/journeys/{created.Value}/draft");
    }
}
