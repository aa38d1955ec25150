using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
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
        Rules = (settings, check) => Check(settings.Field, Read(settings.Field, CustomFieldTarget.Account, settings.Value, check.Catalog.Conditions, out _), check),
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
            string.Equals(settings.Field, Email, StringComparison.Ordinal) ? new FieldFixed("Email") : Read(settings.Field, CustomFieldTarget.Person, settings.Value, check.Catalog.Conditions, out _),
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

    /// <summary>The value as the field would hold it, in the text that histories and events keep; or why it cannot.</summary>
    public static Refusal? Read(string field, CustomFieldTarget target, string? value, ConditionCatalog catalog, out string? text)
    {
        if (target == CustomFieldTarget.Account && AccountRules.FieldOf(field) is { } ofAccount)
            return Read(ofAccount, new Account { Name = "A", SourceKey = "a" }, value, out text);
        if (target == CustomFieldTarget.Person && PersonRules.FieldOf(field) is { } ofPerson)
            return Read(ofPerson, new Person { Email = "a@example.com", SourceKey = "a" }, value, out text);
        text = null;
        if (RecordEdit.CustomFieldOf(catalog.CustomFields, field) is not { } custom || custom.Target != target)
            return new FieldUnknown(field);
        FieldValue blank = target == CustomFieldTarget.Account ? new AccountFieldValue { FieldId = custom.Id } : new PersonFieldValue { FieldId = custom.Id };
        var refusal = CustomFieldRules.Write(custom, blank, value);
        text = CustomFieldRules.Read(custom, blank);
        return refusal;
    }

    private static Refusal? Read<T>(RecordField<T> field, T blank, string? value, out string? text)
    {
        var refusal = field.Write(blank, value);
        text = field.Read(blank);
        return refusal;
    }
}
