using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Records;

namespace BuyingGroups.Domain.People;

/// <summary>What one record of a person gains from a second one of the same person, when the two are merged.</summary>
public static class PersonMerge
{
    /// <summary>
    /// The fields to write to the record that stays: what it lacks and the other has. What it holds itself stays, except that a "no"
    /// to marketing counts whichever record holds it.
    /// </summary>
    /// <param name="stays">The record that stays.</param>
    /// <param name="goes">The record that goes.</param>
    /// <param name="customFields">The custom fields of people.</param>
    /// <returns>Texts by field key, as <see cref="RecordEdit"/> takes them.</returns>
    public static IReadOnlyDictionary<string, string?> Gains(Person stays, Person goes, IReadOnlyList<CustomField> customFields)
    {
        var gains = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var field in PersonRules.Fields)
        {
            var (held, offered) = (field.Read(stays), field.Read(goes));
            if (field.Kind == AttributeKind.Boolean ? offered == "true" && held != "true" : held is null && offered is not null)
                gains[field.Key] = offered;
        }
        foreach (var field in customFields)
        {
            if (CustomFieldRules.Read(field, ValueOf(stays, field)) is null && CustomFieldRules.Read(field, ValueOf(goes, field)) is { } offered)
                gains[ConditionCatalog.CustomFieldKey(field.Id)] = offered;
        }
        return gains;
    }

    /// <summary>The names of roles in the account that the record that stays gains, as many as one person may have.</summary>
    public static IReadOnlyList<string> RolesGained(Person stays, Person goes) =>
    [
        .. goes.RolesInAccount.Where(role => stays.RolesInAccount.All(own => !string.Equals(own.NormalizedName, role.NormalizedName, StringComparison.Ordinal)))
            .OrderBy(role => role.NormalizedName, StringComparer.Ordinal).Select(role => role.Name).Take(Math.Max(0, PersonRules.RolesMost - stays.RolesInAccount.Count)),
    ];

    private static PersonFieldValue? ValueOf(Person person, CustomField field) => person.FieldValues.FirstOrDefault(value => value.FieldId == field.Id);
}
