using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Roles;

/// <summary>Makes a role: a named set of permissions.</summary>
[Requires(Security.Permissions.UsersManage)]
public sealed record CreateRole(string Name, string? Description, IReadOnlyList<string> Permissions) : ICommand<CreatedRole>;

/// <summary>The role made.</summary>
public sealed record CreatedRole(int Id);

public sealed class CreateRoleHandler : ICommandHandler<CreateRole, CreatedRole>
{
    public async Task<Outcome<CreatedRole>> HandleAsync(CreateRole command, CommandContext context, CancellationToken cancellationToken)
    {
        var refusals = await RoleRules.CheckAsync(context.Database, null, command.Name, command.Description, command.Permissions, cancellationToken);
        if (refusals.Count > 0)
            return Outcome<CreatedRole>.Refused(refusals);
        var role = new PortalRole { Name = command.Name.Trim(), NormalizedName = command.Name.Trim().ToUpperInvariant(), Description = command.Description?.Trim(), ConcurrencyStamp = Guid.NewGuid().ToString() };
        context.Database.Roles.Add(role);
        await context.Database.SaveChangesAsync(cancellationToken);
        await RoleRules.PermitAsync(context.Database, role.Id, command.Permissions, cancellationToken);
        context.Audit("Role", role.Id, role.Name, after: new { role.Description, command.Permissions });
        return new CreatedRole(role.Id);
    }
}
