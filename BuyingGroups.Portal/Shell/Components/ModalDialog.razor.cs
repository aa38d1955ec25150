using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>The browser's own modal dialog: it keeps the focus, gives it back, and closes with Esc. For what belongs to the shell; pages use DialogService.</summary>
public sealed partial class ModalDialog : ComponentBase, IAsyncDisposable
{
    ElementReference dialog;
    ComponentScript script = null!;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Class { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public EventCallback OnClosed { get; set; }

    public bool IsOpen { get; private set; }

    [Inject] IJSRuntime Browser { get; set; } = null!;

    public async Task OpenAsync()
    {
        if (IsOpen) return;
        IsOpen = true;
        StateHasChanged();
        await script.InvokeVoidAsync("open", dialog);
    }

    public async Task CloseAsync()
    {
        if (IsOpen) await script.InvokeVoidAsync("close", dialog);
    }

    public ValueTask DisposeAsync() => script.DisposeAsync();

    protected override void OnInitialized() => script = new(Browser, "./Shell/Components/ModalDialog.razor.js");

    async Task Closed()
    {
        IsOpen = false;
        await OnClosed.InvokeAsync();
    }
}
