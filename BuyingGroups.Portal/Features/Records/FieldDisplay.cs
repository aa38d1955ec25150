using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Records;

/// <summary>Values that are kept as invariant text, as the user's culture writes them.</summary>
internal static class FieldDisplay
{
    public static string Of(IStringLocalizer<Text> texts, AttributeKind kind, string text) => kind switch
    {
        AttributeKind.Number when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number.ToString("#,0.####", CultureInfo.CurrentCulture),
        AttributeKind.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date.ToString("d", CultureInfo.CurrentCulture),
        AttributeKind.Boolean => texts[string.Equals(text, "true", StringComparison.Ordinal) ? "Yes" : "No"],
        _ => text,
    };
}
