using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>Gives a user exactly these roles.</summary>
[Requires(Permissions.UsersManage)]
public sealed record SetRoles(int Id, IReadOnlyList<int> RoleIds) : ICommand<Done>;

public sealed class SetRolesHandler : ICommandHandler<SetRoles, Done>
{
    public async Task<Outcome<Done>> HandleAsync(SetRoles command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        await UserRules.OneAtATimeAsync(database, cancellationToken);
        if (await database.Users.FirstOrDefaultAsync(u => u.Id == command.Id, cancellationToken) is not { } user)
            return new NotFound("user", command.Id);
        var before = await UserRules.RoleNamesAsync(database, user.Id, cancellationToken);
        if (await UserRules.AssignAsync(database, user.Id, command.RoleIds, cancellationToken) is { } unknown)
            return unknown;
        UserRules.Touch(user);
        if (await UserRules.LastAdminProblemAsync(database, cancellationToken) is { } last)
            return last;
        context.Audit("User", user.Id, user.DisplayName, new { Roles = before }, new { Roles = await UserRules.RoleNamesAsync(database, user.Id, cancellationToken) });
        return Done.Instance;
    }
}
