using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Canvas;
using BuyingGroups.Portal.Features.Journeys.Designer.Review;
using BuyingGroups.Portal.Features.Journeys.Designer.Settings;
using BuyingGroups.Portal.Features.Journeys.Designer.Simulate;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer;

/// <summary>The designer of one journey: palette, canvas, pane, problems (mock-up 04a).</summary>
public sealed partial class DesignerPage : ComponentBase, IDisposable
{
    private readonly SimulationView simulation = new();
    private DesignerSession? session;
    private JourneyCanvas? canvas;
    private JourneySettingsDialog? settings;
    private ReviewDialog? review;
    private bool simulating;
    private IReadOnlyList<Refusal>? refusals;
    private int loaded;

    [Parameter] public int Id { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private IStringLocalizer<Text> Texts { get; set; } = null!;

    public void Dispose()
    {
        simulation.Changed -= Show;
        if (session is not null)
            session.Changed -= Show;
    }

    protected override void OnInitialized() => simulation.Changed += Show;

    protected override Task OnParametersSetAsync() => loaded == Id ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        loaded = Id;
        var opening = await Gateway.AskAsync(new OpenDesigner(Id));
        refusals = opening.Succeeded ? null : opening.Refusals;
        if (session is not null)
            session.Changed -= Show;
        session = null;
        if (!opening.Succeeded)
            return;
        var (journey, document, catalog) = opening.Value;
        var readOnly = !User.May(Permissions.JourneysManage) || JourneyRules.ToSaveDraft(journey) is not null;
        session = new DesignerSession(journey, document, catalog, readOnly, Texts);
        session.Changed += Show;
    }

    /// <summary>Writes the draft as it is drawn, for publishing; gives back its version.</summary>
    private async Task<Outcome<int>> SaveAsync()
    {
        var saved = await Gateway.SendAsync(new SaveJourneyDraft(session!.JourneyId, session.Version, JourneyJson.Write(session.Document)));
        if (saved.Succeeded)
            session.SavedAs(saved.Value);
        return saved;
    }

    private Task CentreAsync(NodeId node) => canvas?.CentreAsync(node) ?? Task.CompletedTask;

    private void Show() => _ = InvokeAsync(StateHasChanged);
}
