using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BuyingGroups.Portal.Shell.Lists;

/// <summary>
/// What every list page starts from (<c>@inherits ListPage</c>): keeps <see cref="State"/> and the address the same thing. The page shows
/// <c>&lt;PagedGrid State="State" OnState="Go" Load="LoadAsync"&gt;</c>; the grid loads again by itself whenever the state changes.
/// </summary>
public abstract class ListPage : ComponentBase, IDisposable
{
    string path = "";

    /// <summary>What the list shows now, read from the address.</summary>
    protected ListState State { get; private set; } = new();

    [CascadingParameter] protected CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Shows another view of the list, through the address. Typing into a search field replaces the entry in the history instead of adding one per letter.</summary>
    protected void Go(ListState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state == State) return;
        var typing = state.Search != State.Search && State.Search.Length > 0;
        Navigation.NavigateTo(state.ToAddress("/" + path), replace: typing);
    }

    /// <summary>Called when the address brought another state, for pages that load more than the grid does.</summary>
    protected virtual Task OnStateChangedAsync() => Task.CompletedTask;

    protected override Task OnInitializedAsync()
    {
        path = PathOf(Navigation.Uri);
        State = ListState.Parse(Navigation.Uri);
        Navigation.LocationChanged += Moved;
        return OnStateChangedAsync();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Navigation.LocationChanged -= Moved;
    }

    string PathOf(string address) => Navigation.ToBaseRelativePath(address).Split('?', '#')[0];

    void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        if (!string.Equals(PathOf(e.Location), path, StringComparison.OrdinalIgnoreCase)) return;
        var state = ListState.Parse(e.Location);
        if (state == State) return;
        State = state;
        await OnStateChangedAsync();
        StateHasChanged();
    });
}
