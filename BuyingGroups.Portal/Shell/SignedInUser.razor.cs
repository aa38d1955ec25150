using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace BuyingGroups.Portal.Shell;

public sealed partial class SignedInUser : ComponentBase, IDisposable
{
    CurrentUser? user;

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Inject] AuthenticationStateProvider Authentication { get; set; } = null!;

    [Inject] IConfiguration Configuration { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Authentication.AuthenticationStateChanged += Changed;
        await Read(Authentication.GetAuthenticationStateAsync());
    }

    public void Dispose() => Authentication.AuthenticationStateChanged -= Changed;

    async Task Read(Task<AuthenticationState> state) => user = CurrentUser.From((await state).User, Configuration["Portal:TimeZone"]);

    void Changed(Task<AuthenticationState> state) => _ = InvokeAsync(async () =>
    {
        await Read(state);
        StateHasChanged();
    });
}
