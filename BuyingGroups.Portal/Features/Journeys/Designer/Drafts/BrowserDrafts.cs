using System.Text;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Drafts;

/// <summary>
/// Holds drawings in the browser. A drawing is sent after what the edit changed on screen, and once for several edits in a row. What a browser without
/// a connection is not told does no harm: this process, which has the drawing, is alive then.
/// </summary>
public sealed class BrowserDrafts(IJSRuntime browser, string name) : IHeldDrafts, IAsyncDisposable
{
    private const long Longest = 16 * 1024 * 1024;
    private readonly ComponentScript script = new(browser, "./Features/Journeys/Designer/Drafts/DraftState.razor.js");
    private (int Version, Func<string?> Write)? next;
    private bool isSending;

    /// <summary>Finds what was held before.</summary>
    public async Task<HeldDraft?> FindAsync()
    {
        try
        {
            if (await script.InvokeAsync<Found?>("find", name) is not { } found)
                return null;
            await using var reference = await script.InvokeAsync<IJSStreamReference>("take", found.Key);
            if (reference is null)
                return null;
            await using var stream = await reference.OpenReadStreamAsync(Longest);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return new HeldDraft(found.Version, await reader.ReadToEndAsync());
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or TaskCanceledException or TimeoutException or IOException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Hold(int version, Func<string?> write)
    {
        next = (version, write);
        if (!isSending)
            _ = SendAsync();
    }

    /// <inheritdoc />
    public void Release()
    {
        next = null;
        _ = TellAsync("release", name);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        next = null;
        return script.DisposeAsync();
    }

    private async Task SendAsync()
    {
        isSending = true;
        // After the edit has been drawn.
        await Task.Yield();
        isSending = false;
        var due = next;
        next = null;
        if (due?.Write() is { } document)
            await TellAsync("hold", name, due.Value.Version, document);
    }

    private async Task TellAsync(string function, params object[] arguments)
    {
        try
        {
            await script.InvokeVoidAsync(function, arguments);
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or TaskCanceledException or InvalidOperationException)
        {
            // Without a browser nothing is held; the drawing is here, and is saved.
        }
    }

    private sealed record Found(int Version, string Key);
}
