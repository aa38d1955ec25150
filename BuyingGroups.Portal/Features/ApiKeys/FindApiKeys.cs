using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.ApiKeys;

/// <summary>A page of API keys, revoked ones too.</summary>
/// <param name="Page">Sorts by name (the usual), created, lastUsed, expires.</param>
/// <param name="Search">Part of a name, or the start of a prefix.</param>
/// <param name="State">Only keys in this state.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record FindApiKeys(PageRequest Page, string? Search = null, ApiKeyState? State = null) : IQuery<PageOf<ApiKeyRow>>;

/// <summary>Whether a key works.</summary>
public enum ApiKeyState
{
    /// <summary>It works.</summary>
    Working,

    /// <summary>Somebody ended it.</summary>
    Revoked,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>The user who made it is disabled.</summary>
    Stopped,
}

/// <summary>A key as the list shows it.</summary>
public sealed record ApiKeyRow(
    int Id, string Name, string Prefix, IReadOnlyList<string> Permissions, ApiKeyState State, DateTime CreatedAt, string CreatedBy, DateTime? LastUsedAt, DateTime? ExpiresAt,
    DateTime? RevokedAt, string? RevokedBy);

public sealed class FindApiKeysHandler : IQueryHandler<FindApiKeys, PageOf<ApiKeyRow>>
{
    public async Task<Outcome<PageOf<ApiKeyRow>>> HandleAsync(FindApiKeys query, QueryContext context, CancellationToken cancellationToken)
    {
        var (database, now) = (context.Database, context.Now);
        IQueryable<ApiKey> keys = database.ApiKeys;
        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            var upper = search.ToUpperInvariant();
            var prefix = search.StartsWith(ApiKeySecret.Mark, StringComparison.Ordinal) ? search[ApiKeySecret.Mark.Length..] : search;
#pragma warning disable MA0011 // Runs as SQL.
            keys = keys.Where(k => k.Name.ToUpper().Contains(upper) || k.Prefix.StartsWith(prefix));
#pragma warning restore MA0011
        }
        keys = query.State switch
        {
            ApiKeyState.Revoked => keys.Where(k => k.RevokedAt != null),
            ApiKeyState.Expired => keys.Where(k => k.RevokedAt == null && k.ExpiresAt <= now),
            ApiKeyState.Stopped => keys.Where(k => k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now) && database.Users.Any(u => u.Id == k.CreatedByUserId && u.IsDisabled)),
            ApiKeyState.Working => keys.Where(k => k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now) && !database.Users.Any(u => u.Id == k.CreatedByUserId && u.IsDisabled)),
            _ => keys,
        };
        var total = await keys.CountAsync(cancellationToken);
        var rows = await Sort(keys, query.Page).Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(k => new
            {
                Key = k,
                CreatedBy = database.Actors.Where(a => a.Id == k.CreatedByActorId).Select(a => a.Name).FirstOrDefault(),
                RevokedBy = database.Actors.Where(a => a.Id == k.RevokedByActorId).Select(a => a.Name).FirstOrDefault(),
                MakerDisabled = database.Users.Any(u => u.Id == k.CreatedByUserId && u.IsDisabled),
            })
            .ToListAsync(cancellationToken);
        return new PageOf<ApiKeyRow>(
            [.. rows.Select(r => new ApiKeyRow(
                r.Key.Id, r.Key.Name, r.Key.Prefix, r.Key.Permissions, StateOf(r.Key, r.MakerDisabled, now), r.Key.CreatedAt, r.CreatedBy ?? "", r.Key.LastUsedAt, r.Key.ExpiresAt,
                r.Key.RevokedAt, r.RevokedBy))],
            total);
    }

    /// <summary>Whether <paramref name="key"/> works at <paramref name="now"/>; the one place that decides it, for the list and for every call.</summary>
    internal static ApiKeyState StateOf(ApiKey key, bool makerDisabled, DateTime now) =>
        key.RevokedAt is not null ? ApiKeyState.Revoked
        : key.ExpiresAt <= now ? ApiKeyState.Expired
        : makerDisabled ? ApiKeyState.Stopped
        : ApiKeyState.Working;

    private static IQueryable<ApiKey> Sort(IQueryable<ApiKey> keys, PageRequest page) => page.Sort switch
    {
        "created" => keys.By(k => k.CreatedAt, page.Descending).ThenBy(k => k.Id, page.Descending),
        "lastUsed" => keys.By(k => k.LastUsedAt, page.Descending).ThenBy(k => k.Id, page.Descending),
        "expires" => keys.By(k => k.ExpiresAt, page.Descending).ThenBy(k => k.Id, page.Descending),
        _ => keys.By(k => k.Name, page.Descending).ThenBy(k => k.Id, page.Descending),
    };
}
