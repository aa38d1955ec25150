using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace BuyingGroups.Portal.Shell;

/// <summary>
/// The document around every page. Pages are interactive over one connection; those marked
/// <c>[ExcludeFromInteractiveRouting]</c> (sign-in, which sets cookies) are plain forms.
/// </summary>
public sealed partial class App : ComponentBase
{
#if OFFICIAL_BLAZOR_SCRIPT
    const string Client = "official";
#else
    const string Client = "net9";
#endif
    static readonly IComponentRenderMode Interactive = new InteractiveServerRenderMode(prerender: false);

    string? theme;

    [CascadingParameter] HttpContext HttpContext { get; set; } = null!;

    IComponentRenderMode? Mode => HttpContext.AcceptsInteractiveRouting() ? Interactive : null;

    protected override void OnInitialized() =>
        theme = HttpContext.Request.Cookies["theme"] is "dark" or "light" ? HttpContext.Request.Cookies["theme"] : null;
}
