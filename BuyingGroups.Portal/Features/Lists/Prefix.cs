using BuyingGroups.Domain;

namespace BuyingGroups.Portal.Features.Lists;

/// <summary>"Starts with" as a range, which every database serves from an ordinary index: from the text itself up to, not including, <see cref="End"/>.</summary>
/// <param name="Start">The normalized text.</param>
/// <param name="End">The first text after all that start with it.</param>
public sealed record Prefix(string Start, string End)
{
    /// <summary>The words of a search, longest first: it narrows most, and planners take the first of equals. At most five.</summary>
    public static IReadOnlyList<Prefix> WordsOf(string? search) =>
        [.. (NormalizedText.Of(search) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length).Take(5).Select(Of)];

    /// <summary>The range of a normalized text, not empty.</summary>
    public static Prefix Of(string text)
    {
        var last = text[^1];
        // Behind the last plain character come the surrogates, which must not stand alone.
        return last switch
        {
            >= '\ud7ff' and < '\ue000' => new Prefix(text, text[..^1] + '\ue000'),
            '\uffff' => new Prefix(text, text + '\uffff'),
            _ => new Prefix(text, text[..^1] + (char)(last + 1)),
        };
    }
}
