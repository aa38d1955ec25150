using System.Linq.Expressions;
using BuyingGroups.Domain.People;
using Make = BuyingGroups.Domain.Conditions.Attributes.AttributeFactory<BuyingGroups.Domain.People.Person>;

namespace BuyingGroups.Domain.Conditions.Attributes;

/// <summary>What a filter can compare on a person. Adding a field is one line here.</summary>
internal static class PersonAttributes
{
    public const string Persona = "persona";
    private const string Profile = "Profile";
    private const string Address = "Address";
    private const string Marketing = "Marketing";
    private const string Record = "Record";

    public static IReadOnlyList<ConditionAttribute<Person>> Fields { get; } =
    [
        Make.Text(Profile, "jobTitle", "Job title", person => person.NormalizedJobTitle, person => person.JobTitle),
        new RowsAttribute<Person, RoleInAccount, string?>(person => person.RolesInAccount, null, role => role.NormalizedName)
        {
            Section = Profile, Key = "roleInAccount", Label = "Role in account", Kind = AttributeKind.Text, Written = role => role.Name,
        },
        Make.Text(Profile, "email", "Email", person => person.NormalizedEmail),
        Make.Text(Profile, "firstName", "First name", person => person.NormalizedFirstName, person => person.FirstName),
        Make.Text(Profile, "middleName", "Middle name", person => person.NormalizedMiddleName, person => person.MiddleName),
        Make.Text(Profile, "lastName", "Last name", person => person.NormalizedLastName, person => person.LastName),
        Make.Text(Profile, "salutation", "Salutation", person => person.NormalizedSalutation, person => person.Salutation),
        Make.Text(Profile, "phone", "Phone", person => person.NormalizedPhone),
        Make.Text(Profile, "mobilePhone", "Mobile phone", person => person.NormalizedMobilePhone),
        Make.Text(Profile, "fax", "Fax", person => person.NormalizedFax),
        Make.Date(Profile, "dateOfBirth", "Date of birth", person => person.DateOfBirth),
        Make.Text(Address, "city", "City", person => person.NormalizedCity, person => person.City),
        Make.Text(Address, "state", "State", person => person.NormalizedState, person => person.State),
        Make.Text(Address, "postalCode", "Postal code", person => person.NormalizedPostalCode, person => person.PostalCode),
        Make.Text(Address, "country", "Country", person => person.NormalizedCountry, person => person.Country),
        Make.Text(Address, "inferredState", "Inferred state", person => person.NormalizedInferredState, person => person.InferredState),
        Make.Text(Address, "inferredRegion", "Inferred region", person => person.NormalizedInferredRegion, person => person.InferredRegion),
        Make.Number(Marketing, "engagementScore", "Person engagement score", person => person.EngagementScore),
        Make.Text(Marketing, "leadStatus", "Lead status", person => person.NormalizedLeadStatus, person => person.LeadStatus),
        Make.Boolean(Marketing, "unsubscribed", "Unsubscribed", person => person.Unsubscribed),
        Make.Text(Marketing, "unsubscribedReason", "Unsubscribed reason", person => person.NormalizedUnsubscribedReason, person => person.UnsubscribedReason),
        Make.Boolean(Marketing, "marketingSuspended", "Marketing suspended", person => person.MarketingSuspended),
        Make.Text(
            Marketing, "marketingSuspendedCause", "Marketing suspended cause", person => person.NormalizedMarketingSuspendedCause, person => person.MarketingSuspendedCause),
        Make.Boolean(Marketing, "emailInvalid", "Email invalid", person => person.EmailInvalid),
        Make.Boolean(Marketing, "emailSuspended", "Email suspended", person => person.EmailSuspended),
        Make.Date(Record, "createdAt", "Created", person => person.CreatedAt),
        Make.Date(Record, "updatedAt", "Updated", person => person.UpdatedAt),
    ];

    public static IEnumerable<ConditionAttribute<Person>> Of(ConditionCatalog catalog) =>
    [
        new PredicateAttribute<Person>(OfPersona)
        {
            Section = Profile, Key = Persona, Label = "Persona", Kind = AttributeKind.Choice,
            Options = Make.Of([.. catalog.Personas.Select(persona => new NamedReference(persona.Id, persona.Name))]),
        },
        .. Fields,
        .. catalog.CustomFields.Where(field => field.Target == CustomFields.CustomFieldTarget.Person).Select(field => Make.Custom(field, person => person.FieldValues)),
    ];

    /// <summary>A persona is replaced by what it stands for, so that the database sees only fields.</summary>
    private static Expression<Func<Person, bool>> OfPersona(string id, ConditionCatalog catalog) =>
        ConditionTranslation.Of<Person>(catalog.Persona(id)!.Condition, catalog);
}
