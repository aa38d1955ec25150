using System.Globalization;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Api.Bodies;

namespace BuyingGroups.Portal.Api.Endpoints;

/// <summary>Which portion of a list a call asks for.</summary>
/// <param name="SourceKeys">Only records with, or of accounts with, these source keys; null for all.</param>
/// <param name="After">Where the portion before ended; 0 for the first.</param>
/// <param name="Limit">Records wanted.</param>
public sealed record PageQuery(IReadOnlyList<string>? SourceKeys, long After, int Limit)
{
    /// <summary>The parameter that names records by their source keys.</summary>
    public const string SourceKey = "sourceKey";

    /// <summary>The parameter that names accounts by their source keys.</summary>
    public const string AccountSourceKey = "accountSourceKey";

    /// <summary>Source keys in one call.</summary>
    public const int KeysMost = 100;

    /// <summary>Records in one answer.</summary>
    public const int LimitMost = 200;

    /// <summary>Records in one answer when the call does not say.</summary>
    public const int LimitUsual = 50;

    private const string AfterName = "after";
    private const string LimitName = "limit";

    /// <summary>Reads the address; <paramref name="keyName"/> is the parameter that holds source keys.</summary>
    public static Outcome<PageQuery> Read(HttpRequest request, string keyName)
    {
        string[] known = [keyName, AfterName, LimitName];
        if (request.Query.Keys.FirstOrDefault(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            return new UnknownParameter(unknown.Length <= 60 ? unknown : unknown[..60] + "…", string.Join(", ", known));
        long after = 0;
        if (request.Query.TryGetValue(AfterName, out var cursor) && (!long.TryParse(cursor.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out after) || after < 0))
            return new WrongParameter(AfterName, "what the answer before gave as next");
        var limit = LimitUsual;
        if (request.Query.TryGetValue(LimitName, out var wanted)
            && (!int.TryParse(wanted.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > LimitMost))
        {
            return new WrongParameter(LimitName, $"a whole number from 1 to {LimitMost}");
        }
        string[]? keys = request.Query.TryGetValue(keyName, out var given) ? [.. given.OfType<string>()] : null;
        return keys?.Length > KeysMost ? new WrongParameter(keyName, $"given at most {KeysMost} times")
            : Array.Exists(keys ?? [], key => key.Contains('\0', StringComparison.Ordinal)) ? new WrongParameter(keyName, "text without the character NUL")
            : new PageQuery(keys, after, limit);
    }
}
