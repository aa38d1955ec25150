using BuyingGroups.Portal.Shell.Search;
using BuyingGroups.Portal.Shell.Shortcuts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BuyingGroups.Portal.Shell.Layout;

/// <summary>Top bar, navigation, page. A page that fails keeps the rest standing and can be tried again.</summary>
public sealed partial class MainLayout : LayoutComponentBase
{
    ErrorBoundary? boundary;
    SearchDialog? search;
    ShortcutHelp? help;

    // The next page is not the one that failed.
    protected override void OnParametersSet() => boundary?.Recover();
}
