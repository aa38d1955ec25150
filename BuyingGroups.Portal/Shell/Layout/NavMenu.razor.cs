using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BuyingGroups.Portal.Shell.Layout;

/// <summary>The navigation at the left: what the user may open, the place of the page marked.</summary>
public sealed partial class NavMenu : ComponentBase, IDisposable
{
    IReadOnlyList<Destination> administration = [];

    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    [Inject] PageRoutes Pages { get; set; } = null!;

    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    protected override void OnParametersSet() => administration = [.. Destinations.Administration.OpenTo(User, Pages)];

    public void Dispose() => Navigation.LocationChanged -= Moved;

    void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);

    string? Current(Destination place)
    {
        var here = "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0];
        var inside = string.Equals(here, place.Href, StringComparison.OrdinalIgnoreCase)
            || (place.Href.Length > 1 && here.StartsWith(place.Href + "/", StringComparison.OrdinalIgnoreCase));
        return inside ? "page" : null;
    }
}
