using BuyingGroups.Domain.People;

namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>The person fields a column can go to, with the keys that conditions and history use.</summary>
public static class PersonFields
{
    public static IReadOnlyList<ImportField<Person>> All { get; } =
    [
        new TextField<Person>(TargetKeys.Email, "Email", Person.EmailMaxLength, p => p.Email, (p, v) => p.Email = v ?? ""),
        Text("firstName", "First name", p => p.FirstName, (p, v) => p.FirstName = v),
        Text("middleName", "Middle name", p => p.MiddleName, (p, v) => p.MiddleName = v),
        Text("lastName", "Last name", p => p.LastName, (p, v) => p.LastName = v),
        Text("salutation", "Salutation", p => p.Salutation, (p, v) => p.Salutation = v),
        Text("jobTitle", "Job title", p => p.JobTitle, (p, v) => p.JobTitle = v),
        Text("phone", "Phone", p => p.Phone, (p, v) => p.Phone = v),
        Text("mobilePhone", "Mobile phone", p => p.MobilePhone, (p, v) => p.MobilePhone = v),
        Text("fax", "Fax", p => p.Fax, (p, v) => p.Fax = v),
        Text("city", "City", p => p.City, (p, v) => p.City = v),
        Text("state", "State", p => p.State, (p, v) => p.State = v),
        Text("postalCode", "Postal code", p => p.PostalCode, (p, v) => p.PostalCode = v),
        Text("country", "Country", p => p.Country, (p, v) => p.Country = v),
        new ValueField<Person, DateOnly>("dateOfBirth", "Date of birth", FieldForm.Date, CellReaders.Date, p => p.DateOfBirth, (p, v) => p.DateOfBirth = v),
        Text("leadStatus", "Lead status", p => p.LeadStatus, (p, v) => p.LeadStatus = v),
        YesOrNo("unsubscribed", "Unsubscribed", p => p.Unsubscribed, (p, v) => p.Unsubscribed = v),
        Text("unsubscribedReason", "Unsubscribed reason", p => p.UnsubscribedReason, (p, v) => p.UnsubscribedReason = v),
        YesOrNo("marketingSuspended", "Marketing suspended", p => p.MarketingSuspended, (p, v) => p.MarketingSuspended = v),
        Text("marketingSuspendedCause", "Marketing suspended cause", p => p.MarketingSuspendedCause, (p, v) => p.MarketingSuspendedCause = v),
        YesOrNo("emailInvalid", "Email invalid", p => p.EmailInvalid, (p, v) => p.EmailInvalid = v),
        YesOrNo("emailSuspended", "Email suspended", p => p.EmailSuspended, (p, v) => p.EmailSuspended = v),
        Text("inferredState", "Inferred state", p => p.InferredState, (p, v) => p.InferredState = v),
        Text("inferredRegion", "Inferred region", p => p.InferredRegion, (p, v) => p.InferredRegion = v),
    ];

    private static TextField<Person> Text(string key, string label, Func<Person, string?> get, Action<Person, string?> set) =>
        new(key, label, Person.TextMaxLength, get, set);

    private static ValueField<Person, bool> YesOrNo(string key, string label, Func<Person, bool> get, Action<Person, bool> set) =>
        new(key, label, FieldForm.YesOrNo, CellReaders.YesOrNo, p => get(p), (p, v) => set(p, v ?? false));
}
