using BuyingGroups.Data.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Ends the session. Only a post does, so that no link or picture elsewhere can sign somebody out.</summary>
public sealed partial class SignOutPage : ComponentBase
{
    [CascadingParameter] HttpContext Http { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    [Inject] SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject] SignOutRecord SignedOut { get; set; } = null!;

    // Who came by the portal's own menu has asked already; the page's script then presses the button.
    bool AskedFromHere => Http.Request.Headers["Sec-Fetch-Site"] == "same-origin" && Http.User.Identity?.IsAuthenticated == true;

    async Task SignOutAsync()
    {
        await SignedOut.WriteAsync(Http);
        await Sessions.SignOutAsync();
        Navigation.NavigateTo("/sign-in");
    }
}
