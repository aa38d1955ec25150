namespace BuyingGroups.Domain.Journeys;

/// <summary>
/// Names a solution interest, role, list, audience, stage or other journey. Documents written by hand or brought from another portal may give
/// the name only; publishing resolves it to the id (<see cref="Id"/> wins when both are given).
/// </summary>
/// <param name="Id">Database id, or null.</param>
/// <param name="Name">Name, or null.</param>
public sealed record JourneyReference(int? Id, string? Name = null)
{
    /// <summary>By id.</summary>
    public static implicit operator JourneyReference(int id) => new(id);
}
