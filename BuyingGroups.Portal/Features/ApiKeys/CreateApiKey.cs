using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Roles;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.ApiKeys;

/// <summary>Makes a key for the REST API.</summary>
/// <param name="Name">What it is for; unique among keys that are not revoked.</param>
/// <param name="Permissions">What it may do; nothing that its maker may not.</param>
/// <param name="Days">How long it works, 1 to <see cref="CreateApiKeyHandler.DaysMost"/>; null = until revoked.</param>
[Requires(Security.Permissions.ConfigurationManage)]
public sealed record CreateApiKey(string Name, IReadOnlyList<string> Permissions, int? Days = null) : ICommand<ApiKeyCreated>;

/// <summary>The new key.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Key">The whole key. It is nowhere else and cannot be read again.</param>
public sealed record ApiKeyCreated(int Id, [property: NotAudited] string Key)
{
    /// <summary>Never the key: what is printed may be kept.</summary>
    public override string ToString() => $"API key {Id}";
}

/// <summary>A key that may do nothing is of no use.</summary>
public sealed record NoPermissionsChosen() : Refusal("No permission is chosen, so the key could do nothing. Nothing was made; choose at least one.");

/// <summary>Somebody tried to give away what they do not have.</summary>
/// <param name="Permission">What.</param>
public sealed record PermissionNotHeld(string Permission)
    : Refusal("You lack the permission {0} yourself, so a key of yours cannot have it. Nothing was made; ask somebody who holds it.", Permission);

/// <summary>The time a key should work is no number of days that can be counted.</summary>
/// <param name="Most">The longest.</param>
public sealed record DaysOutOfRange(int Most) : Refusal("A key works for 1 to {0} days, or until it is revoked. Nothing was made; choose another time.", Most);

public sealed class CreateApiKeyHandler : ICommandHandler<CreateApiKey, ApiKeyCreated>
{
    /// <summary>Ten years.</summary>
    public const int DaysMost = 3650;

    public async Task<Outcome<ApiKeyCreated>> HandleAsync(CreateApiKey command, CommandContext context, CancellationToken cancellationToken)
    {
        var refusals = await CheckAsync(command, context, cancellationToken);
        if (refusals.Count > 0)
            return Outcome<ApiKeyCreated>.Refused(refusals);
        var (prefix, hash, whole) = ApiKeySecret.Make();
        var key = new ApiKey
        {
            Name = command.Name.Trim(),
            Prefix = prefix,
            SecretHash = hash,
            Permissions = [.. Security.Permissions.All.Where(p => command.Permissions.Contains(p, StringComparer.Ordinal))],
            CreatedAt = context.Now,
            CreatedByActorId = context.ActorId,
            CreatedByUserId = context.Caller.UserId,
            ExpiresAt = command.Days is { } days ? context.Now.AddDays(days) : null,
        };
        context.Database.ApiKeys.Add(key);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(ApiKey), key.Id, key.Name, after: new { key.Name, key.Prefix, key.Permissions, key.ExpiresAt });
        return new ApiKeyCreated(key.Id, whole);
    }

    private static async Task<List<Refusal>> CheckAsync(CreateApiKey command, CommandContext context, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        if (FieldText.Read("Name", command.Name, ApiKey.NameMaxLength, out var name) is { } problem)
            refusals.Add(problem);
        else if (name is null)
            refusals.Add(new Required("Name"));
        else if (await context.Database.ApiKeys.AnyAsync(k => k.Name == name && k.RevokedAt == null, cancellationToken))
            refusals.Add(new NameTaken("API key", name));
        if (command.Permissions.Count == 0)
            refusals.Add(new NoPermissionsChosen());
        foreach (var permission in command.Permissions)
        {
            if (!Security.Permissions.All.Contains(permission, StringComparer.Ordinal))
                refusals.Add(new UnknownPermission(permission));
            else if (!context.Caller.May(permission))
                refusals.Add(new PermissionNotHeld(permission));
        }
        if (command.Days is < 1 or > DaysMost)
            refusals.Add(new DaysOutOfRange(DaysMost));
        return refusals;
    }
}
