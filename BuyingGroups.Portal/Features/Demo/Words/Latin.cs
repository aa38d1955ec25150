using System.Globalization;
using System.Text;

namespace BuyingGroups.Portal.Features.Demo.Words;

/// <summary>Text as it survives systems that know ASCII only.</summary>
internal static class Latin
{
    /// <summary>Without accents: "Łukasz Özgür" becomes "Lukasz Ozgur".</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            plain.Append(character switch { 'ø' => "o", 'Ø' => "O", 'ł' => "l", 'Ł' => "L", 'ß' => "ss", 'æ' => "ae", 'Æ' => "Ae", 'œ' => "oe", 'đ' => "d", _ => character.ToString() });
        }
        return plain.ToString();
    }

    /// <summary>Lower-case ASCII letters and digits, everything else one hyphen: for host names and email addresses.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var character in Plain(text).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}

/// <summary>A word and how it is spelt in an address. Written "志明/Chih-Ming" where the alphabets differ, otherwise just "Åsa".</summary>
internal sealed record Word(string Text, string Latin, string Slug)
{
    public static Word Of(string written)
    {
        var parts = written.Split('/');
        var latin = parts.Length > 1 ? parts[1] : Words.Latin.Plain(parts[0]);
        return new Word(parts[0], latin, Words.Latin.Slug(latin));
    }

    public static Word[] List(string written) => [.. written.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Of)];
}
