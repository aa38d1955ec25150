using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.RoleTemplates.Roles;

/// <summary>The buying group roles: six defaults and custom ones.</summary>
public sealed partial class RolesPage : ComponentBase
{
    private IReadOnlyList<RoleRow> roles = [];
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyList<Refusal>? formRefusals;
    private ModalDialog? dialog;
    private RoleRow? editing;
    private string name = "";
    private string? abbreviation;

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var found = await Gateway.AskAsync(new FindRoles());
        roles = found.Value ?? [];
        if (!found.Succeeded)
            refusals = found.Refusals;
    }

    private Task OpenAsync(RoleRow? role)
    {
        (editing, name, abbreviation, formRefusals) = (role, role?.Name ?? "", role?.Abbreviation, null);
        return dialog!.OpenAsync();
    }

    private async Task SaveAsync()
    {
        var saved = await Gateway.SendAsync(new SaveRole(editing?.Id, name, abbreviation, editing?.Version ?? 0));
        formRefusals = saved.Refusals;
        if (!saved.Succeeded)
            return;
        await dialog!.CloseAsync();
        await LoadAsync();
    }

    private async Task DeleteAsync(RoleRow role)
    {
        if (!await Confirmation.AskAsync(T["Delete the role “{0}”?", role.Name], T["It can be deleted only while no template, member or condition uses it. This cannot be undone."], T["Delete role"]))
            return;
        refusals = (await Gateway.SendAsync(new DeleteRole(role.Id))).Refusals;
        await LoadAsync();
    }
}
