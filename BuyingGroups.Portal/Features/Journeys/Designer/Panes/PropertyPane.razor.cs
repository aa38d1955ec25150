using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes;

/// <summary>The side region of the designer: the pane of the node that was selected last.</summary>
public sealed partial class PropertyPane : ComponentBase, IAsyncDisposable
{
    private PaneEditing? editing;
    private DesignerSession? watched;
    private ElementReference fields;
    private ComponentScript script = null!;
    private bool focusing;

    /// <summary>The open designer.</summary>
    [Parameter, EditorRequired] public DesignerSession Session { get; set; } = null!;

    /// <summary>Buttons beside the name, such as duplicate and delete.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    private PaneKind Kind => PaneKinds.Of(editing!.Node!);

    /// <summary>Puts the focus on the first field that is wrong, else the first that is empty, else the first.</summary>
    public Task FocusFirstAsync()
    {
        focusing = true;
        return InvokeAsync(StateHasChanged);
    }

    public ValueTask DisposeAsync()
    {
        if (watched is not null)
            watched.Changed -= Show;
        return script.DisposeAsync();
    }

    protected override void OnInitialized() => script = new(Browser, "./Features/Journeys/Designer/Panes/PropertyPane.razor.js");

    protected override void OnParametersSet()
    {
        if (watched != Session)
        {
            if (watched is not null)
                watched.Changed -= Show;
            watched = Session;
            Session.Changed += Show;
        }
        Follow();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!focusing || editing is null)
            return;
        focusing = false;
        await script.InvokeVoidAsync("focusFirst", fields);
    }

    private static Dictionary<string, object> Parameters(JourneyNode node) => new(StringComparer.Ordinal) { ["Node"] = node };

    private void Follow()
    {
        if (Session.Primary is not { } id)
            editing = null;
        else if (editing?.NodeId != id || editing.Session != Session)
            editing = new PaneEditing(Session, id);
    }

    private void Show() => _ = InvokeAsync(() =>
    {
        Follow();
        StateHasChanged();
    });
}
