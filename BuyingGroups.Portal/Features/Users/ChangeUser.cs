using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>Changes name, email and roles of a user. New permissions count within seconds, on open pages too.</summary>
/// <param name="Version">As read with <see cref="GetUser"/>.</param>
[Requires(Permissions.UsersManage)]
public sealed record ChangeUser(int Id, string Version, string Email, string DisplayName, IReadOnlyList<int> RoleIds) : ICommand<Done>;

public sealed class ChangeUserHandler : ICommandHandler<ChangeUser, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ChangeUser command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (UserRules.Check(command.Email, command.DisplayName) is { Count: > 0 } refusals)
            return Outcome<Done>.Refused(refusals);
        await UserRules.OneAtATimeAsync(database, cancellationToken);
        if (await database.Users.FirstOrDefaultAsync(u => u.Id == command.Id, cancellationToken) is not { } user)
            return new NotFound("user", command.Id);
        if (user.ConcurrencyStamp != command.Version)
            return new ChangedByOthers("user");
        var before = new { user.Email, user.DisplayName, Roles = await UserRules.RoleNamesAsync(database, user.Id, cancellationToken) };
        user.DisplayName = command.DisplayName.Trim();
        UserRules.SetEmail(user, command.Email);
        if (await database.Users.AnyAsync(u => u.NormalizedEmail == user.NormalizedEmail && u.Id != user.Id, cancellationToken))
            return new NameTaken("user", user.Email!);
        if (await UserRules.AssignAsync(database, user.Id, command.RoleIds, cancellationToken) is { } unknown)
            return unknown;
        UserRules.Touch(user);
        if (await UserRules.LastAdminProblemAsync(database, cancellationToken) is { } last)
            return last;
        context.Audit("User", user.Id, user.DisplayName, before, new { user.Email, user.DisplayName, Roles = await UserRules.RoleNamesAsync(database, user.Id, cancellationToken) });
        return Done.Instance;
    }
}
