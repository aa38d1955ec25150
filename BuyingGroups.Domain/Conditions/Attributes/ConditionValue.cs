using System.Globalization;

namespace BuyingGroups.Domain.Conditions.Attributes;

/// <summary>Reads and writes the values of filters, the same in every language.</summary>
public static class ConditionValue
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>As stored.</summary>
    public static string Of(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>As stored.</summary>
    public static string Of(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads a number; false when it is none, has more than four decimals or is too large.</summary>
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && Math.Abs(number) <= ConditionLimits.LargestNumber
        && decimal.Round(number, ConditionLimits.Decimals) == number;

    /// <summary>Reads a whole number of 32 bits.</summary>
    public static bool TryWhole(string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>Reads a date within the limits.</summary>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date >= ConditionLimits.FirstDate && date <= ConditionLimits.LastDate;

    /// <summary>Reads the N of "in the last N days".</summary>
    public static bool TryDays(string text, out int days) => TryWhole(text, out days) && days is >= 1 and <= ConditionLimits.LastDays;

    internal static object NumberAs(string text, Type type) =>
        Convert.ChangeType(decimal.Parse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), type, CultureInfo.InvariantCulture);

    internal static DateOnly Date(string text) => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);

    internal static int Days(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
