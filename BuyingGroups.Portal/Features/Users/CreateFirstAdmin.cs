using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>Makes the first user of a portal that has none: an admin with a password of their own choice.</summary>
[Requires(Permissions.UsersManage)]
public sealed record CreateFirstAdmin(string Email, string DisplayName, [property: NotAudited] string Password) : ICommand<int>
{
    /// <summary>Nobody can be signed in yet, so the portal itself asks.</summary>
    /// <param name="from">Where the person is who typed it.</param>
    public static Caller Caller(string from) => new(Actor.Portal, null, new HashSet<string>(StringComparer.Ordinal) { Permissions.UsersManage }, from);
}

/// <summary>Somebody else was quicker, or the portal is in use already.</summary>
public sealed record PortalHasUsers() : Refusal("The portal has users already. Nothing was changed; sign in, or ask an admin to invite you.");

public sealed class CreateFirstAdminHandler(ICommandHandler<CreateUser, CreatedUser> create) : ICommandHandler<CreateFirstAdmin, int>
{
    public async Task<Outcome<int>> HandleAsync(CreateFirstAdmin command, CommandContext context, CancellationToken cancellationToken)
    {
        // Two people may press the button at once; the second waits here and then sees the first.
        await UserRules.OneAtATimeAsync(context.Database, cancellationToken);
        if (await context.Database.Users.AnyAsync(cancellationToken))
            return new PortalHasUsers();
        await DefaultRoles.EnsureAsync(context.Database, cancellationToken);
        var admin = await context.Database.Roles.Where(r => r.NormalizedName == "ADMIN").Select(r => r.Id).SingleAsync(cancellationToken);
        var made = await create.HandleAsync(new CreateUser(command.Email, command.DisplayName, [admin], command.Password, MustChangePassword: false), context, cancellationToken);
        return made.Succeeded ? made.Value.Id : Outcome<int>.Refused(made.Refusals);
    }
}
