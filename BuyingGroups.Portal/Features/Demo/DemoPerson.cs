namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Why an import must reject a row.</summary>
public enum DemoFault
{
    None,
    EmailMissing,
    EmailMalformed,
    AccountUnknown,
}

/// <summary>An invented person, as a CRM would export it.</summary>
public sealed record DemoPerson
{
    public required string SourceKey { get; init; }

    public required string AccountSourceKey { get; init; }

    public string? Salutation { get; init; }

    public required string FirstName { get; init; }

    public string? MiddleName { get; init; }

    public required string LastName { get; init; }

    public string? JobTitle { get; init; }

    public required string Email { get; init; }

    public string? Phone { get; init; }

    public string? MobilePhone { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? PostalCode { get; init; }

    public string? Country { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    public string? LeadStatus { get; init; }

    public bool Unsubscribed { get; init; }

    public string? UnsubscribedReason { get; init; }

    public string? RoleInAccount { get; init; }

    public string? PreferredLanguage { get; init; }

    /// <summary>Source key of the person this one is a second record of.</summary>
    public string? DuplicateOf { get; init; }

    public DemoFault Fault { get; init; }
}
