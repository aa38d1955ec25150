using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.BuyingGroups;

namespace BuyingGroups.Domain.People;

/// <summary>A person at an account (product.md § 2). Each text has a normalized twin; see <see cref="NormalizedText"/>.</summary>
public sealed class Person : IVersioned
{
    /// <summary>Longest email address (RFC 5321).</summary>
    public const int EmailMaxLength = 254;

    /// <summary>Longest of the other texts.</summary>
    public const int TextMaxLength = 255;

    /// <summary>Database id.</summary>
    public long Id { get; set; }

    /// <summary>Unique key in the source system; upserts match on it, exactly as written.</summary>
    public required string SourceKey { get; set; }

    /// <summary>The account the person belongs to.</summary>
    public long AccountId { get; set; }

    /// <summary>The account.</summary>
    public Account? Account { get; set; }

    /// <summary>Email address, never empty. Not unique: exports have duplicates.</summary>
    public required string Email { get; set { field = value; NormalizedEmail = NormalizedText.Required(value); } }

    /// <summary><see cref="Email"/>, normalized.</summary>
    public string NormalizedEmail { get; private set; } = "";

    /// <summary>First name.</summary>
    public string? FirstName { get; set { field = value; NormalizedFirstName = NormalizedText.Of(value); } }

    /// <summary><see cref="FirstName"/>, normalized.</summary>
    public string? NormalizedFirstName { get; private set; }

    /// <summary>Middle name.</summary>
    public string? MiddleName { get; set { field = value; NormalizedMiddleName = NormalizedText.Of(value); } }

    /// <summary><see cref="MiddleName"/>, normalized.</summary>
    public string? NormalizedMiddleName { get; private set; }

    /// <summary>Last name.</summary>
    public string? LastName { get; set { field = value; NormalizedLastName = NormalizedText.Of(value); } }

    /// <summary><see cref="LastName"/>, normalized.</summary>
    public string? NormalizedLastName { get; private set; }

    /// <summary>Salutation.</summary>
    public string? Salutation { get; set { field = value; NormalizedSalutation = NormalizedText.Of(value); } }

    /// <summary><see cref="Salutation"/>, normalized.</summary>
    public string? NormalizedSalutation { get; private set; }

    /// <summary>Job title.</summary>
    public string? JobTitle { get; set { field = value; NormalizedJobTitle = NormalizedText.Of(value); } }

    /// <summary><see cref="JobTitle"/>, normalized.</summary>
    public string? NormalizedJobTitle { get; private set; }

    /// <summary>Phone.</summary>
    public string? Phone { get; set { field = value; NormalizedPhone = NormalizedText.Of(value); } }

    /// <summary><see cref="Phone"/>, normalized.</summary>
    public string? NormalizedPhone { get; private set; }

    /// <summary>Mobile phone.</summary>
    public string? MobilePhone { get; set { field = value; NormalizedMobilePhone = NormalizedText.Of(value); } }

    /// <summary><see cref="MobilePhone"/>, normalized.</summary>
    public string? NormalizedMobilePhone { get; private set; }

    /// <summary>Fax.</summary>
    public string? Fax { get; set { field = value; NormalizedFax = NormalizedText.Of(value); } }

    /// <summary><see cref="Fax"/>, normalized.</summary>
    public string? NormalizedFax { get; private set; }

    /// <summary>City.</summary>
    public string? City { get; set { field = value; NormalizedCity = NormalizedText.Of(value); } }

    /// <summary><see cref="City"/>, normalized.</summary>
    public string? NormalizedCity { get; private set; }

    /// <summary>State.</summary>
    public string? State { get; set { field = value; NormalizedState = NormalizedText.Of(value); } }

    /// <summary><see cref="State"/>, normalized.</summary>
    public string? NormalizedState { get; private set; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; set { field = value; NormalizedPostalCode = NormalizedText.Of(value); } }

    /// <summary><see cref="PostalCode"/>, normalized.</summary>
    public string? NormalizedPostalCode { get; private set; }

    /// <summary>Country.</summary>
    public string? Country { get; set { field = value; NormalizedCountry = NormalizedText.Of(value); } }

    /// <summary><see cref="Country"/>, normalized.</summary>
    public string? NormalizedCountry { get; private set; }

    /// <summary>Lead status.</summary>
    public string? LeadStatus { get; set { field = value; NormalizedLeadStatus = NormalizedText.Of(value); } }

    /// <summary><see cref="LeadStatus"/>, normalized.</summary>
    public string? NormalizedLeadStatus { get; private set; }

    /// <summary>Why the person unsubscribed.</summary>
    public string? UnsubscribedReason { get; set { field = value; NormalizedUnsubscribedReason = NormalizedText.Of(value); } }

    /// <summary><see cref="UnsubscribedReason"/>, normalized.</summary>
    public string? NormalizedUnsubscribedReason { get; private set; }

    /// <summary>Why marketing is suspended.</summary>
    public string? MarketingSuspendedCause { get; set { field = value; NormalizedMarketingSuspendedCause = NormalizedText.Of(value); } }

    /// <summary><see cref="MarketingSuspendedCause"/>, normalized.</summary>
    public string? NormalizedMarketingSuspendedCause { get; private set; }

    /// <summary>State inferred from the address of a visit.</summary>
    public string? InferredState { get; set { field = value; NormalizedInferredState = NormalizedText.Of(value); } }

    /// <summary><see cref="InferredState"/>, normalized.</summary>
    public string? NormalizedInferredState { get; private set; }

    /// <summary>Region inferred from the address of a visit.</summary>
    public string? InferredRegion { get; set { field = value; NormalizedInferredRegion = NormalizedText.Of(value); } }

    /// <summary><see cref="InferredRegion"/>, normalized.</summary>
    public string? NormalizedInferredRegion { get; private set; }

    /// <summary>Date of birth.</summary>
    public DateOnly? DateOfBirth { get; set; }

    /// <summary>True when the person must not get marketing email.</summary>
    public bool Unsubscribed { get; set; }

    /// <summary>True when marketing to the person is suspended.</summary>
    public bool MarketingSuspended { get; set; }

    /// <summary>True when email to the address bounced for good.</summary>
    public bool EmailInvalid { get; set; }

    /// <summary>True when email to the address is suspended for a while.</summary>
    public bool EmailSuspended { get; set; }

    /// <summary>Person engagement score, 0–100 (product.md § 6).</summary>
    public double EngagementScore { get; set; }

    /// <summary>When it was first stored (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;

    /// <summary>Roles in the account, such as employee, contractor, owner.</summary>
    public ICollection<RoleInAccount> RolesInAccount { get; } = [];

    /// <summary>Values of custom fields.</summary>
    public ICollection<PersonFieldValue> FieldValues { get; } = [];

    /// <summary>Memberships of buying groups, removed ones included.</summary>
    public ICollection<Member> Memberships { get; } = [];

    /// <summary>What they did.</summary>
    public ICollection<Activity> Activities { get; } = [];

    /// <summary>First and last name, or the email address where both are missing.</summary>
    public string DisplayName => PersonName.Display(FirstName, LastName, Email);
}
