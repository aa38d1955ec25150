using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.ApiKeys;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Api.Access;

/// <summary>
/// Finds the key that a call shows. Asked on every call, so that a revoked key ends with the next one. Keys are never logged: neither
/// here, nor by the framework, which leaves Authorization out.
/// </summary>
public sealed partial class KnownApiKeys(PortalDatabase database, TimeProvider clock, ILogger<KnownApiKeys> logger)
{
    private static readonly TimeSpan UseKeptFor = TimeSpan.FromMinutes(1);

    /// <summary>Compared with when there is no such key, so that the answer takes as long.</summary>
    private static readonly string NoKey = new('0', ApiKey.HashLength);

    /// <summary>The key that <paramref name="shown"/> is, or why it does not open the API. A key that has ended says so only to who knows its secret.</summary>
    public async Task<Outcome<ApiKey>> FindAsync(string shown, CancellationToken cancellationToken)
    {
        if (!ApiKeySecret.TryRead(shown, out var prefix, out var secret))
            return new MalformedKey();
        await using var context = database.OpenRead();
        var found = await context.ApiKeys.Where(k => k.Prefix == prefix)
            .Select(k => new { Key = k, MakerDisabled = context.Users.Any(u => u.Id == k.CreatedByUserId && u.IsDisabled) }).FirstOrDefaultAsync(cancellationToken);
        if (!ApiKeySecret.Matches(secret, found?.Key.SecretHash ?? NoKey) || found is null)
            return new UnknownKey();
        var now = clock.GetUtcNow().UtcDateTime;
        switch (FindApiKeysHandler.StateOf(found.Key, found.MakerDisabled, now))
        {
            case ApiKeyState.Revoked:
                return new RevokedKey();
            case ApiKeyState.Expired:
                return new ExpiredKey();
            case ApiKeyState.Stopped:
                return new StoppedKey();
        }
        if (found.Key.LastUsedAt is not { } used || now - used >= UseKeptFor)
            await NoteUseAsync(found.Key.Id, now, cancellationToken);
        return found.Key;
    }

    /// <summary>True for what passes by itself, such as a busy database.</summary>
    public bool IsTransient(Exception exception) => database.Provider.IsTransient(exception);

    private async Task NoteUseAsync(int id, DateTime now, CancellationToken cancellationToken)
    {
        var before = now - UseKeptFor;
        try
        {
            await database.WriteAsync(
                (context, token) => context.ApiKeys.Where(k => k.Id == id && (k.LastUsedAt == null || k.LastUsedAt <= before))
                    .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), token),
                cancellationToken);
        }
        catch (Exception exception) when (database.Provider.IsTransient(exception))
        {
            // When a key was used last is not worth refusing the call for.
            LogUseNotKept(logger, id, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The use of API key {Id} could not be noted.")]
    private static partial void LogUseNotKept(ILogger logger, int id, Exception exception);
}
