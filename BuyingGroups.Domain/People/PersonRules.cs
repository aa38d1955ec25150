using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using Field = BuyingGroups.Domain.Records.RecordField<BuyingGroups.Domain.People.Person>;

namespace BuyingGroups.Domain.People;

/// <summary>What a person must be, for every way in: page, import, command line, API (product.md § 2).</summary>
public static class PersonRules
{
    /// <summary>Most roles one person may have in the account.</summary>
    public const int RolesMost = 20;

    private const string Profile = "Profile";
    private const string Address = "Address";
    private const string Marketing = "Marketing";

    private static readonly Dictionary<string, Field> ByKey;

    static PersonRules() => ByKey = Fields.ToDictionary(field => field.Key, StringComparer.Ordinal);

    /// <summary>The fields people fill in, in the order of the form. Account, roles in the account and custom fields are links of their own.</summary>
    public static IReadOnlyList<Field> Fields { get; } =
    [
        Text("salutation", "Salutation", Profile, p => p.Salutation, (p, value) => p.Salutation = value),
        Text("firstName", "First name", Profile, p => p.FirstName, (p, value) => p.FirstName = value),
        Text("middleName", "Middle name", Profile, p => p.MiddleName, (p, value) => p.MiddleName = value),
        Text("lastName", "Last name", Profile, p => p.LastName, (p, value) => p.LastName = value),
        Field.Text("email", "Email", Profile, Person.EmailMaxLength, p => p.Email, (p, value) => p.Email = value!, isRequired: true, EmailProblem),
        Text("jobTitle", "Job title", Profile, p => p.JobTitle, (p, value) => p.JobTitle = value),
        Text("phone", "Phone", Profile, p => p.Phone, (p, value) => p.Phone = value),
        Text("mobilePhone", "Mobile phone", Profile, p => p.MobilePhone, (p, value) => p.MobilePhone = value),
        Text("fax", "Fax", Profile, p => p.Fax, (p, value) => p.Fax = value),
        Field.Date("dateOfBirth", "Date of birth", Profile, p => p.DateOfBirth, (p, value) => p.DateOfBirth = value),
        Text("city", "City", Address, p => p.City, (p, value) => p.City = value),
        Text("state", "State", Address, p => p.State, (p, value) => p.State = value),
        Text("postalCode", "Postal code", Address, p => p.PostalCode, (p, value) => p.PostalCode = value),
        Text("country", "Country", Address, p => p.Country, (p, value) => p.Country = value),
        Text("inferredState", "Inferred state", Address, p => p.InferredState, (p, value) => p.InferredState = value),
        Text("inferredRegion", "Inferred region", Address, p => p.InferredRegion, (p, value) => p.InferredRegion = value),
        Text("leadStatus", "Lead status", Marketing, p => p.LeadStatus, (p, value) => p.LeadStatus = value),
        Field.Boolean("unsubscribed", "Unsubscribed", Marketing, p => p.Unsubscribed, (p, value) => p.Unsubscribed = value),
        Text("unsubscribedReason", "Unsubscribed reason", Marketing, p => p.UnsubscribedReason, (p, value) => p.UnsubscribedReason = value),
        Field.Boolean("marketingSuspended", "Marketing suspended", Marketing, p => p.MarketingSuspended, (p, value) => p.MarketingSuspended = value),
        Text("marketingSuspendedCause", "Marketing suspended cause", Marketing, p => p.MarketingSuspendedCause, (p, value) => p.MarketingSuspendedCause = value),
        Field.Boolean("emailInvalid", "Email invalid", Marketing, p => p.EmailInvalid, (p, value) => p.EmailInvalid = value),
        Field.Boolean("emailSuspended", "Email suspended", Marketing, p => p.EmailSuspended, (p, value) => p.EmailSuspended = value),
    ];

    /// <summary>A field by key, or null.</summary>
    public static Field? FieldOf(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>What a record lacks before it may be stored: an email address, a source key.</summary>
    public static Refusal? MissingOf(Person person) =>
        string.IsNullOrWhiteSpace(person.Email) ? new Required("Email")
        : string.IsNullOrWhiteSpace(person.SourceKey) ? new Required("Source key")
        : null;

    /// <summary>
    /// Refuses what cannot be an address: one @ with something on both sides, a dot inside the domain, no white space, no empty label.
    /// Deliberately no more than that: whether an address exists only the mail server knows.
    /// </summary>
    public static Refusal? EmailProblem(string email)
    {
        var text = email.AsSpan();
        var at = text.IndexOf('@');
        if (at <= 0 || at != text.LastIndexOf('@') || at > 64)
            return new MalformedEmail(Quoted(email));
        var domain = text[(at + 1)..];
        if (domain.Length == 0 || domain[0] is '.' or '-' || domain[^1] is '.' or '-' || !domain.Contains('.') || domain.IndexOf("..") >= 0
            || text[0] == '.' || text[at - 1] == '.')
        {
            return new MalformedEmail(Quoted(email));
        }
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>' or '(' or ')' or '"' or '\\' or '[' or ']' or ':')
                return new MalformedEmail(Quoted(email));
        }
        return null;
    }

    /// <summary>Reads roles in the account from names: trimmed, blanks and repetitions left out.</summary>
    public static Outcome<IReadOnlyList<string>> Roles(IEnumerable<string> names)
    {
        var roles = new List<string>();
        foreach (var name in names)
        {
            if (FieldText.Read("Role in account", name, RoleInAccount.NameMaxLength, out var role) is { } refusal)
                return refusal;
            if (role is not null && roles.TrueForAll(known => !string.Equals(NormalizedText.Of(known), NormalizedText.Of(role), StringComparison.Ordinal)))
                roles.Add(role);
        }
        return roles.Count > RolesMost ? new TooManyRolesInAccount(RolesMost) : roles;
    }

    private static string Quoted(string email) => email.Length <= 80 ? email : email[..80] + "…";

    private static Field Text(string key, string label, string section, Func<Person, string?> read, Action<Person, string?> write) =>
        Field.Text(key, label, section, Person.TextMaxLength, read, write);
}

/// <summary>A person has more roles in the account than are kept.</summary>
/// <param name="Most">How many may be.</param>
public sealed record TooManyRolesInAccount(int Most) : Refusal("A person may have at most {0} roles in the account. Nothing was changed; remove some and save again.", Most);
