using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>Tabs that are links, so that each has an address, opens in a new window and goes back. Marked is the longest address that fits the page.</summary>
public sealed partial class Tabs : ComponentBase, IDisposable
{
    [Parameter, EditorRequired] public IReadOnlyList<TabLink> Items { get; set; } = [];

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Controls at the right end of the row.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    public void Dispose() => Navigation.LocationChanged -= Moved;

    void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);

    bool IsHere(TabLink tab) => Fit(tab) > 0 && Items.All(other => Fit(other) <= Fit(tab));

    /// <summary>How many characters of the tab's address fit the page's; 0 when it is another place. A tab with a query fits only with that query.</summary>
    int Fit(TabLink tab)
    {
        var here = "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];
        var path = here.Split('?')[0];
        if (tab.Href.Contains('?', StringComparison.Ordinal))
        {
            var query = tab.Href.Split('?')[1];
            return path == tab.Href.Split('?')[0] && here.Contains('?', StringComparison.Ordinal) && here.Split('?')[1].Split('&').Contains(query, StringComparer.Ordinal) ? tab.Href.Length : 0;
        }

        return path == tab.Href || path.StartsWith(tab.Href + "/", StringComparison.OrdinalIgnoreCase) ? tab.Href.Length : 0;
    }
}
