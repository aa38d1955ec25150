using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer;

/// <summary>The designer of one journey: palette, canvas, pane, problems (mock-up 04a).</summary>
public sealed partial class DesignerPage : ComponentBase, IDisposable
{
    private DesignerSession? session;
    private IReadOnlyList<Refusal>? refusals;
    private int loaded;

    [Parameter] public int Id { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private IStringLocalizer<Text> Texts { get; set; } = null!;

    public void Dispose()
    {
        if (session is not null)
            session.Changed -= Show;
    }

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

    private void Show() => _ = InvokeAsync(StateHasChanged);
}
