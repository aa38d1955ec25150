using BuyingGroups.Portal.Features.Demo.Words;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>An invented company, as a CRM would export it.</summary>
public sealed record DemoAccount
{
    public required string SourceKey { get; init; }

    public string? ParentSourceKey { get; init; }

    /// <summary>Empty on the few rows that an import must reject.</summary>
    public required string Name { get; init; }

    public string? Industry { get; init; }

    public string? SicCode { get; init; }

    public long? AnnualRevenue { get; init; }

    public int? NumberOfEmployees { get; init; }

    public string? Website { get; init; }

    public string? Phone { get; init; }

    public string? Street { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? Region { get; init; }

    public string? PostalCode { get; init; }

    public required string Country { get; init; }

    public string? SourceType { get; init; }

    public int? FleetSize { get; init; }

    public string? CustomerTier { get; init; }

    /// <summary>Domain of the people's email addresses; always below a name reserved by RFC 2606.</summary>
    public required string Domain { get; init; }

    internal Country Home { get; init; } = Countries.UnitedStates;

    /// <summary>This account as an employer of invented people.</summary>
    public DemoEmployer Employer => new(SourceKey, Domain, Country, City);
}

/// <summary>A company, invented or not, that people are to be invented for.</summary>
/// <param name="SourceKey">Its key, which the people carry as their account key.</param>
/// <param name="Domain">Domain of their email addresses; must be a reserved one.</param>
/// <param name="Country">Decides names, languages and places; one that is not known counts as the United States.</param>
/// <param name="City">Where its main office is; any city of the country when not known.</param>
public sealed record DemoEmployer(string SourceKey, string Domain, string Country, string? City = null)
{
    /// <summary>For a company of which only the name is known: a domain below <c>.example</c> made of it.</summary>
    public static DemoEmployer Of(string sourceKey, string name, string country = "United States") => new(sourceKey, Latin.Slug(name) + ".example", country);
}
