using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>The search field of a list ("/" goes to it). Searches while typing, after a short pause.</summary>
public sealed partial class SearchBox : ComponentBase, IDisposable
{
    const int Pause = 250;

    readonly LatestRun waiting = new();
    string text = "";
    string given = "";

    /// <summary>What is searched for now.</summary>
    [Parameter] public string Value { get; set; } = "";

    [Parameter] public EventCallback<string> OnSearch { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    // The address changed by other means (Back, Clear, a saved view); our own typing must not be overwritten by a late answer.
    protected override void OnParametersSet()
    {
        if (Value == given) return;
        given = text = Value;
    }

    public void Dispose() => waiting.Dispose();

    async Task Typed(string? typed)
    {
        text = typed ?? "";
        try
        {
            await Task.Delay(Pause, waiting.Begin());
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await Send();
    }

    Task Committed(ChangeEventArgs e)
    {
        waiting.Stop();
        text = e.Value as string ?? "";
        return Send();
    }

    Task Send()
    {
        if (text.Trim() == given) return Task.CompletedTask;
        given = text.Trim();
        return OnSearch.InvokeAsync(given);
    }
}
