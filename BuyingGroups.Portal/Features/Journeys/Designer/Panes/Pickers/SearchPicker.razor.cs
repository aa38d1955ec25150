using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Pickers;

/// <summary>Chooses one of many by typing a part of its name; the search runs on the server, and only what fits is sent. A combobox to the keyboard and to screen readers.</summary>
public sealed partial class SearchPicker : PaneInput, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly LatestRun searching = new();
    private IReadOnlyList<PickerOption> found = [];
    private string? typed;
    private bool open;
    private bool searched;
    private int active = -1;

    /// <summary>Key of what is chosen; null for nothing.</summary>
    [Parameter] public string? Value { get; set; }

    /// <summary>Name of what is chosen.</summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>Finds the first that fit, by a part of their name; empty for all.</summary>
    [Parameter, EditorRequired] public Func<string, CancellationToken, Task<IReadOnlyList<PickerOption>>> Search { get; set; } = null!;

    /// <summary>One was chosen; null when the choice was cleared.</summary>
    [Parameter] public EventCallback<PickerOption?> OnChosen { get; set; }

    /// <summary>Whether there may be no choice.</summary>
    [Parameter] public bool Clearable { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    /// <summary>What to say when there is nothing at all to choose.</summary>
    [Parameter] public string? Nothing { get; set; }

    private string ListId => Id + "-list";

    private string Shown => typed ?? Name ?? "";

    public void Dispose() => searching.Dispose();

    private string OptionId(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}-{index}");

    private Task OpenAsync() => open || Fixed ? Task.CompletedTask : SearchAsync("", TimeSpan.Zero);

    private Task TypedAsync(string? text)
    {
        typed = text ?? "";
        return SearchAsync(typed, Quiet);
    }

    private async Task SearchAsync(string part, TimeSpan quiet)
    {
        open = true;
        var token = searching.Begin();
        try
        {
            if (quiet > TimeSpan.Zero)
                await Task.Delay(quiet, token);
            var answer = await Search(part.Trim(), token);
            token.ThrowIfCancellationRequested();
            (found, searched) = (answer, true);
            active = string.IsNullOrWhiteSpace(part) ? answer.ToList().FindIndex(option => string.Equals(option.Key, Value, StringComparison.Ordinal)) : answer.Count > 0 ? 0 : -1;
        }
        catch (OperationCanceledException)
        {
            // Typed on, or gone.
        }
    }

    private Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when !open:
                return OpenAsync();
            case "ArrowDown":
                active = Math.Min(active + 1, found.Count - 1);
                break;
            case "ArrowUp":
                active = Math.Max(active - 1, 0);
                break;
            case "Enter" when open && active >= 0 && active < found.Count:
                return ChooseAsync(found[active]);
            case "Escape":
                Close();
                break;
        }
        return Task.CompletedTask;
    }

    private Task ChooseAsync(PickerOption option)
    {
        Close();
        return OnChosen.InvokeAsync(option);
    }

    private Task ClearAsync()
    {
        Close();
        return OnChosen.InvokeAsync(null);
    }

    private void Close() => (open, searched, typed, found, active) = (false, false, null, [], -1);
}
