using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>Keeps a user out. Sessions end within seconds; what the user made stays.</summary>
[Requires(Permissions.UsersManage)]
public sealed record DisableUser(int Id) : ICommand<Done>;

/// <summary>Lets a disabled or locked user in again.</summary>
[Requires(Permissions.UsersManage)]
public sealed record EnableUser(int Id) : ICommand<Done>;

/// <summary>Signs a user out everywhere.</summary>
[Requires(Permissions.UsersManage)]
public sealed record EndSessions(int Id) : ICommand<Done>;

public sealed class DisableUserHandler : ICommandHandler<DisableUser, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DisableUser command, CommandContext context, CancellationToken cancellationToken)
    {
        await UserRules.OneAtATimeAsync(context.Database, cancellationToken);
        if (await context.Database.Users.FirstOrDefaultAsync(u => u.Id == command.Id, cancellationToken) is not { } user)
            return new NotFound("user", command.Id);
        context.Audit("User", user.Id, user.DisplayName, new { user.IsDisabled }, new { IsDisabled = true });
        user.IsDisabled = true;
        UserRules.Touch(user, endSessions: true);
        return await UserRules.LastAdminProblemAsync(context.Database, cancellationToken) is { } last ? last : Done.Instance;
    }
}

public sealed class EnableUserHandler : ICommandHandler<EnableUser, Done>
{
    public async Task<Outcome<Done>> HandleAsync(EnableUser command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.Users.FirstOrDefaultAsync(u => u.Id == command.Id, cancellationToken) is not { } user)
            return new NotFound("user", command.Id);
        context.Audit("User", user.Id, user.DisplayName, new { user.IsDisabled, user.LockoutEnd }, new { IsDisabled = false });
        user.IsDisabled = false;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        UserRules.Touch(user);
        return Done.Instance;
    }
}

public sealed class EndSessionsHandler : ICommandHandler<EndSessions, Done>
{
    public async Task<Outcome<Done>> HandleAsync(EndSessions command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.Users.FirstOrDefaultAsync(u => u.Id == command.Id, cancellationToken) is not { } user)
            return new NotFound("user", command.Id);
        UserRules.Touch(user, endSessions: true);
        context.Audit("User", user.Id, user.DisplayName);
        return Done.Instance;
    }
}
