using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.ApiKeys;

/// <summary>Shows a new key once, with a button that copies it.</summary>
public sealed partial class NewApiKeyNote : ComponentBase, IAsyncDisposable
{
    IJSObjectReference? script;
    bool? copied;

    [Parameter, EditorRequired] public string Key { get; set; } = "";

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] IJSRuntime JS { get; set; } = null!;

    async Task CopyAsync()
    {
        try
        {
            script ??= await JS.InvokeAsync<IJSObjectReference>("import", "./Features/ApiKeys/NewApiKeyNote.razor.js");
            copied = await script.InvokeAsync<bool>("copy", Key);
        }
        catch (JSException)
        {
            copied = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (script is not null)
                await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its script with it.
        }
    }
}
