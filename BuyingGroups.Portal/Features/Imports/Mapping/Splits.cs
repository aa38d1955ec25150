namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>Takes combined cells apart.</summary>
public static class Splits
{
    /// <summary>
    /// "Saint Paul, Minnesota" → Saint Paul and Minnesota; "Dublin" → Dublin and nothing. Of several commas the last one parts, because
    /// "Washington, D.C., Maryland" names a city with a comma; a note in brackets or after a semicolon is left out.
    /// </summary>
    public static void CityAndState(ReadOnlySpan<char> cell, out ReadOnlySpan<char> city, out ReadOnlySpan<char> state)
    {
        var note = cell.IndexOfAny(';', '[');
        if (note > 0)
            cell = cell[..note];
        var comma = cell.LastIndexOf(',');
        city = (comma < 0 ? cell : cell[..comma]).Trim();
        state = comma < 0 ? default : cell[(comma + 1)..].Trim();
        if (city.IsEmpty)
        {
            city = state;
            state = default;
        }
    }

    /// <summary>
    /// "Maria Anders" → Maria and Anders; "Anders, Maria" → the same; "Maria del Carmen Anders" → the last word is the last name, with the
    /// particles before it ("van der Berg"); one word is a last name. Names without spaces in Chinese, Japanese or Korean: the first
    /// character is the last name.
    /// </summary>
    public static void FullName(ReadOnlySpan<char> cell, out ReadOnlySpan<char> first, out ReadOnlySpan<char> last)
    {
        cell = cell.Trim();
        var comma = cell.IndexOf(',');
        if (comma > 0)
        {
            last = cell[..comma].Trim();
            first = cell[(comma + 1)..].Trim();
            return;
        }
        var space = cell.LastIndexOf(' ');
        if (space < 0)
        {
            var eastAsian = cell.Length is >= 2 and <= 4 && IsEastAsian(cell);
            last = eastAsian ? cell[..1] : cell;
            first = eastAsian ? cell[1..] : default;
            return;
        }
        while (true)
        {
            var before = cell[..space].TrimEnd();
            var previous = before.LastIndexOf(' ');
            if (previous < 0 || !IsParticle(before[(previous + 1)..]))
                break;
            space = previous;
        }
        first = cell[..space].TrimEnd();
        last = cell[(space + 1)..].TrimStart();
    }

    private static bool IsEastAsian(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is < '\u3400' or > '\uD7A3')
                return false;
        }
        return true;
    }

    private static bool IsParticle(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<string> particles = ["van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "af", "av", "zu", "zur", "ter", "ten", "bin", "al"];
        foreach (var particle in particles)
        {
            if (word.Equals(particle, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
