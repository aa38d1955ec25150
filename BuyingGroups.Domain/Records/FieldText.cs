using System.Globalization;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Records;

/// <summary>
/// How a field's value is read from text and written as text, the same for forms, imports, history and exports: numbers invariant
/// ("1250.5"), dates ISO ("2026-01-31"), booleans "true" and "false". Blank text is no value.
/// </summary>
public static class FieldText
{
    /// <summary>Largest number a field may hold, either way: what every database keeps with four decimals.</summary>
    public const decimal LargestNumber = 100_000_000_000_000m;

    /// <summary>Reads text: trimmed, null when blank.</summary>
    public static Refusal? Read(string field, string? text, int maxLength, out string? value)
    {
        value = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (value is null)
            return null;
        if (value.Length > maxLength)
            return new TooLong(field, maxLength);
        return IsStorable(value) ? null : new UnreadableCharacter(field);
    }

    /// <summary>Reads a number; decimals after the fourth are rounded.</summary>
    public static Refusal? Read(string field, string? text, decimal least, decimal most, out decimal? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
            return new NumberExpected(field, Shortened(text));
        if (number < least || number > most)
            return new OutOfRange(field, least, most);
        value = decimal.Round(number, 4, MidpointRounding.AwayFromZero);
        return null;
    }

    /// <summary>Reads a whole number.</summary>
    public static Refusal? Read(string field, string? text, int least, int most, out int? value)
    {
        value = null;
        if (Read(field, text, (decimal)least, most, out decimal? number) is { } refusal)
            return refusal;
        if (number is null)
            return null;
        if (number != decimal.Truncate(number.Value))
            return new WholeNumberExpected(field, Shortened(text!));
        value = (int)number;
        return null;
    }

    /// <summary>Reads a calendar date.</summary>
    public static Refusal? Read(string field, string? text, out DateOnly? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return new DateExpected(field, Shortened(text));
        value = date;
        return null;
    }

    /// <summary>Reads true or false; 1, 0, yes and no are understood too, as exports write them.</summary>
    public static Refusal? Read(string field, string? text, out bool? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        value = text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" => true,
            "FALSE" or "0" or "NO" => false,
            _ => null,
        };
        return value is null ? new TrueOrFalseExpected(field, Shortened(text)) : null;
    }

    /// <summary>A number as text, without zeros at the end.</summary>
    public static string? Of(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A date as text.</summary>
    public static string? Of(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"true", "false" or null.</summary>
    public static string? Of(bool? value) => value switch { true => "true", false => "false", null => null };

    /// <summary>False when a database would refuse the text: NUL, or half of a surrogate pair.</summary>
    private static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0')
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return false;
            i++;
        }
        return true;
    }

    /// <summary>What a message quotes: enough to find the cell, not a megabyte.</summary>
    private static string Shortened(string text) => text.Length <= 60 ? text.Trim() : string.Concat(text.Trim().AsSpan(0, Math.Min(60, text.Trim().Length)), "…");
}
