using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>
/// The script that stands beside a component: imported when it is first needed, and let go with the component. The browser may have gone by then, and
/// everything of the script with it.
/// </summary>
/// <param name="browser">The browser that shows the component.</param>
/// <param name="address">Where the module is, such as "./Shell/Components/ModalDialog.razor.js".</param>
public sealed class ComponentScript(IJSRuntime browser, string address) : IAsyncDisposable
{
    private IJSObjectReference? module;
    private IJSObjectReference? attached;
    private IDisposable? reference;
    private bool ended;

    /// <summary>What the script calls back; gone with the component.</summary>
    public DotNetObjectReference<TComponent> Reference<TComponent>(TComponent component) where TComponent : class
    {
        var made = DotNetObjectReference.Create(component);
        reference = made;
        return made;
    }

    /// <summary>Calls a function of the module; not once the component has gone.</summary>
    public async Task InvokeVoidAsync(string function, params object?[] arguments)
    {
        if (await ImportAsync() is { } loaded)
            await loaded.InvokeVoidAsync(function, arguments);
    }

    /// <summary>Calls a function of the module that answers.</summary>
    /// <returns>The answer; nothing once the component has gone.</returns>
    public async Task<TAnswer?> InvokeAsync<TAnswer>(string function, params object?[] arguments) =>
        await ImportAsync() is { } loaded ? await loaded.InvokeAsync<TAnswer>(function, arguments) : default;

    /// <summary>Calls a function of the module that stays at work in the page until <c>dispose()</c> is called on what it returns; that is done here.</summary>
    /// <returns>What it returned, for its other functions; null when the component has gone.</returns>
    public async Task<IJSObjectReference?> AttachAsync(string function, params object?[] arguments)
    {
        attached = await InvokeAsync<IJSObjectReference>(function, arguments);
        if (ended)
            await DisposeAsync();
        return attached;
    }

    public async ValueTask DisposeAsync()
    {
        ended = true;
        var (atWork, loaded) = (attached, module);
        (attached, module) = (null, null);
        try
        {
            if (atWork is not null)
            {
                await atWork.InvokeVoidAsync("dispose");
                await atWork.DisposeAsync();
            }
            if (loaded is not null)
                await loaded.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone.
        }
        reference?.Dispose();
    }

    /// <summary>The module; null when the component has gone, perhaps while the browser was loading it: its elements are no more.</summary>
    private async Task<IJSObjectReference?> ImportAsync()
    {
        if (ended)
            return null;
        module ??= await browser.InvokeAsync<IJSObjectReference>("import", address);
        if (ended)
            await DisposeAsync();
        return module;
    }
}
