using System.Globalization;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>Reads numbers, dates and yes/no as exports of many countries write them. Cells come trimmed and not empty.</summary>
public static class CellReaders
{
    private const string Ornaments = "$€£¥'’\u00A0\u202F ";

    public static Refusal? Number(string label, ReadOnlySpan<char> cell, CellForm form, out decimal value)
    {
        value = 0;
        if (cell.Length > 40)
            return new NotANumber(label, cell.ToString());
        Span<char> plain = stackalloc char[cell.Length];
        var length = 0;
        foreach (var character in cell)
        {
            if (Ornaments.Contains(character))
                continue;
            if (form.DecimalComma)
            {
                if (character == '.')
                    continue;
                plain[length++] = character == ',' ? '.' : character;
            }
            else if (character != ',')
            {
                plain[length++] = character;
            }
        }
        if (!decimal.TryParse(plain[..length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value))
            return new NotANumber(label, cell.ToString());
        value = decimal.Round(value, 4, MidpointRounding.AwayFromZero);
        return Math.Abs(value) <= FieldText.LargestNumber ? null : new NumberOutOfRange(label, cell.ToString());
    }

    /// <summary>A number from 0.</summary>
    public static Refusal? Amount(string label, ReadOnlySpan<char> cell, CellForm form, out decimal value) =>
        Number(label, cell, form, out value) ?? (value < 0 ? new NumberOutOfRange(label, cell.ToString()) : null);

    /// <summary>A whole number from 0.</summary>
    public static Refusal? Count(string label, ReadOnlySpan<char> cell, CellForm form, out int value)
    {
        value = 0;
        if (Number(label, cell, form, out var number) is { } reason)
            return reason;
        if (number != decimal.Truncate(number))
            return new NotANumber(label, cell.ToString());
        if (number is < 0 or > int.MaxValue)
            return new NumberOutOfRange(label, cell.ToString());
        value = (int)number;
        return null;
    }

    /// <summary>A date; a time of day after it is left out. Years first are read whatever the order chosen, because they are never ambiguous.</summary>
    public static Refusal? Date(string label, ReadOnlySpan<char> cell, CellForm form, out DateOnly value)
    {
        if (TryDate(cell, form.DateOrder, out value))
            return null;
        return new NotADate(label, cell.ToString());
    }

    public static bool TryDate(ReadOnlySpan<char> cell, string order, out DateOnly value)
    {
        value = default;
        Span<int> parts = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        var part = 0;
        foreach (var character in cell)
        {
            if (char.IsAsciiDigit(character))
            {
                parts[part] = parts[part] * 10 + (character - '0');
                if (++digits[part] > 4)
                    return digits.SequenceEqual([5, 0, 0]) && TryCompact(cell, out value);
            }
            else if (part < 2 && character is '-' or '/' or '.' or ' ' && digits[part] > 0)
            {
                part++;
            }
            else if (part == 2 && digits[2] > 0 && character is 'T' or ' ' or '.')
            {
                break;
            }
            else
            {
                return false;
            }
        }
        if (digits[2] == 0)
            return false;
        if (digits[0] == 4)
            return TryMake(parts[0], parts[1], parts[2], out value);
        if (digits[2] != 4)
            return false;
        return string.Equals(order, DateOrders.MonthFirst, StringComparison.Ordinal)
            ? TryMake(parts[2], parts[0], parts[1], out value)
            : string.Equals(order, DateOrders.DayFirst, StringComparison.Ordinal) && TryMake(parts[2], parts[1], parts[0], out value);
    }

    public static Refusal? YesOrNo(string label, ReadOnlySpan<char> cell, CellForm form, out bool value)
    {
        value = false;
        if (cell.Length > 10)
            return new NotYesOrNo(label, cell.ToString());
        Span<char> lower = stackalloc char[cell.Length];
        cell.ToLowerInvariant(lower);
        switch (lower)
        {
            case "true" or "yes" or "y" or "1" or "t" or "x" or "ja" or "j" or "oui" or "o" or "vrai" or "sí" or "si" or "s" or "wahr" or "sant" or "verdadero" or "是" or "✓":
                value = true;
                return null;
            case "false" or "no" or "n" or "0" or "f" or "nej" or "nein" or "non" or "faux" or "falso" or "falsch" or "falskt" or "否":
                return null;
            default:
                return new NotYesOrNo(label, cell.ToString());
        }
    }

    public static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(bool yes) => yes ? "true" : "false";

    /// <summary>20240331, as SAP writes it.</summary>
    private static bool TryCompact(ReadOnlySpan<char> cell, out DateOnly value) =>
        DateOnly.TryParseExact(cell, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    private static bool TryMake(int year, int month, int day, out DateOnly value)
    {
        value = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        value = new DateOnly(year, month, day);
        return true;
    }
}
