using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Records;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Lists;

/// <summary>How the values of a filter are chosen.</summary>
public enum ListFilterKind
{
    /// <summary>A piece of text.</summary>
    Text,

    /// <summary>Several texts, suggested from what stands in the database.</summary>
    Values,

    /// <summary>From a number to a number, either end open.</summary>
    Number,

    /// <summary>From a day to a day, either end open.</summary>
    Date,

    /// <summary>Any of a few known values.</summary>
    Choice,

    /// <summary>Exactly one of a few known values, each a sentence of its own.</summary>
    One,
}

/// <summary>A known value of a filter.</summary>
/// <param name="Value">As it stands in the address.</param>
/// <param name="Label">Already in the user's language.</param>
public sealed record FilterOption(string Value, string Label);

/// <summary>A filter that a list offers. Its values live in the address under <see cref="Key"/>; see <see cref="ListState"/>.</summary>
/// <param name="Key">Its key in the address.</param>
/// <param name="Title">What it filters by, in the user's language.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Kind">How its values are chosen.</param>
public sealed record ListFilter(string Key, string Title, string Icon, ListFilterKind Kind)
{
    /// <summary>The known values of a choice.</summary>
    public IReadOnlyList<FilterOption> Options { get; init; } = [];

    /// <summary>Where <see cref="ListFilterKind.Values"/> finds its suggestions.</summary>
    public ConditionScope Scope { get; init; }

    /// <summary>The attribute whose values are suggested.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>The filter of a custom field.</summary>
    public static ListFilter Of(CustomField field, IStringLocalizer<Text> texts) => new(KeyOf(field), field.Name, "tune", field.Kind switch
    {
        CustomFieldKind.Number => ListFilterKind.Number,
        CustomFieldKind.Date => ListFilterKind.Date,
        CustomFieldKind.Choice => ListFilterKind.Choice,
        CustomFieldKind.Boolean => ListFilterKind.One,
        _ => ListFilterKind.Text,
    })
    {
        Options = field.Kind == CustomFieldKind.Boolean
            ? [new("true", texts["{0}: yes", field.Name]), new("false", texts["{0}: no", field.Name])]
            : [.. field.Choices.Select(choice => new FilterOption(choice, choice))],
    };

    /// <summary>A custom field in the address: "custom-7".</summary>
    public static string KeyOf(CustomField field) => string.Create(CultureInfo.InvariantCulture, $"custom-{field.Id}");

    /// <summary>What the address says about custom fields, as filters of a condition; what is malformed is left out.</summary>
    public static IReadOnlyList<FieldFilter> ReadCustom(ListState state, IEnumerable<CustomField> fields) =>
        [.. fields.Select(field => Read(field, state.FilterValues(KeyOf(field)))).OfType<FieldFilter>()];

    /// <summary>The two ends of a range such as "5..10", "5.." or "..10".</summary>
    public static (string? From, string? To) Ends(string? range)
    {
        var parts = (range ?? "").Split("..", 2);
        return parts.Length == 2 ? (Of(parts[0]), Of(parts[1])) : (null, null);

        static string? Of(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>A range of numbers; an end that is none is open.</summary>
    public static (decimal? From, decimal? To) Numbers(string? range)
    {
        var (from, to) = Ends(range);
        return (Of(from), Of(to));

        static decimal? Of(string? text) =>
            decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= FieldText.LargestNumber ? number : null;
    }

    private static FieldFilter? Read(CustomField field, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return null;
        var key = ConditionCatalog.CustomFieldKey(field.Id);
        switch (field.Kind)
        {
            case CustomFieldKind.Boolean:
                return FieldFilter.Of(key, string.Equals(values[0], "false", StringComparison.Ordinal) ? ConditionOperator.IsFalse : ConditionOperator.IsTrue);
            case CustomFieldKind.Choice:
                var known = values.Where(value => field.Choices.Contains(value, StringComparer.OrdinalIgnoreCase)).ToList();
                return known.Count == 0 ? null : FieldFilter.Of(key, ConditionOperator.IsAnyOf, known);
            case CustomFieldKind.Number or CustomFieldKind.Date:
                var (from, to) = Ends(values[0]);
                (from, to) = (Valid(from), Valid(to));
                return (from, to) switch
                {
                    (null, null) => null,
                    (null, _) => FieldFilter.Of(key, ConditionOperator.LessOrEqual, to),
                    (_, null) => FieldFilter.Of(key, ConditionOperator.GreaterOrEqual, from),
                    _ => string.CompareOrdinal(Padded(from), Padded(to)) > 0 ? null : FieldFilter.Of(key, ConditionOperator.Between, from, to),
                };
            default:
                return FieldFilter.Of(key, ConditionOperator.Contains, values[0]);
        }

        string? Valid(string? text) => field.Kind == CustomFieldKind.Date
            ? FieldText.Read("", text, out DateOnly? date) is null ? FieldText.Of(date) : null
            : FieldText.Of(Numbers(text + "..").From);

        // Dates compare as text; for numbers an order that makes no sense is simply an empty list, which the condition may refuse.
        string Padded(string text) => field.Kind == CustomFieldKind.Date
            ? text
            : ((decimal.Parse(text, CultureInfo.InvariantCulture) + FieldText.LargestNumber) * 10_000m).ToString("00000000000000000000", CultureInfo.InvariantCulture);
    }
}
