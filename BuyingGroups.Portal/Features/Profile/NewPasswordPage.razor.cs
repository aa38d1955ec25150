using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Security.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BuyingGroups.Portal.Features.Profile;

/// <summary>One's own new password. A plain form, because the session's cookie is written anew with it.</summary>
public sealed partial class NewPasswordPage : ComponentBase
{
    IReadOnlyList<Refusal> refusals = [];
    string? problem;
    bool isDue;

    [SupplyParameterFromForm(FormName = "new-password")] PasswordForm Form { get; set; } = null!;

    [SupplyParameterFromQuery] string? ReturnUrl { get; set; }

    [CascadingParameter] HttpContext Http { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    [Inject] Gateway Gateway { get; set; } = null!;

    [Inject] SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject] SignInThrottle Throttle { get; set; } = null!;

    protected override void OnInitialized()
    {
        Form ??= new PasswordForm();
        isDue = Http.User.HasClaim(c => c.Type == PortalClaims.MustChangePassword);
    }

    async Task ChangeAsync()
    {
        if (!Throttle.Allows(Http))
        {
            problem = T["There were too many tries from this address. Nothing was changed; wait a minute and try again."];
            return;
        }
        if (Form.New != Form.Again)
        {
            problem = T["The two passwords differ. Nothing was changed; type the same one twice."];
            return;
        }
        var outcome = await Gateway.SendAsync(new ChangePassword(Form.Current ?? "", Form.New ?? ""), Http.RequestAborted);
        if (!outcome.Succeeded)
        {
            refusals = outcome.Refusals;
            return;
        }
        if (CurrentCaller.From(Http.User, Http.From()) is { UserId: { } id })
            await Entrance.OpenAsync(Http, Sessions, id, keep: false);
        Navigation.NavigateTo(isDue ? LocalAddress.Of(ReturnUrl) : "/profile");
    }

    sealed class PasswordForm
    {
        public string? Current { get; set; }

        public string? New { get; set; }

        public string? Again { get; set; }
    }
}
