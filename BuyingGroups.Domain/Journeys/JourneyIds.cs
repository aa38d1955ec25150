using System.Globalization;

namespace BuyingGroups.Domain.Journeys;

/// <summary>The form of node ids and path keys, and new ones that are free.</summary>
public static class JourneyIds
{
    /// <summary>True for 1 to 40 lower-case letters, digits and hyphens.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= NodeId.MaxLength } && text.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>The first of "wait-1", "wait-2" … that is not taken. The same document gives the same id, so that an edit can be done again.</summary>
    /// <param name="kind">Key of the node kind; "addToAccountList" makes "add-to-account-list-1".</param>
    /// <param name="isTaken">Whether an id is in use.</param>
    public static NodeId NewNode(string kind, Func<NodeId, bool> isTaken) => new(New(Hyphenated(kind), text => isTaken(new(text))));

    /// <summary>The first of "path-1", "path-2" … that is not taken.</summary>
    public static string NewPath(IEnumerable<string> taken)
    {
        var keys = taken.ToHashSet(StringComparer.Ordinal);
        return New("path", keys.Contains);
    }

    private static string New(string stem, Func<string, bool> isTaken)
    {
        for (var number = 1; ; number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            var candidate = stem[..Math.Min(stem.Length, NodeId.MaxLength - ending.Length)] + ending;
            if (!isTaken(candidate))
                return candidate;
        }
    }

    private static string Hyphenated(string kind) =>
        string.Concat(kind.Select(character => char.IsAsciiLetterUpper(character) ? $"-{char.ToLowerInvariant(character)}" : character.ToString()));
}
