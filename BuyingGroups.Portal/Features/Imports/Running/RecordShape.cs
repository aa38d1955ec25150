using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>What a row of one kind of record must have, and where its parts go.</summary>
/// <param name="RequiredField">Key of the field without which there is no record.</param>
/// <param name="Missing">Says that it is missing.</param>
/// <param name="HasAccount">True when the record hangs on an account.</param>
/// <param name="City">Where the first half of "city, state" goes; empty where there is none.</param>
/// <param name="State">Where the second half goes.</param>
public sealed record RecordShape(string RequiredField, Func<Refusal> Missing, bool HasAccount, string City, string State)
{
    public static RecordShape Accounts { get; } = new(TargetKeys.Name, () => new MissingName(), false, "billingCity", "billingState");

    public static RecordShape People { get; } = new(TargetKeys.Email, () => new MissingEmail(), true, "city", "state");

    public static RecordShape Opportunities { get; } = new(TargetKeys.Name, () => new MissingOpportunityName(), true, "", "");
}
