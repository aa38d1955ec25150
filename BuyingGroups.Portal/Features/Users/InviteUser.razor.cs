using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Roles;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>Makes a user with a random password.</summary>
public sealed partial class InviteUser : ComponentBase
{
    IReadOnlyList<Refusal>? refusals;
    IReadOnlyList<int> chosen = [];
    string name = "";
    string email = "";

    [Parameter, EditorRequired] public IReadOnlyList<RoleRow> Roles { get; set; } = [];

    /// <summary>Email and first password of who was made.</summary>
    [Parameter] public EventCallback<(string Email, string Password)> OnMade { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] Gateway Gateway { get; set; } = null!;

    async Task InviteAsync()
    {
        var made = await Gateway.SendAsync(new CreateUser(email, name, chosen));
        refusals = made.Refusals;
        if (made.Succeeded)
            await OnMade.InvokeAsync((email.Trim(), made.Value.InitialPassword!));
    }
}
