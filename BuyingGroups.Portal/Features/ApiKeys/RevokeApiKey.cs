using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.ApiKeys;

/// <summary>Ends a key for good, from the next call on. It stays in the list, so that what it did keeps a name.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record RevokeApiKey(int Id) : ICommand<Done>;

/// <summary>The key was ended before.</summary>
/// <param name="Key">Its name.</param>
public sealed record AlreadyRevoked(string Key) : Refusal("The API key {0} is revoked already. Nothing was changed.", Key);

public sealed class RevokeApiKeyHandler : ICommandHandler<RevokeApiKey, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RevokeApiKey command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.ApiKeys.FirstOrDefaultAsync(k => k.Id == command.Id, cancellationToken) is not { } key)
            return new NotFound("API key", command.Id);
        if (key.RevokedAt is not null)
            return new AlreadyRevoked(key.Name);
        (key.RevokedAt, key.RevokedByActorId) = (context.Now, context.ActorId);
        context.Audit(nameof(ApiKey), key.Id, key.Name, before: new { Revoked = false }, after: new { Revoked = true });
        return Done.Instance;
    }
}
