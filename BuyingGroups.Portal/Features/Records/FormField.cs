using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Records;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Records;

/// <summary>A field as forms and profiles show it.</summary>
/// <param name="Key">Its key among the values of a command.</param>
/// <param name="Label">In the user's language.</param>
/// <param name="Section">Its heading, in the user's language.</param>
/// <param name="Kind">What it holds.</param>
public sealed record FormField(string Key, string Label, string Section, AttributeKind Kind)
{
    /// <summary>Most characters of a text.</summary>
    public int MaxLength { get; init; }

    public bool IsRequired { get; init; }

    public bool IsWhole { get; init; }

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The fields of a record: its own, then the custom ones.</summary>
    public static IReadOnlyList<FormField> Of<T>(IReadOnlyList<RecordField<T>> fields, IReadOnlyList<CustomField> customFields, IStringLocalizer<Text> texts) =>
    [
        .. fields.Select(f => new FormField(f.Key, texts[f.Label], texts[f.Section], f.Kind) { MaxLength = f.MaxLength, IsRequired = f.IsRequired, IsWhole = f.IsWhole }),
        .. customFields.Select(f => new FormField(ConditionCatalog.CustomFieldKey(f.Id), f.Name, texts["Custom fields"], KindOf(f.Kind)) { MaxLength = CustomField.TextMaxLength, Choices = f.Choices }),
    ];

    /// <summary>The values of a record by field key, as forms show and send them.</summary>
    public static Dictionary<string, string?> Values<T>(T? record, IReadOnlyList<RecordField<T>> fields, IEnumerable<FieldValue> values, IReadOnlyList<CustomField> customFields)
        where T : class
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var field in fields)
            texts[field.Key] = record is null ? null : field.Read(record);
        foreach (var field in customFields)
            texts[ConditionCatalog.CustomFieldKey(field.Id)] = CustomFieldRules.Read(field, values.FirstOrDefault(v => v.FieldId == field.Id));
        return texts;
    }

    /// <summary>What a custom field holds, in the words of conditions.</summary>
    public static AttributeKind KindOf(CustomFieldKind kind) => kind switch
    {
        CustomFieldKind.Number => AttributeKind.Number,
        CustomFieldKind.Date => AttributeKind.Date,
        CustomFieldKind.Boolean => AttributeKind.Boolean,
        CustomFieldKind.Choice => AttributeKind.Choice,
        _ => AttributeKind.Text,
    };
}
