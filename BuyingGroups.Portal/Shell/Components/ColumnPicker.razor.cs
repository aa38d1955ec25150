using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>Which columns a list shows and in what order (mock-up 02b).</summary>
public sealed partial class ColumnPicker : ComponentBase
{
    string search = "";

    [Parameter, EditorRequired] public IReadOnlyList<ListColumn> Columns { get; set; } = [];

    /// <summary>The keys shown, in order.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> Shown { get; set; } = [];

    /// <summary>The new keys in order; null to go back to the first choice.</summary>
    [Parameter] public EventCallback<IReadOnlyList<string>?> OnChange { get; set; }

    IEnumerable<ListColumn> Ordered() => Shown
        .Select(key => Columns.FirstOrDefault(column => column.Key == key)).OfType<ListColumn>()
        .Concat(Columns.Where(column => !Shown.Contains(column.Key, StringComparer.Ordinal)));

    Task Toggle(string key) => OnChange.InvokeAsync(Shown.Contains(key, StringComparer.Ordinal) ? [.. Shown.Where(other => other != key)] : [.. Shown, key]);

    Task Move(string key, int by)
    {
        var keys = Shown.ToList();
        var from = keys.IndexOf(key);
        if (from + by < 0 || from + by >= keys.Count) return Task.CompletedTask;
        (keys[from], keys[from + by]) = (keys[from + by], keys[from]);
        return OnChange.InvokeAsync(keys);
    }
}
