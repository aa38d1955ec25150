using System.Text;
using BuyingGroups.Portal.Features.Demo;

namespace BuyingGroups.Tests.Features.Demo;

public sealed class DemoDataTests
{
    static readonly IReadOnlyList<DemoAccount> Accounts = [.. DemoAccounts.Generate(DemoSize.Default)];
    static readonly IReadOnlyList<DemoPerson> People = [.. DemoPeople.Generate(DemoSize.Default)];

    [Fact]
    public void The_same_seed_writes_the_same_bytes_and_another_seed_others()
    {
        var size = DemoSize.Default with { Accounts = 60, People = 2_000 };

        Assert.Equal(Written(size), Written(size));
        Assert.NotEqual(Written(size), Written(size with { Seed = size.Seed + 1 }));
    }

    [Theory]
    [InlineData(600, 25_200)]
    [InlineData(1, 10)]
    [InlineData(777, 5_000)]
    public void It_makes_exactly_as_many_as_asked_with_distinct_keys(int accounts, int people)
    {
        var size = new DemoSize(accounts, people);
        var madeAccounts = DemoAccounts.Generate(size).ToList();
        var madePeople = DemoPeople.Generate(size).ToList();

        Assert.Equal(accounts, madeAccounts.Select(account => account.SourceKey).Distinct().Count());
        Assert.Equal(accounts, madeAccounts.Count);
        Assert.Equal(people, madePeople.Count(person => person.Fault == DemoFault.None));
        Assert.Equal(madePeople.Count, madePeople.Select(person => person.SourceKey).Distinct().Count());
    }

    [Fact]
    public void Every_account_can_be_told_apart_even_among_twenty_thousand()
    {
        var roots = DemoAccounts.Generate(new DemoSize(20_000, 0)).Where(account => account.ParentSourceKey is null).ToList();

        Assert.Equal(roots.Count, roots.Select(account => account.Domain).Distinct().Count());
        Assert.All(roots, account => Assert.InRange(account.Name.Length, 4, 120));
    }

    [Fact]
    public void The_hierarchy_is_three_deep_has_no_circle_and_no_missing_parent()
    {
        var parents = Accounts.ToDictionary(account => account.SourceKey, account => account.ParentSourceKey);
        var depths = Accounts.Select(account => Depth(parents, account.SourceKey)).ToList();

        Assert.Equal(3, depths.Max());
        Assert.True(depths.Count(depth => depth == 2) > 50);
        Assert.Contains(Accounts.Select((account, place) => (account, place)),
            child => child.account.ParentSourceKey is { } parent && Accounts.Skip(child.place).Any(later => later.SourceKey == parent));
    }

    [Fact]
    public void Companies_live_in_eight_or_more_countries_with_places_and_sectors()
    {
        Assert.True(Accounts.Select(account => account.Country).Distinct().Count() >= 8);
        Assert.True(Accounts.Select(account => account.City).Distinct().Count() > 40);
        Assert.True(Accounts.Select(account => account.SicCode).Distinct().Count() > 10);
        Assert.Contains(Accounts, account => account.Industry is null);
    }

    [Fact]
    public void Every_address_is_below_a_reserved_name()
    {
        Assert.All(People.Where(person => person.Fault == DemoFault.None), person => Assert.Matches(@"(?i)^[a-z0-9._-]+@[a-z0-9.-]+\.example$", person.Email));
        Assert.All(Accounts.Where(account => account.Website is not null), account => Assert.EndsWith(".example", account.Website, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Åsa")]
    [InlineData("François")]
    [InlineData("José Luis")]
    [InlineData("Jürgen")]
    [InlineData("志明")]
    [InlineData("João")]
    [InlineData("Łukasz")]
    [InlineData("Øystein")]
    public void Names_keep_their_own_letters(string firstName) => Assert.Contains(People, person => person.FirstName == firstName);

    [Theory]
    [InlineData("VP Operations")]
    [InlineData("Vice President, Operations")]
    [InlineData("Directeur des systèmes d'information")]
    [InlineData("Inköpschef")]
    [InlineData("採購經理")]
    [InlineData("Director de Operaciones")]
    [InlineData("Leiterin ")]
    [InlineData("Gerente de Compras")]
    [InlineData("Kierownik działu logistyki")]
    public void Titles_come_in_many_languages_and_spellings(string title) =>
        Assert.Contains(People, person => person.JobTitle?.StartsWith(title, StringComparison.Ordinal) == true);

    [Fact]
    public void An_export_has_gaps_duplicates_and_rows_that_must_be_rejected()
    {
        Assert.InRange(People.Count(person => string.IsNullOrEmpty(person.JobTitle)), 1_000, 3_000);
        Assert.InRange(People.Count(person => person.Phone is null), 5_000, 12_000);

        var duplicates = People.Where(person => person.DuplicateOf is not null).ToList();
        Assert.InRange(duplicates.Count, 300, 1_200);
        var people = People.ToDictionary(person => person.SourceKey);
        Assert.All(duplicates, duplicate => Assert.Equal(people[duplicate.DuplicateOf!].Email, duplicate.Email, ignoreCase: true));

        foreach (var fault in Enum.GetValues<DemoFault>())
            Assert.Contains(People, person => person.Fault == fault);
        Assert.DoesNotContain(People, person => person.Fault != DemoFault.AccountUnknown && Accounts.All(account => account.SourceKey != person.AccountSourceKey));
    }

    [Fact]
    public void Companies_differ_in_how_many_people_they_have()
    {
        var crowds = Accounts.Select(account => People.Count(person => person.AccountSourceKey == account.SourceKey)).ToList();

        Assert.InRange(crowds.Max(), 100, 400);
        Assert.Contains(crowds, crowd => crowd <= 1);
    }

    [Fact]
    public void People_can_be_invented_for_companies_of_somebody_else()
    {
        DemoEmployer[] employers = [DemoEmployer.Of("MMM", "3M"), DemoEmployer.Of("T", "AT&T"), DemoEmployer.Of("BRK.B", "Berkshire Hathaway")];
        var people = DemoPeople.PeopleFor(employers, 20).ToList();

        Assert.Equal(60, people.Count);
        Assert.All(people, person => Assert.Contains(employers, employer => employer.SourceKey == person.AccountSourceKey));
        Assert.All(people, person => Assert.EndsWith(".example", person.Email, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("at-t.example", employers[1].Domain, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_with_separators_and_quotes_are_quoted()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        DemoFiles.WriteAccounts(writer, [new DemoAccount { SourceKey = "A-1", Name = "Ash, \"Oak\" & Co", Country = "Sweden", Domain = "ash.example" }]);

        Assert.Equal("A-1,\"Ash, \"\"Oak\"\" & Co\",,,,,,,,,,,,,Sweden,,,", writer.ToString().Split('\n')[1]);
    }

    static int Depth(Dictionary<string, string?> parents, string key)
    {
        var depth = 1;
        for (var parent = parents[key]; parent is not null; parent = parents[parent])
            Assert.True(++depth < 10, $"{key} is its own ancestor.");
        return depth;
    }

    static string Written(DemoSize size)
    {
        using var writer = new StringWriter();
        DemoFiles.WriteAccounts(writer, DemoAccounts.Generate(size), size.Faults);
        DemoFiles.WritePeople(writer, DemoPeople.Generate(size));
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(writer.ToString())));
    }
}
