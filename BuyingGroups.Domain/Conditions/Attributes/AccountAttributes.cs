using BuyingGroups.Domain.Accounts;
using Make = BuyingGroups.Domain.Conditions.Attributes.AttributeFactory<BuyingGroups.Domain.Accounts.Account>;

namespace BuyingGroups.Domain.Conditions.Attributes;

/// <summary>What a filter can compare on an account. Adding a field is one line here.</summary>
internal static class AccountAttributes
{
    private const string Company = "Company";
    private const string Address = "Address";
    private const string Record = "Record";

    public static IReadOnlyList<ConditionAttribute<Account>> Fields { get; } =
    [
        Make.Text(Company, "name", "Account name", account => account.NormalizedName, account => account.Name),
        Make.Text(Company, "industry", "Industry", account => account.NormalizedIndustry, account => account.Industry),
        Make.Number(Company, "annualRevenue", "Annual revenue", account => account.AnnualRevenue),
        Make.Number(Company, "numberOfEmployees", "Number of employees", account => account.NumberOfEmployees),
        Make.Text(Company, "website", "Website", account => account.NormalizedWebsite),
        Make.Text(Company, "sicCode", "SIC code", account => account.NormalizedSicCode, account => account.SicCode),
        Make.Text(Company, "phone", "Phone", account => account.NormalizedPhone),
        Make.Text(Company, "parentAccount", "Parent account", account => account.ParentAccount == null ? null : account.ParentAccount.NormalizedName),
        Make.Text(Address, "billingStreet", "Billing street", account => account.NormalizedBillingStreet),
        Make.Text(Address, "billingCity", "Billing city", account => account.NormalizedBillingCity, account => account.BillingCity),
        Make.Text(Address, "billingState", "Billing state", account => account.NormalizedBillingState, account => account.BillingState),
        Make.Text(Address, "billingRegion", "Billing region", account => account.NormalizedBillingRegion, account => account.BillingRegion),
        Make.Text(Address, "billingPostalCode", "Billing postal code", account => account.NormalizedBillingPostalCode, account => account.BillingPostalCode),
        Make.Text(Address, "billingCountry", "Billing country", account => account.NormalizedBillingCountry, account => account.BillingCountry),
        Make.Text(Record, "sourceType", "Source type", account => account.NormalizedSourceType, account => account.SourceType),
        Make.Date(Record, "createdAt", "Created", account => account.CreatedAt),
        Make.Date(Record, "updatedAt", "Updated", account => account.UpdatedAt),
    ];

    public static IEnumerable<ConditionAttribute<Account>> Of(ConditionCatalog catalog) =>
    [
        .. Fields,
        Make.Reference(Record, "owner", "Owner", account => account.OwnerId, catalog.Users),
        .. catalog.CustomFields.Where(field => field.Target == CustomFields.CustomFieldTarget.Account).Select(field => Make.Custom(field, account => account.FieldValues)),
    ];
}
