using BuyingGroups.Domain;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates.Roles;

/// <summary>Deletes a custom role that nothing uses.</summary>
/// <param name="Id">The role.</param>
[Requires(Permissions.RoleTemplatesManage)]
public sealed record DeleteRole(int Id) : ICommand<Done>;

/// <summary>Deletes it.</summary>
public sealed class DeleteRoleHandler : ICommandHandler<DeleteRole, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteRole command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var role = await database.BuyingGroupRoles.FirstOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (role is null)
            return new NotFound("role", command.Id);
        if (RoleTemplateRules.ToChange(role) is { } isFixed)
            return isFixed;
        var templates = await database.RoleTemplates.Where(t => t.Cards.Any(c => c.RoleId == role.Id)).Select(t => t.Name).ToListAsync(cancellationToken);
        var value = ConditionUses.Value("role", role.Id);
        var inRole = ConditionCatalog.PeopleInRoleKey(role.Id);
        bool Uses(FieldFilter filter) => value(filter) || filter.Attribute == inRole;
        var conditions = await ConditionUses.FindAsync(database, Uses, cancellationToken);
        var journeys = await JourneyUses.FindAsync(database, ReferenceKind.Role, role.Id, role.Name, cancellationToken, Uses);
        // Members of a group whose template has the role keep it from going; removed ones remember it as well.
        var members = await database.Members.AnyAsync(m => m.RoleId == role.Id, cancellationToken);
        IReadOnlyList<string> users = [.. templates.Select(name => $"the role template “{name}”"), .. conditions, .. journeys, .. members ? new[] { "members of buying groups" } : []];
        if (InUse.Of("role", role.Name, users) is { } inUse)
            return inUse;
        database.BuyingGroupRoles.Remove(role);
        context.Audit("Role", role.Id, role.Name, new { role.Name, role.Abbreviation });
        return Done.Instance;
    }
}
