namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>Gives the same string for the same characters where it can: countries, cities and titles repeat thousands of times in a file.</summary>
public sealed class TextPool
{
    private const int LongestPooled = 48;
    private readonly string?[] _texts = new string?[8192];

    public string Text(ReadOnlySpan<char> characters)
    {
        if (characters.Length > LongestPooled)
            return characters.ToString();
        ref var known = ref _texts[string.GetHashCode(characters, StringComparison.Ordinal) & (_texts.Length - 1)];
        if (known is not null && characters.SequenceEqual(known))
            return known;
        return known = characters.ToString();
    }
}
