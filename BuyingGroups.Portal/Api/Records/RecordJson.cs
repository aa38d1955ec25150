using System.Globalization;
using System.Text.Json.Nodes;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Portal.Features.Imports.Mapping;

namespace BuyingGroups.Portal.Api.Records;

/// <summary>Writes accounts and people as the API takes them, so that what was read can be changed and sent back.</summary>
public static class RecordJson
{
    /// <summary>The record's number and fields; the caller adds what hangs on it.</summary>
    public static JsonObject Of<TRecord>(long id, TRecord record, IReadOnlyList<ImportField<TRecord>> fields, RecordForm form, Func<string, string?> other)
    {
        var json = new JsonObject { ["id"] = id };
        foreach (var member in form.Members)
        {
            var field = fields.FirstOrDefault(f => f.Key == member.Key);
            json[member.Name] = ValueOf(field is null ? other(member.Key) : field.Text(record), member.Form);
        }
        return json;
    }

    /// <summary>The values of custom fields, by the fields' names.</summary>
    public static JsonObject CustomFields(IEnumerable<FieldValue> values, IReadOnlyDictionary<int, CustomField> fields)
    {
        var json = new JsonObject();
        foreach (var value in values.Where(v => fields.ContainsKey(v.FieldId)).OrderBy(v => fields[v.FieldId].NormalizedName, StringComparer.Ordinal))
            json[fields[value.FieldId].Name] = ValueOf(CustomFieldRules.Read(fields[value.FieldId], value), ImportTargets.FormOf(fields[value.FieldId].Kind));
        return json;
    }

    private static JsonNode? ValueOf(string? text, FieldForm form) => text is null ? null : form switch
    {
        FieldForm.Number or FieldForm.WholeNumber => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
        FieldForm.YesOrNo => JsonValue.Create(text == "true"),
        _ => JsonValue.Create(text),
    };
}
