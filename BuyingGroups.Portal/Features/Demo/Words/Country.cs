namespace BuyingGroups.Portal.Features.Demo.Words;

/// <summary>A city, with the form of its postal codes and phone numbers (# is a digit). Where a country reserves numbers for fiction, they are used.</summary>
internal sealed record City(string Name, string State, string PostalCode, string Phone);

/// <summary>A country that companies live in.</summary>
internal sealed class Country(string name, string region, Language language, string companyForms, string mobile, int share, string cities)
{
    public string Name { get; } = name;

    /// <summary>Sales region.</summary>
    public string Region { get; } = region;

    public Language Language { get; } = language;

    /// <summary>"AB", "GmbH|AG"…</summary>
    public string[] CompanyForms { get; } = companyForms.Split('|');

    public string Mobile { get; } = mobile;

    /// <summary>How many companies live here, relative to the others.</summary>
    public int Share { get; } = share;

    public City[] Cities { get; } = [.. cities.Split('|', StringSplitOptions.TrimEntries).Select(Read)];

    static City Read(string written)
    {
        var parts = written.Split(';');
        return new City(parts[0], parts[1], parts[2], parts[3]);
    }
}
