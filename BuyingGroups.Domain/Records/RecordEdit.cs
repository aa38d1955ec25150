using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Records;

/// <summary>A field that an edit changed, as its history keeps it.</summary>
/// <param name="Field">Key, such as "jobTitle" or "custom:7".</param>
/// <param name="Before">The value before, as text; null when empty.</param>
/// <param name="After">The value after.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>Applies what was typed into a form to an account or person: its fields and its custom fields.</summary>
public static class RecordEdit
{
    /// <summary>Sets every field that <paramref name="values"/> names; fields it does not name stay as they are.</summary>
    /// <param name="record">The account or person.</param>
    /// <param name="fieldValues">Its custom values; emptied ones are removed.</param>
    /// <param name="fields">The fields it has.</param>
    /// <param name="customFields">The custom fields it may have.</param>
    /// <param name="values">Texts (see <see cref="FieldText"/>) by field key.</param>
    /// <returns>What changed, or every reason why not; then the record is half-changed and must be thrown away.</returns>
    public static Outcome<IReadOnlyList<FieldChange>> Apply<T, TValue>(
        T record, ICollection<TValue> fieldValues, IReadOnlyList<RecordField<T>> fields, IReadOnlyList<CustomField> customFields, IReadOnlyDictionary<string, string?> values)
        where TValue : FieldValue, new()
    {
        var changes = new List<FieldChange>();
        var refusals = new List<Refusal>();
        foreach (var (key, text) in values)
        {
            if (fields.FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.Ordinal)) is { } field)
            {
                var before = field.Read(record);
                Note(key, before, field.Write(record, text), () => field.Read(record));
            }
            else if (CustomFieldOf(customFields, key) is { } custom)
            {
                var value = fieldValues.FirstOrDefault(v => v.FieldId == custom.Id);
                var before = CustomFieldRules.Read(custom, value);
                value ??= new TValue { FieldId = custom.Id };
                Note(key, before, CustomFieldRules.Write(custom, value, text), () => CustomFieldRules.Read(custom, value));
                if (CustomFieldRules.IsEmpty(value))
                    fieldValues.Remove(value);
                else if (!fieldValues.Contains(value))
                    fieldValues.Add(value);
            }
            else
            {
                refusals.Add(new UnknownField(key));
            }
        }
        return refusals.Count > 0 ? Outcome<IReadOnlyList<FieldChange>>.Refused(refusals) : changes;

        void Note(string key, string? before, Refusal? refusal, Func<string?> read)
        {
            if (refusal is not null)
                refusals.Add(refusal);
            else if (read() is var after && !string.Equals(before, after, StringComparison.Ordinal))
                changes.Add(new FieldChange(key, before, after));
        }
    }

    /// <summary>The custom field behind a key such as "custom:7", or null.</summary>
    public static CustomField? CustomFieldOf(IReadOnlyList<CustomField> customFields, string key) =>
        customFields.FirstOrDefault(f => string.Equals(ConditionCatalog.CustomFieldKey(f.Id), key, StringComparison.Ordinal));
}
