using System.Globalization;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>The letters that stand for a name where there is no picture.</summary>
public static class Initials
{
    /// <summary>"Anna Berg" gives AB, "Skog &amp; Kraft" SK, "Nordmaskin" N, "通富物流" 通; nothing gives "?".</summary>
    public static string Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "?";
        var letters = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => char.IsLetterOrDigit(word, 0))
            .Select(word => StringInfo.GetNextTextElement(word).ToUpper(CultureInfo.InvariantCulture))
            .Take(2).ToList();
        return letters.Count == 0 ? "?" : string.Concat(letters);
    }
}
