using System.Security.Cryptography;
using System.Text;
using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Makes the first admin of a portal without users, and signs them in.</summary>
public sealed partial class FirstRunPage : ComponentBase
{
    IReadOnlyList<Refusal> refusals = [];
    string? problem;
    bool asksForCode;

    [SupplyParameterFromForm(FormName = "first-run")] FirstAdminForm Form { get; set; } = null!;

    [CascadingParameter] HttpContext Http { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    [Inject] PortalGateway Gateway { get; set; } = null!;

    [Inject] SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject] SignInThrottle Throttle { get; set; } = null!;

    [Inject] FirstRun First { get; set; } = null!;

    protected override void OnInitialized()
    {
        Form ??= new FirstAdminForm();
        asksForCode = FirstRun.AsksForCode(Http);
    }

    async Task CreateAsync()
    {
        if (!Throttle.Allows(Http))
        {
            problem = T["There were too many tries from this address. Nothing was changed; wait a minute and try again."];
            return;
        }
        if (asksForCode && !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Form.Code?.Trim() ?? ""), Encoding.UTF8.GetBytes(First.SetUpCode)))
        {
            problem = T["The code does not fit. Nothing was changed; the portal printed it in its log when it started."];
            return;
        }
        if (Form.Password != Form.Again)
        {
            problem = T["The two passwords differ. Nothing was changed; type the same one twice."];
            return;
        }
        var outcome = await Gateway.SendAsync(new CreateFirstAdmin(Form.Email ?? "", Form.Name ?? "", Form.Password ?? ""), CreateFirstAdmin.Caller(Http.From()), Http.RequestAborted);
        if (!outcome.Succeeded)
        {
            refusals = outcome.Refusals;
            return;
        }
        await Entrance.OpenAsync(Http, Sessions, outcome.Value, keep: false);
        Navigation.NavigateTo("/");
    }

    sealed class FirstAdminForm
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }

        public string? Again { get; set; }
    }
}
