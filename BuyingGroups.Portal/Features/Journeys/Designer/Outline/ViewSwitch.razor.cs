using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Outline;

/// <summary>Chooses between canvas and outline; the choice is kept in the browser.</summary>
public sealed partial class ViewSwitch : ComponentBase, IAsyncDisposable
{
    private ComponentScript script = null!;
    private bool? chosen;
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

    public ValueTask DisposeAsync() => script.DisposeAsync();

    protected override void OnInitialized() => script = new(Browser, "./Features/Journeys/Designer/Outline/ViewSwitch.razor.js");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        var remembered = await script.InvokeAsync<bool>("chosen");
        // Who has chosen before the browser answered is not overruled by what it remembers.
        chosen ??= remembered;
        await script.AttachAsync("watch", script.Reference(this));
        await ShowAsync();
    }

    private async Task ChooseAsync(bool outline)
    {
        chosen = outline;
        await script.InvokeVoidAsync("choose", outline);
        await ShowAsync();
    }

    private async Task ShowAsync()
    {
        var outline = chosen == true || narrow;
        if (outline != IsOutline)
            await IsOutlineChanged.InvokeAsync(outline);
        StateHasChanged();
    }
}
