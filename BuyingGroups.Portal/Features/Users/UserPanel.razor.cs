using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Roles;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>One user beside the list: roles, what they permit, and keeping the user out.</summary>
public sealed partial class UserPanel : ComponentBase
{
    UserDetails? user;
    IReadOnlyList<Refusal>? refusals;
    IReadOnlyList<int> chosen = [];
    string name = "";
    string email = "";
    string? done;

    [Parameter, EditorRequired] public int Id { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<RoleRow> Roles { get; set; } = [];

    /// <summary>Something changed: the list shall load again.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    /// <summary>A new password to show once.</summary>
    [Parameter] public EventCallback<(string Email, string Password)> OnPassword { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] Gateway Gateway { get; set; } = null!;

    [Inject] Confirmation Confirmation { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    async Task LoadAsync()
    {
        var found = await Gateway.AskAsync(new GetUser(Id));
        refusals = found.Refusals;
        if (found.Succeeded)
            (user, chosen, name, email) = (found.Value, found.Value.RoleIds, found.Value.DisplayName, found.Value.Email);
    }

    Task SaveAsync() => DoAsync(new ChangeUser(Id, user!.Version, email, name, chosen));

    async Task DoAsync(ICommand<Done> command)
    {
        var outcome = await Gateway.SendAsync(command);
        if (outcome.Succeeded)
        {
            await LoadAsync();
            done = T["Saved. It takes effect within seconds."];
            await OnChanged.InvokeAsync();
        }
        refusals = outcome.Refusals;
    }

    async Task DisableAsync()
    {
        if (await Confirmation.AskAsync(T["Disable {0}?", user!.DisplayName], T["Open sessions end within seconds, and API keys they created stop. What the user made stays, and you can enable them again."], T["Disable user"]))
            await DoAsync(new DisableUser(Id));
    }

    async Task ResetAsync()
    {
        if (!await Confirmation.AskAsync(
            T["Give {0} a new password?", user!.DisplayName], T["The old one stops working and open sessions end. The second step is switched off too, in case the phone is lost."], T["Make a new password"]))
            return;
        var made = await Gateway.SendAsync(new ResetPassword(Id, ForgetSecondFactor: true));
        if (made.Succeeded)
        {
            await LoadAsync();
            await OnPassword.InvokeAsync((user!.Email, made.Value.Password));
            await OnChanged.InvokeAsync();
        }
        refusals = made.Refusals;
    }
}
