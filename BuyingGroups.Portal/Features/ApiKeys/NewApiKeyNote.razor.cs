using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.ApiKeys;

/// <summary>Shows a new key once, with a button that copies it.</summary>
public sealed partial class NewApiKeyNote : ComponentBase, IAsyncDisposable
{
    ComponentScript script = null!;
    bool? copied;

    [Parameter, EditorRequired] public string Key { get; set; } = "";

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] IJSRuntime Browser { get; set; } = null!;

    protected override void OnInitialized() => script = new(Browser, "./Features/ApiKeys/NewApiKeyNote.razor.js");

    async Task CopyAsync()
    {
        try
        {
            copied = await script.InvokeAsync<bool>("copy", Key);
        }
        catch (JSException)
        {
            copied = false;
        }
    }

    public ValueTask DisposeAsync() => script.DisposeAsync();
}
