using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Roles;

/// <summary>Deletes a role that nobody has.</summary>
[Requires(Permissions.UsersManage)]
public sealed record DeleteRole(int Id) : ICommand<Done>;

public sealed class DeleteRoleHandler : ICommandHandler<DeleteRole, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteRole command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.Roles.FirstOrDefaultAsync(r => r.Id == command.Id, cancellationToken) is not { } role)
            return new NotFound("role", command.Id);
        if (role.IsDefault)
            return new DefaultRoleStays(role.Name!);
        if (await database.UserRoles.CountAsync(link => link.RoleId == role.Id, cancellationToken) is > 0 and var users)
            return new RoleInUse(role.Name!, users);
        context.Audit("Role", role.Id, role.Name, before: new { role.Description, Permissions = await RoleRules.PermissionsAsync(database, role.Id, cancellationToken) });
        database.Roles.Remove(role);
        return Done.Instance;
    }
}
