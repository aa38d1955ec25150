namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>Sets one field of the account.</summary>
/// <param name="Field">Key of the field, as in conditions: "industry", "custom:7".</param>
/// <param name="Value">The new value in the form conditions use; null or empty clears the field.</param>
public sealed record UpdateAccountProfileSettings(string Field, string? Value) : AccountActionSettings
{
    /// <inheritdoc />
    public override string Kind => "updateAccountProfile";
}

/// <summary>Sets one field of each person on the path.</summary>
/// <param name="Field">Key of the field, as in conditions: "jobTitle", "custom:7".</param>
/// <param name="Value">The new value in the form conditions use; null or empty clears the field.</param>
public sealed record UpdatePersonProfileSettings(string Field, string? Value) : PeopleActionSettings
{
    /// <inheritdoc />
    public override string Kind => "updatePersonProfile";
}
