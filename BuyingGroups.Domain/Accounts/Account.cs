using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Opportunities;
using BuyingGroups.Domain.People;

namespace BuyingGroups.Domain.Accounts;

/// <summary>A company we sell to (product.md § 2). Each text has a normalized twin; see <see cref="NormalizedText"/>.</summary>
public sealed class Account : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 255;

    /// <summary>Longest of the other texts.</summary>
    public const int TextMaxLength = 255;

    /// <summary>Database id.</summary>
    public long Id { get; set; }

    /// <summary>Unique key in the source system; upserts match on it, exactly as written.</summary>
    public required string SourceKey { get; set; }

    /// <summary>Name, never empty.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>The account above this one in the hierarchy.</summary>
    public long? ParentAccountId { get; set; }

    /// <summary>The account above this one.</summary>
    public Account? ParentAccount { get; set; }

    /// <summary>Source key of the parent as imported; kept until an account with that key arrives.</summary>
    public string? ParentSourceKey { get; set; }

    /// <summary>Industry.</summary>
    public string? Industry { get; set { field = value; NormalizedIndustry = NormalizedText.Of(value); } }

    /// <summary><see cref="Industry"/>, normalized.</summary>
    public string? NormalizedIndustry { get; private set; }

    /// <summary>Annual revenue in the portal's currency, at most four decimals.</summary>
    public decimal? AnnualRevenue { get; set; }

    /// <summary>Number of employees, ≥ 0.</summary>
    public int? NumberOfEmployees { get; set; }

    /// <summary>Website.</summary>
    public string? Website { get; set { field = value; NormalizedWebsite = NormalizedText.Of(value); } }

    /// <summary><see cref="Website"/>, normalized.</summary>
    public string? NormalizedWebsite { get; private set; }

    /// <summary>Standard Industrial Classification code.</summary>
    public string? SicCode { get; set { field = value; NormalizedSicCode = NormalizedText.Of(value); } }

    /// <summary><see cref="SicCode"/>, normalized.</summary>
    public string? NormalizedSicCode { get; private set; }

    /// <summary>Phone.</summary>
    public string? Phone { get; set { field = value; NormalizedPhone = NormalizedText.Of(value); } }

    /// <summary><see cref="Phone"/>, normalized.</summary>
    public string? NormalizedPhone { get; private set; }

    /// <summary>Billing street.</summary>
    public string? BillingStreet { get; set { field = value; NormalizedBillingStreet = NormalizedText.Of(value); } }

    /// <summary><see cref="BillingStreet"/>, normalized.</summary>
    public string? NormalizedBillingStreet { get; private set; }

    /// <summary>Billing city.</summary>
    public string? BillingCity { get; set { field = value; NormalizedBillingCity = NormalizedText.Of(value); } }

    /// <summary><see cref="BillingCity"/>, normalized.</summary>
    public string? NormalizedBillingCity { get; private set; }

    /// <summary>Billing state.</summary>
    public string? BillingState { get; set { field = value; NormalizedBillingState = NormalizedText.Of(value); } }

    /// <summary><see cref="BillingState"/>, normalized.</summary>
    public string? NormalizedBillingState { get; private set; }

    /// <summary>Billing region.</summary>
    public string? BillingRegion { get; set { field = value; NormalizedBillingRegion = NormalizedText.Of(value); } }

    /// <summary><see cref="BillingRegion"/>, normalized.</summary>
    public string? NormalizedBillingRegion { get; private set; }

    /// <summary>Billing postal code.</summary>
    public string? BillingPostalCode { get; set { field = value; NormalizedBillingPostalCode = NormalizedText.Of(value); } }

    /// <summary><see cref="BillingPostalCode"/>, normalized.</summary>
    public string? NormalizedBillingPostalCode { get; private set; }

    /// <summary>Billing country.</summary>
    public string? BillingCountry { get; set { field = value; NormalizedBillingCountry = NormalizedText.Of(value); } }

    /// <summary><see cref="BillingCountry"/>, normalized.</summary>
    public string? NormalizedBillingCountry { get; private set; }

    /// <summary>What kind of system the account came from.</summary>
    public string? SourceType { get; set { field = value; NormalizedSourceType = NormalizedText.Of(value); } }

    /// <summary><see cref="SourceType"/>, normalized.</summary>
    public string? NormalizedSourceType { get; private set; }

    /// <summary>User id of the sales user who looks after the account.</summary>
    public int? OwnerId { get; set; }

    /// <summary>When it was first stored (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;

    /// <summary>Accounts below this one.</summary>
    public ICollection<Account> Children { get; } = [];

    /// <summary>Values of custom fields.</summary>
    public ICollection<AccountFieldValue> FieldValues { get; } = [];

    /// <summary>People of the account.</summary>
    public ICollection<Person> People { get; } = [];

    /// <summary>Buying groups of the account, one per solution interest.</summary>
    public ICollection<BuyingGroup> BuyingGroups { get; } = [];

    /// <summary>Opportunities of the account.</summary>
    public ICollection<Opportunity> Opportunities { get; } = [];
}
