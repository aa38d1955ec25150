using BuyingGroups.Data.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Email and password. A plain form, because a session cookie can only be set while a page is being answered.</summary>
public sealed partial class SignInPage : ComponentBase
{
    string? problem;

    [SupplyParameterFromForm(FormName = "sign-in")] SignInForm Form { get; set; } = null!;

    [SupplyParameterFromQuery] string? ReturnUrl { get; set; }

    [CascadingParameter] HttpContext Http { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    [Inject] SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject] PasswordCheck Check { get; set; } = null!;

    [Inject] SignInThrottle Throttle { get; set; } = null!;

    protected override void OnInitialized()
    {
        Form ??= new SignInForm();
        if (HttpMethods.IsGet(Http.Request.Method) && Http.User.Identity?.IsAuthenticated == true)
            Navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
    }

    async Task SignInAsync()
    {
        if (!Throttle.Allows(Http))
        {
            problem = T["There were too many tries from this address. Nobody was signed in; wait a minute and try again."];
            return;
        }
        var answer = await Check.CheckAsync(Form.Email, Form.Password, Http.From(), Http.RequestAborted);
        if (answer.UserId is not { } user)
        {
            problem = T["Email and password do not fit, or the account is locked or disabled. After five wrong tries an account is locked for 15 minutes. Try again, or ask an admin."];
            return;
        }
        var target = LocalAddress.Of(ReturnUrl);
        if (answer.NeedsCode)
        {
            await Entrance.AwaitCodeAsync(Http, user, Form.Keep);
            Navigation.NavigateTo("/sign-in/code?returnUrl=" + Uri.EscapeDataString(target));
            return;
        }
        await Entrance.OpenAsync(Http, Sessions, user, Form.Keep);
        Navigation.NavigateTo(target);
    }

    sealed class SignInForm
    {
        public string? Email { get; set; }

        public string? Password { get; set; }

        public bool Keep { get; set; }
    }
}
