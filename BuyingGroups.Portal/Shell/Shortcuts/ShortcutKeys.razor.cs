using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Shell.Shortcuts;

/// <summary>
/// The keyboard of the portal (DESIGN.md § Keyboard). Keys are read in the browser; only what they start comes here. Pages take part with attributes:
/// <c>data-key="n"</c> on the button for "new", <c>data-key="e"</c> for "export", <c>data-list-search</c> on the field that "/" goes to.
/// </summary>
public sealed partial class ShortcutKeys : ComponentBase, IAsyncDisposable
{
    /// <summary>The module that reads the keys, and knows whether single letters are on.</summary>
    internal const string Address = "./Shell/Shortcuts/ShortcutKeys.razor.js";

    ComponentScript script = null!;

    [Parameter] public EventCallback OnSearch { get; set; }

    [Parameter] public EventCallback OnHelp { get; set; }

    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] IJSRuntime Browser { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    [Inject] PageRoutes Pages { get; set; } = null!;

    [JSInvokable]
    public Task Search() => OnSearch.InvokeAsync();

    [JSInvokable]
    public Task Help() => OnHelp.InvokeAsync();

    [JSInvokable]
    public void Go(string key)
    {
        var place = Destinations.Main.OpenTo(User, Pages).FirstOrDefault(place => place.Key is { } own && string.Equals(own.ToString(), key, StringComparison.OrdinalIgnoreCase));
        if (place is not null) Navigation.NavigateTo(place.Href);
    }

    public ValueTask DisposeAsync() => script.DisposeAsync();

    protected override void OnInitialized() => script = new(Browser, Address);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await script.AttachAsync("attach", script.Reference(this), User.UsesShortcuts);
    }
}
