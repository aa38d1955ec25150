namespace BuyingGroups.Domain;

/// <summary>
/// The one way text is folded for comparison. Every text that conditions, search or sorting read is stored a second time in this
/// form, so that SQLite, PostgreSQL, SQL Server and .NET compare the same characters and an index can be used.
/// </summary>
public static class NormalizedText
{
    /// <summary>Trims and lower-cases (invariant) <paramref name="text"/>; empty text becomes null, because "empty" has one meaning only.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return text.Trim().ToLowerInvariant();
    }

    /// <summary>Like <see cref="Of"/> for text that must not be empty; empty stays empty.</summary>
    public static string Required(string text) => Of(text) ?? "";
}
