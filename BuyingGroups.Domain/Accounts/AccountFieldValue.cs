using BuyingGroups.Domain.CustomFields;

namespace BuyingGroups.Domain.Accounts;

/// <summary>The value of a custom field on an account.</summary>
public sealed class AccountFieldValue : FieldValue
{
    /// <summary>The account.</summary>
    public long AccountId { get; set; }
}
