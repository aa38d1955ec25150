using BuyingGroups.Domain.Accounts;

namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>The account fields a column can go to, with the keys that conditions and history use.</summary>
public static class AccountFields
{
    public static IReadOnlyList<ImportField<Account>> All { get; } =
    [
        Text(TargetKeys.Name, "Account name", Account.NameMaxLength, a => a.Name, (a, v) => a.Name = v ?? ""),
        Text(TargetKeys.Parent, "Parent account", 255, a => a.ParentSourceKey, (a, v) => a.ParentSourceKey = v),
        Text("industry", "Industry", a => a.Industry, (a, v) => a.Industry = v),
        new ValueField<Account, decimal>("annualRevenue", "Annual revenue", FieldForm.Number, CellReaders.Amount, a => a.AnnualRevenue, (a, v) => a.AnnualRevenue = v),
        new ValueField<Account, int>("numberOfEmployees", "Number of employees", FieldForm.WholeNumber, CellReaders.Count, a => a.NumberOfEmployees, (a, v) => a.NumberOfEmployees = v),
        Text("website", "Website", a => a.Website, (a, v) => a.Website = v),
        Text("sicCode", "SIC code", a => a.SicCode, (a, v) => a.SicCode = v),
        Text("phone", "Phone", a => a.Phone, (a, v) => a.Phone = v),
        Text("billingStreet", "Billing street", a => a.BillingStreet, (a, v) => a.BillingStreet = v),
        Text("billingCity", "Billing city", a => a.BillingCity, (a, v) => a.BillingCity = v),
        Text("billingState", "Billing state", a => a.BillingState, (a, v) => a.BillingState = v),
        Text("billingRegion", "Billing region", a => a.BillingRegion, (a, v) => a.BillingRegion = v),
        Text("billingPostalCode", "Billing postal code", a => a.BillingPostalCode, (a, v) => a.BillingPostalCode = v),
        Text("billingCountry", "Billing country", a => a.BillingCountry, (a, v) => a.BillingCountry = v),
        Text("sourceType", "Source type", a => a.SourceType, (a, v) => a.SourceType = v),
    ];

    private static TextField<Account> Text(string key, string label, Func<Account, string?> get, Action<Account, string?> set) =>
        Text(key, label, Account.TextMaxLength, get, set);

    private static TextField<Account> Text(string key, string label, int maxLength, Func<Account, string?> get, Action<Account, string?> set) =>
        new(key, label, maxLength, get, set);
}
