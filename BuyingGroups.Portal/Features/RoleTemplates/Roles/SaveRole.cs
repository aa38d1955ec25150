using BuyingGroups.Domain;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates.Roles;

/// <summary>Adds a custom role, or renames one.</summary>
/// <param name="Id">The role to rename; null for a new one.</param>
/// <param name="Name">Its name, unique.</param>
/// <param name="Abbreviation">Two or three letters or digits, unique; null to have one made of the name.</param>
/// <param name="Version">The version that was opened; ignored for a new role.</param>
[Requires(Permissions.RoleTemplatesManage)]
public sealed record SaveRole(int? Id, string Name, string? Abbreviation = null, int Version = 0) : ICommand<int>;

/// <summary>Saves it.</summary>
public sealed class SaveRoleHandler : ICommandHandler<SaveRole, int>
{
    public async Task<Outcome<int>> HandleAsync(SaveRole command, CommandContext context, CancellationToken cancellationToken)
    {
        if (Naming.Check(command.Name, BuyingGroupRole.NameMaxLength) is { } wrong)
            return wrong;
        var roles = await context.Database.BuyingGroupRoles.ToListAsync(cancellationToken);
        var role = roles.Find(r => r.Id == command.Id);
        if (command.Id is { } id && role is null)
            return new NotFound("role", id);
        if (role is not null && RoleTemplateRules.ToChange(role) is { } isFixed)
            return isFixed;
        if (role is not null && role.Version != command.Version)
            return new ChangedByOthers("role");
        if (role is null && RoleTemplateRules.ToAddRole(roles.Count) is { } tooMany)
            return tooMany;
        var others = roles.Where(r => r != role).ToList();
        if (others.Exists(r => r.NormalizedName == NormalizedText.Required(command.Name)))
            return new NameTaken("role", command.Name.Trim());
        var abbreviation = Naming.Kept(command.Abbreviation)?.ToUpperInvariant()
            ?? role?.Abbreviation ?? RoleTemplateRules.Abbreviate(command.Name, [.. others.Select(r => r.Abbreviation)]);
        if (abbreviation.Length is < 2 or > 3 || !abbreviation.All(char.IsLetterOrDigit))
            return new AbbreviationWrong(abbreviation);
        if (others.Exists(r => string.Equals(r.Abbreviation, abbreviation, StringComparison.OrdinalIgnoreCase)))
            return new NameTaken("role", abbreviation);

        var before = role is null ? null : new { role.Name, role.Abbreviation };
        if (role is null)
        {
            role = new BuyingGroupRole { Name = command.Name.Trim(), Abbreviation = abbreviation };
            context.Database.BuyingGroupRoles.Add(role);
        }
        else
        {
            role.Name = command.Name.Trim();
            role.Abbreviation = abbreviation;
        }
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("Role", role.Id, role.Name, before, new { role.Name, role.Abbreviation });
        return role.Id;
    }
}
