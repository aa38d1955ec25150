using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>Chooses, saves and deletes views of a list (mock-up 02b). It keeps nothing itself: the page saves, and the address says which view is shown.</summary>
public sealed partial class SavedViews : ComponentBase
{
    Popover? popover;
    SavedView? current;
    bool naming;
    string name = "";
    bool share;

    [Parameter, EditorRequired] public IReadOnlyList<SavedView> Views { get; set; } = [];

    /// <summary>The id of the view chosen last; null for all.</summary>
    [Parameter] public int? CurrentId { get; set; }

    /// <summary>The query the list shows now; when it differs from the view's, the view is marked as edited.</summary>
    [Parameter] public string Query { get; set; } = "";

    /// <summary>A view was chosen; null for all.</summary>
    [Parameter] public EventCallback<SavedView?> OnChoose { get; set; }

    /// <summary>Save <see cref="Query"/> under the name: with id 0 a new view, otherwise changes to that one.</summary>
    [Parameter] public EventCallback<SavedView> OnSave { get; set; }

    [Parameter] public EventCallback<SavedView> OnDelete { get; set; }

    protected override void OnParametersSet() => current = Views.FirstOrDefault(view => view.Id == CurrentId);

    Task Close() => popover!.CloseAsync();

    async Task Choose(SavedView? view)
    {
        await Close();
        await OnChoose.InvokeAsync(view);
    }

    async Task SaveChanges()
    {
        var view = current! with { Query = Query };
        await Close();
        await OnSave.InvokeAsync(view);
    }

    /// <summary>Shows one's own view to others, or to oneself only. Its filters stay as they were saved.</summary>
    async Task Share()
    {
        var view = current! with { IsShared = !current.IsShared };
        await Close();
        await OnSave.InvokeAsync(view);
    }

    async Task SaveNew()
    {
        if (string.IsNullOrWhiteSpace(name)) return;
        var view = new SavedView(0, name.Trim(), Query, IsShared: share);
        (name, share) = ("", false);
        await Close();
        await OnSave.InvokeAsync(view);
    }

    async Task Delete()
    {
        var view = current!;
        await Close();
        await OnDelete.InvokeAsync(view);
    }
}
