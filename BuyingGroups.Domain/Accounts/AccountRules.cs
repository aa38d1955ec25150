using BuyingGroups.Domain.Refusals;
using Field = BuyingGroups.Domain.Records.RecordField<BuyingGroups.Domain.Accounts.Account>;

namespace BuyingGroups.Domain.Accounts;

/// <summary>What an account must be, for every way in: page, import, command line, API (product.md § 2).</summary>
public static class AccountRules
{
    private const string Company = "Company";
    private const string Address = "Billing address";
    private const string Source = "Source";

    private static readonly Dictionary<string, Field> ByKey;

    static AccountRules() => ByKey = Fields.ToDictionary(field => field.Key, StringComparer.Ordinal);

    /// <summary>The fields people fill in, in the order of the form. Parent, owner and custom fields are links of their own.</summary>
    public static IReadOnlyList<Field> Fields { get; } =
    [
        Field.Text("name", "Account name", Company, Account.NameMaxLength, a => a.Name, (a, value) => a.Name = value!, isRequired: true),
        Text("industry", "Industry", Company, a => a.Industry, (a, value) => a.Industry = value),
        Field.Number("annualRevenue", "Annual revenue", Company, a => a.AnnualRevenue, (a, value) => a.AnnualRevenue = value),
        Field.Whole("numberOfEmployees", "Number of employees", Company, a => a.NumberOfEmployees, (a, value) => a.NumberOfEmployees = value),
        Text("website", "Website", Company, a => a.Website, (a, value) => a.Website = value),
        Text("phone", "Phone", Company, a => a.Phone, (a, value) => a.Phone = value),
        Text("sicCode", "SIC code", Company, a => a.SicCode, (a, value) => a.SicCode = value),
        Text("billingStreet", "Billing street", Address, a => a.BillingStreet, (a, value) => a.BillingStreet = value),
        Text("billingCity", "Billing city", Address, a => a.BillingCity, (a, value) => a.BillingCity = value),
        Text("billingState", "Billing state", Address, a => a.BillingState, (a, value) => a.BillingState = value),
        Text("billingRegion", "Billing region", Address, a => a.BillingRegion, (a, value) => a.BillingRegion = value),
        Text("billingPostalCode", "Billing postal code", Address, a => a.BillingPostalCode, (a, value) => a.BillingPostalCode = value),
        Text("billingCountry", "Billing country", Address, a => a.BillingCountry, (a, value) => a.BillingCountry = value),
        Text("sourceType", "Source type", Source, a => a.SourceType, (a, value) => a.SourceType = value),
    ];

    /// <summary>A field by key, or null.</summary>
    public static Field? FieldOf(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>What a record lacks before it may be stored: a name, a source key.</summary>
    public static Refusal? MissingOf(Account account) =>
        string.IsNullOrWhiteSpace(account.Name) ? new Required("Account name")
        : string.IsNullOrWhiteSpace(account.SourceKey) ? new Required("Source key")
        : null;

    /// <summary>Refuses a parent that lies below the account, or is the account itself.</summary>
    /// <param name="accountId">The account that gets a parent.</param>
    /// <param name="lineage">The parent, then its parent, and so on to the top: id and name.</param>
    public static Refusal? ParentProblem(long accountId, IReadOnlyList<(long Id, string Name)> lineage)
    {
        if (lineage.Count == 0 || lineage.All(ancestor => ancestor.Id != accountId))
            return null;
        return lineage[0].Id == accountId ? new OwnParent() : new ParentBelow(lineage[0].Name);
    }

    private static Field Text(string key, string label, string section, Func<Account, string?> read, Action<Account, string?> write) =>
        Field.Text(key, label, section, Account.TextMaxLength, read, write);
}

/// <summary>An account cannot be its own parent.</summary>
public sealed record OwnParent() : Refusal("An account cannot be its own parent. Nothing was changed; choose another parent.");

/// <summary>The chosen parent lies below the account in the hierarchy.</summary>
/// <param name="Parent">The parent's name.</param>
public sealed record ParentBelow(string Parent)
    : Refusal("{0} lies below this account, so it cannot be its parent. Nothing was changed; choose an account above it, or move {0} first.", Parent);
