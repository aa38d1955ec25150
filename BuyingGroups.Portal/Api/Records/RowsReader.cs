using System.Text.Json;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Api.Bodies;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Upserts;

namespace BuyingGroups.Portal.Api.Records;

/// <summary>
/// Reads the rows of a call. A member nobody knows and a value of the wrong kind refuse the whole call, with the place: the program is
/// wrong and would be wrong in every row. What a value says is judged later and row by row.
/// </summary>
public static class RowsReader
{
    /// <summary>The rows of <c>{ "accounts": [ … ] }</c> and the like.</summary>
    public static Outcome<IReadOnlyList<UpsertRow>> Read(JsonElement body, RecordForm form)
    {
        var list = JsonShape.List(body, form.List);
        if (!list.Succeeded)
            return Outcome<IReadOnlyList<UpsertRow>>.Refused(list.Refusals);
        if (list.Value.GetArrayLength() > UpsertRow.Most)
            return new TooManyRows(list.Value.GetArrayLength(), UpsertRow.Most);
        var members = form.Members.ToDictionary(m => m.Name, StringComparer.Ordinal);
        var rows = new List<UpsertRow>(list.Value.GetArrayLength());
        foreach (var element in list.Value.EnumerateArray())
        {
            if (ReadRow(element, $"/{form.List}/{rows.Count}", form, members, out var row) is { } wrong)
                return wrong;
            rows.Add(row);
        }
        return rows;
    }

    private static Refusal? ReadRow(JsonElement element, string path, RecordForm form, Dictionary<string, RecordMember> members, out UpsertRow row)
    {
        row = null!;
        if (element.ValueKind != JsonValueKind.Object)
            return new WrongKind(path, "an object", JsonShape.NameOf(element));
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        Dictionary<string, string?>? custom = null;
        List<string>? roles = null;
        foreach (var property in element.EnumerateObject())
        {
            var place = JsonShape.Join(path, property.Name);
            if (members.TryGetValue(property.Name, out var member))
            {
                if (ReadValue(property.Value, place, member.Form, out var value) is { } wrong)
                    return wrong;
                fields[member.Key] = value;
            }
            else if (form.HasCustomFields && property.Name == RecordForm.CustomFields)
            {
                if (JsonShape.ReadTexts(property.Value, place, custom = new(StringComparer.Ordinal)) is { } wrong)
                    return wrong;
            }
            else if (form.HasRoles && property.Name == RecordForm.Roles)
            {
                if (ReadRoles(property.Value, place, roles = []) is { } wrong)
                    return wrong;
            }
            else
            {
                return new UnknownMember(place, string.Join(", ", form.Members.Select(m => m.Name).Concat(form.HasRoles ? [RecordForm.Roles] : []).Concat(form.HasCustomFields ? [RecordForm.CustomFields] : [])));
            }
        }
        row = new UpsertRow(fields, custom, roles);
        return null;
    }

    private static Refusal? ReadValue(JsonElement value, string place, FieldForm form, out string? text)
    {
        text = null;
        var (wanted, fits) = form switch
        {
            FieldForm.Number or FieldForm.WholeNumber => ("a number", value.ValueKind is JsonValueKind.Number),
            FieldForm.YesOrNo => ("true or false", value.ValueKind is JsonValueKind.True or JsonValueKind.False),
            FieldForm.Date => ("a date as text, such as \"2026-01-31\"", value.ValueKind is JsonValueKind.String),
            _ => ("text", value.ValueKind is JsonValueKind.String),
        };
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (!fits)
            return new WrongKind(place, wanted + " or null", JsonShape.NameOf(value));
        text = JsonShape.TextOf(value);
        return null;
    }

    private static Refusal? ReadRoles(JsonElement value, string place, List<string> roles)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.Array)
            return new WrongKind(place, "a list of texts or null", JsonShape.NameOf(value));
        foreach (var role in value.EnumerateArray())
        {
            if (role.ValueKind != JsonValueKind.String)
                return new WrongKind($"{place}/{roles.Count}", "text", JsonShape.NameOf(role));
            roles.Add(JsonShape.TextOf(role));
        }
        return null;
    }
}
