using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Shell;

/// <summary>Names the resources that hold every text on screen. The key of a text is its English wording.</summary>
public sealed class Text;

/// <summary>Texts that depend on a number.</summary>
public static class PluralText
{
    /// <summary>
    /// "one member" or "3 members": the text for <paramref name="number"/>. Both are keys of their own, so that a translation without a plural
    /// (繁體中文) or with another rule for zero (français) says it its way.
    /// </summary>
    /// <param name="texts">The localiser.</param>
    /// <param name="number">How many.</param>
    /// <param name="one">The text for one; may use {0}.</param>
    /// <param name="many">The text for every other number, with {0} where the number goes (grouped as the culture does).</param>
    /// <param name="more">Further arguments, {1} and on.</param>
    public static string Count(this IStringLocalizer texts, long number, string one, string many, params object[] more)
    {
        var singular = number == 1 || (number == 0 && string.Equals(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "fr", StringComparison.Ordinal));
        object[] arguments = [number.ToString("N0", System.Globalization.CultureInfo.CurrentCulture), .. more];
        return texts[singular ? one : many, arguments];
    }
}
