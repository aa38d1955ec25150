using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Ends the session. Only a post does, so that no link or picture elsewhere can sign somebody out.</summary>
public sealed partial class SignOutPage : ComponentBase
{
    [CascadingParameter] HttpContext Http { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    [Inject] SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject] PortalDatabase Database { get; set; } = null!;

    [Inject] AuditTrail Trail { get; set; } = null!;

    [Inject] TimeProvider Clock { get; set; } = null!;

    // Who came by the portal's own menu has asked already; the page's script then presses the button.
    bool AskedFromHere => Http.Request.Headers["Sec-Fetch-Site"] == "same-origin" && Http.User.Identity?.IsAuthenticated == true;

    async Task SignOutAsync()
    {
        if (CurrentCaller.From(Http.User, Http.From()) is { UserId: { } id } caller)
        {
            await Database.WriteAsync(
                async (context, token) => await Trail.AppendAsync(
                    context, await context.Users.FirstOrDefaultAsync(u => u.Id == id, token), SignInAudit.SignedOut, caller.From, Clock.GetUtcNow().UtcDateTime, null, token),
                Http.RequestAborted);
        }
        await Sessions.SignOutAsync();
        Navigation.NavigateTo("/sign-in");
    }
}
