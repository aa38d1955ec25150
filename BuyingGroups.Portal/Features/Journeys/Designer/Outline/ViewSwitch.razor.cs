using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Outline;

/// <summary>Chooses between canvas and outline; the choice is kept in the browser.</summary>
public sealed partial class ViewSwitch : ComponentBase, IAsyncDisposable
{
    private IJSObjectReference? module;
    private IJSObjectReference? watch;
    private DotNetObjectReference<ViewSwitch>? self;
    private bool chosen;
    private bool narrow;

    /// <summary>True shows the outline.</summary>
    [Parameter, EditorRequired] public bool IsOutline { get; set; }

    [Parameter] public EventCallback<bool> IsOutlineChanged { get; set; }

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    /// <summary>The window became too narrow for drawing, or wide enough.</summary>
    [JSInvokable]
    public Task NarrowAsync(bool isNarrow)
    {
        narrow = isNarrow;
        return ShowAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (watch is not null)
            {
                await watch.InvokeVoidAsync("dispose");
                await watch.DisposeAsync();
            }
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone.
        }
        self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        module = await Browser.InvokeAsync<IJSObjectReference>("import", "./Features/Journeys/Designer/Outline/ViewSwitch.razor.js");
        self = DotNetObjectReference.Create(this);
        chosen = await module.InvokeAsync<bool>("chosen");
        watch = await module.InvokeAsync<IJSObjectReference>("watch", self);
        await ShowAsync();
    }

    private async Task ChooseAsync(bool outline)
    {
        chosen = outline;
        if (module is not null)
            await module.InvokeVoidAsync("choose", outline);
        await ShowAsync();
    }

    private async Task ShowAsync()
    {
        if ((chosen || narrow) != IsOutline)
            await IsOutlineChanged.InvokeAsync(chosen || narrow);
        StateHasChanged();
    }
}
