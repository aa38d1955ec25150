using BuyingGroups.Domain.CustomFields;

namespace BuyingGroups.Domain.People;

/// <summary>The value of a custom field on a person.</summary>
public sealed class PersonFieldValue : FieldValue
{
    /// <summary>The person.</summary>
    public long PersonId { get; set; }
}
