using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Journeys.Validation;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class ProfileNodes
{
    // What names a person cannot become the same for all.
    private const string Email = "email";

    public static NodeKind OfAccount { get; } = new NodeKind<UpdateAccountProfileSettings>
    {
        Key = "updateAccountProfile",
        Label = "Update account profile",
        Help = "Sets a field of the account.",
        Section = NodeSection.AccountActions,
        New = () => new("", null),
        Rules = (settings, check) => Check(
            settings.Field, AccountRules.FieldOf(settings.Field) is { } field ? field.Write(new Account { Name = "A", SourceKey = "a" }, settings.Value) : Custom<AccountFieldValue>(settings.Field, CustomFieldTarget.Account, settings.Value, check), check),
    };

    public static NodeKind OfPeople { get; } = new NodeKind<UpdatePersonProfileSettings>
    {
        Key = "updatePersonProfile",
        Label = "Update person profile",
        Help = "Sets a field of each person on the path.",
        Section = NodeSection.PeopleActions,
        New = () => new("", null),
        Rules = (settings, check) => Check(
            settings.Field,
            string.Equals(settings.Field, Email, StringComparison.Ordinal) ? new FieldFixed("Email")
                : PersonRules.FieldOf(settings.Field) is { } field ? field.Write(new Person { Email = "a@example.com", SourceKey = "a" }, settings.Value)
                : Custom<PersonFieldValue>(settings.Field, CustomFieldTarget.Person, settings.Value, check),
            check),
    };

    /// <summary>True when the field exists, for events about its change.</summary>
    public static bool Exists(string field, CustomFieldTarget target, NodeCheck check) =>
        (target == CustomFieldTarget.Account ? AccountRules.FieldOf(field) is not null : PersonRules.FieldOf(field) is not null)
        || RecordEdit.CustomFieldOf(check.Catalog.Conditions.CustomFields, field)?.Target == target;

    private static void Check(string field, Refusal? refusal, NodeCheck check)
    {
        if (string.IsNullOrWhiteSpace(field))
            check.Add(new ReferenceMissing("field"));
        else if (refusal is not null)
            check.Add(refusal);
    }

    private static Refusal? Custom<TValue>(string key, CustomFieldTarget target, string? value, NodeCheck check)
        where TValue : FieldValue, new() =>
        RecordEdit.CustomFieldOf(check.Catalog.Conditions.CustomFields, key) is { } field && field.Target == target
            ? CustomFieldRules.Write(field, new TValue { FieldId = field.Id }, value)
            : new FieldUnknown(key);
}
