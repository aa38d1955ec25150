using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Roles;

/// <summary>The roles and what they permit.</summary>
public sealed partial class RolesPage : ComponentBase
{
    IReadOnlyList<RoleRow>? roles;
    IReadOnlyList<Refusal>? refusals;
    HashSet<string> permitted = new(StringComparer.Ordinal);
    RoleRow? editing;
    string name = "";
    string? description;
    bool isOpen;

    [Inject] Gateway Gateway { get; set; } = null!;

    [Inject] Confirmation Confirmation { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    async Task LoadAsync()
    {
        var found = await Gateway.AskAsync(new FindRoles());
        (roles, refusals) = (found.Value?.Roles ?? [], found.Refusals);
    }

    void Add() => (editing, name, description, permitted, isOpen, refusals) = (null, "", null, new(StringComparer.Ordinal), true, null);

    void Edit(RoleRow role) => (editing, name, description, permitted, isOpen, refusals) = (role, role.Name, role.Description, new(role.Permissions, StringComparer.Ordinal), true, null);

    void Toggle(string permission)
    {
        if (!permitted.Remove(permission))
            permitted.Add(permission);
    }

    async Task SaveAsync()
    {
        IReadOnlyList<Refusal> answer = editing is { } role
            ? (await Gateway.SendAsync(new ChangeRole(role.Id, role.Version, name, description, [.. permitted]))).Refusals
            : (await Gateway.SendAsync(new CreateRole(name, description, [.. permitted]))).Refusals;
        if (answer.Count == 0)
        {
            isOpen = false;
            await LoadAsync();
        }
        refusals = answer;
    }

    async Task DeleteAsync(RoleRow role)
    {
        if (!await Confirmation.AskAsync(T["Delete the role {0}?", role.Name], T["A role that somebody has stays."], T["Delete role"]))
            return;
        var answer = (await Gateway.SendAsync(new DeleteRole(role.Id))).Refusals;
        if (answer.Count == 0)
            await LoadAsync();
        refusals = answer;
    }
}
