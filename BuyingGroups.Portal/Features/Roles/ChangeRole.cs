using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Roles;

/// <summary>Changes what a role permits. It counts within seconds for everybody who has it.</summary>
/// <param name="Version">As read with <see cref="FindRoles"/>.</param>
[Requires(Security.Permissions.UsersManage)]
public sealed record ChangeRole(int Id, string Version, string Name, string? Description, IReadOnlyList<string> Permissions) : ICommand<Done>;

public sealed class ChangeRoleHandler : ICommandHandler<ChangeRole, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ChangeRole command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        await UserRules.OneAtATimeAsync(database, cancellationToken);
        if (await database.Roles.FirstOrDefaultAsync(r => r.Id == command.Id, cancellationToken) is not { } role)
            return new NotFound("role", command.Id);
        if (role.ConcurrencyStamp != command.Version)
            return new ChangedByOthers("role");
        var refusals = await RoleRules.CheckAsync(database, role.Id, command.Name, command.Description, command.Permissions, cancellationToken);
        if (refusals.Count > 0)
            return Outcome<Done>.Refused(refusals);
        if (role.IsDefault && role.Name != command.Name.Trim())
            return new DefaultRoleStays(role.Name!);
        var before = new { role.Name, role.Description, Permissions = await RoleRules.PermissionsAsync(database, role.Id, cancellationToken) };
        role.Name = command.Name.Trim();
        role.NormalizedName = role.Name.ToUpperInvariant();
        role.Description = command.Description?.Trim();
        role.ConcurrencyStamp = Guid.NewGuid().ToString();
        await RoleRules.PermitAsync(database, role.Id, command.Permissions, cancellationToken);
        if (await UserRules.LastAdminProblemAsync(database, cancellationToken) is { } last)
            return last;
        context.Audit("Role", role.Id, role.Name, before, new { role.Name, role.Description, Permissions = command.Permissions.Order(StringComparer.Ordinal) });
        return Done.Instance;
    }
}
