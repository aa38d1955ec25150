using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Radzen;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>Selecting rows. The keys are read in the browser, which moves the focus by itself; only what they change comes here.</summary>
public sealed partial class PagedGrid<TItem>
{
    ComponentScript script = null!;
    int anchor;

    bool AllOnPage => Rows.Count > 0 && Rows.All(IsSelected);

    /// <summary>Space: the row's tick.</summary>
    [JSInvokable]
    public Task ToggleAt(int index) => index >= 0 && index < Rows.Count ? ToggleAsync(index) : Task.CompletedTask;

    /// <summary>Shift with an arrow: everything from where it began to here.</summary>
    [JSInvokable]
    public Task ExtendTo(int from, int to) => SelectRangeAsync(from, to);

    /// <summary>Ctrl A: every row of the page.</summary>
    [JSInvokable]
    public Task SelectPage() => SelectRangeAsync(0, Rows.Count - 1);

    /// <summary>Enter.</summary>
    [JSInvokable]
    public Task OpenAt(int index) => index >= 0 && index < Rows.Count ? OpenAsync(Rows[index]) : Task.CompletedTask;

    /// <summary>Esc: nothing selected.</summary>
    [JSInvokable]
    public Task ClearSelection() => Selected.Count == 0 ? Task.CompletedTask : SelectedChanged.InvokeAsync(new HashSet<object>());

    public ValueTask DisposeAsync()
    {
        loads.Dispose();
        return script.DisposeAsync();
    }

    protected override void OnInitialized() => script = new(Browser, "./Shell/Components/PagedGrid.razor.js");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await ReloadAsync();
        await script.InvokeVoidAsync("start", frame, script.Reference(this));
    }

    bool IsSelected(TItem row) => Selected.Contains(RowKey(row));

    Task ClickAsync(TItem row, MouseEventArgs e)
    {
        var index = IndexOf(row);
        return e.ShiftKey ? SelectRangeAsync(anchor, index) : ToggleAsync(index);
    }

    Task ToggleAsync(int index)
    {
        if (!Selectable) return Task.CompletedTask;
        anchor = index;
        var key = RowKey(Rows[index]);
        var selected = new HashSet<object>(Selected);
        if (!selected.Remove(key)) selected.Add(key);
        return SelectedChanged.InvokeAsync(selected);
    }

    Task SelectRangeAsync(int from, int to)
    {
        if (!Selectable || Rows.Count == 0) return Task.CompletedTask;
        var first = Math.Clamp(Math.Min(from, to), 0, Rows.Count - 1);
        var last = Math.Clamp(Math.Max(from, to), 0, Rows.Count - 1);
        var selected = new HashSet<object>(Selected);
        selected.UnionWith(Rows.Skip(first).Take(last - first + 1).Select(row => RowKey(row)));
        return SelectedChanged.InvokeAsync(selected);
    }

    Task TogglePageAsync(ChangeEventArgs e)
    {
        var selected = new HashSet<object>(Selected);
        if (AllOnPage) selected.ExceptWith(Rows.Select(row => RowKey(row)));
        else selected.UnionWith(Rows.Select(row => RowKey(row)));
        return SelectedChanged.InvokeAsync(selected);
    }

    int IndexOf(TItem row)
    {
        for (var index = 0; index < Rows.Count; index++)
        {
            if (Equals(RowKey(Rows[index]), RowKey(row))) return index;
        }

        return 0;
    }

    void Row(RowRenderEventArgs<TItem> row)
    {
        if (row.Data is null) return;
        row.Attributes["data-row"] = IndexOf(row.Data);
        if (!Selectable) return;
        var selected = IsSelected(row.Data);
        row.Attributes["aria-selected"] = selected ? "true" : "false";
        if (selected) row.Attributes["class"] = "sel";
    }
}
