namespace BuyingGroups.Domain.People;

/// <summary>A role a person has in the account, such as employee, contractor, owner. Not a buying group role.</summary>
public sealed class RoleInAccount
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>The person.</summary>
    public long PersonId { get; set; }

    /// <summary>The role, as written.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized; unique per person.</summary>
    public string NormalizedName { get; private set; } = "";
}
