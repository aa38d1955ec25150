using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Layout;

/// <summary>Who is signed in, and the way out. Signing out is a page of its own (/sign-out): it changes cookies, which a connection cannot.</summary>
public sealed partial class UserMenu : ComponentBase
{
    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] PageRoutes Pages { get; set; } = null!;
}
