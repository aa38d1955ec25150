using BuyingGroups.Data.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>The second step of signing in.</summary>
public sealed partial class CodePage : ComponentBase
{
    string? problem;

    [SupplyParameterFromForm(FormName = "sign-in-code")] CodeForm Form { get; set; } = null!;

    [SupplyParameterFromQuery] string? ReturnUrl { get; set; }

    [CascadingParameter] HttpContext Http { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    [Inject] SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject] SecondStep Step { get; set; } = null!;

    [Inject] SignInThrottle Throttle { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new CodeForm();
        if (await Entrance.AwaitedAsync(Http) is null)
            Navigation.NavigateTo("/sign-in?returnUrl=" + Uri.EscapeDataString(LocalAddress.Of(ReturnUrl)));
    }

    async Task SignInAsync()
    {
        if (!Throttle.Allows(Http))
        {
            problem = T["There were too many tries from this address. Nobody was signed in; wait a minute and try again."];
            return;
        }
        if (await Entrance.AwaitedAsync(Http) is not { } awaited)
            return;
        if (!await Step.CheckAsync(awaited.UserId, Form.Code, Http.From(), Http.RequestAborted))
        {
            problem = T["That code does not fit, was used already, or the account is locked. Wait for the next code and type it."];
            return;
        }
        await Entrance.OpenAsync(Http, Sessions, awaited.UserId, awaited.Keep);
        Navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
    }

    sealed class CodeForm
    {
        public string? Code { get; set; }
    }
}
