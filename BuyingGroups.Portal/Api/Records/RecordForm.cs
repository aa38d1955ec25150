using BuyingGroups.Domain.Opportunities;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Imports.Mapping;

namespace BuyingGroups.Portal.Api.Records;

/// <summary>One member of a record in JSON.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Key">The field's key in imports, conditions and history.</param>
/// <param name="Form">What it holds.</param>
/// <param name="Description">For the OpenAPI document.</param>
/// <param name="Example">A value as text.</param>
/// <param name="IsRequired">True when a row without it is rejected.</param>
public sealed record RecordMember(string Name, string Key, FieldForm Form, string Description, string? Example = null, bool IsRequired = false);

/// <summary>
/// What an account, a person or an opportunity is in JSON, made of the field lists of the import: reading a call, answering one and the
/// OpenAPI document follow it, so that a new field is in all of them at once.
/// </summary>
/// <param name="Name">The schema's name.</param>
/// <param name="List">The member that holds the rows.</param>
/// <param name="Members">In order.</param>
/// <param name="HasCustomFields">True when admins may declare fields of it.</param>
/// <param name="HasRoles">True for people.</param>
public sealed record RecordForm(string Name, string List, IReadOnlyList<RecordMember> Members, bool HasCustomFields, bool HasRoles)
{
    /// <summary>The member with the values of custom fields, by the fields' names.</summary>
    public const string CustomFields = "customFields";

    /// <summary>The member with a person's roles in the account.</summary>
    public const string Roles = "rolesInAccount";

    private const string ParentName = "parentSourceKey";
    private const string AccountName = "accountSourceKey";

    // Before those that use it: static members come to life in their order.
    private static RecordMember Account { get; } =
        new(AccountName, TargetKeys.Account, FieldForm.Text, "Source key of the account it belongs to. The account must be there already.", "A-1001", IsRequired: true);

    /// <summary>Accounts.</summary>
    public static RecordForm Accounts { get; } = new(
        "Account", "accounts", [Key("A-1001"), .. AccountFields.All.Select(f => Member(f, f.Key == TargetKeys.Name))], HasCustomFields: true, HasRoles: false);

    /// <summary>People.</summary>
    public static RecordForm People { get; } = new(
        "Person", "people", [Key("P-20417"), Account, .. PersonFields.All.Select(f => Member(f, f.Key == TargetKeys.Email))], HasCustomFields: true, HasRoles: true);

    /// <summary>Opportunities.</summary>
    public static RecordForm Opportunities { get; } = new(
        "Opportunity", "opportunities", [Key("O-318"), Account, .. OpportunityFields.All.Select(f => Member(f, f.Key == TargetKeys.Name))], HasCustomFields: false, HasRoles: false);

    private static RecordMember Key(string example) =>
        new(TargetKeys.SourceKey, TargetKeys.SourceKey, FieldForm.Text, "Its unique key in the system it comes from. A row whose key is known updates that record; any other creates one.", example, IsRequired: true);

    private static RecordMember Member<TRecord>(ImportField<TRecord> field, bool required) => field.Key == TargetKeys.Parent
        ? new(ParentName, field.Key, field.Form, "Source key of the account it is a part of. A parent that is not there yet finds it when it comes.", "A-1000")
        : new(field.Key, field.Key, field.Form, field.Label + ".", ExampleOf(typeof(TRecord), field.Key), required);

    private static string? ExampleOf(Type record, string key) => (record.Name, key) switch
    {
        (nameof(Domain.Accounts.Account), TargetKeys.Name) => "Hexa Freight",
        (nameof(Opportunity), TargetKeys.Name) => "Fleet analytics, 400 vehicles",
        (nameof(Person), TargetKeys.Email) => "mira.lindqvist@hexafreight.example",
        (_, "industry") => "Logistics",
        (_, "jobTitle") => "VP Operations",
        (_, "firstName") => "Mira",
        (_, "lastName") => "Lindqvist",
        (_, "billingCountry" or "country") => "Sweden",
        (_, "annualRevenue") => "125000000",
        (_, "numberOfEmployees") => "1800",
        (_, "stage") => "Negotiation",
        (_, "amount") => "240000.5",
        (_, "expectedClose") => "2026-11-30",
        (_, OpportunityFields.Closed) => "false",
        _ => null,
    };
}
