using BuyingGroups.Data.Imports;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.EndToEnd;
using BuyingGroups.Tests.Machine;
using Xunit.Abstractions;

namespace BuyingGroups.Tests.Features.Imports;

/// <summary>Real input: the S&amp;P 500 companies, which are no part of the repository and lie beside it where they are there at all.</summary>
public sealed class RealCompaniesTests(ITestOutputHelper output)
{
    private static readonly string Companies = Path.GetFullPath(Path.Combine(ThisMachine.Repository, "..", "shared", "data", "sp500-companies.csv"));

    [OnEveryDatabase]
    public async Task All_503_companies_land_with_city_and_state_and_a_second_import_changes_nothing(DatabaseKind kind)
    {
        if (!File.Exists(Companies))
        {
            output.WriteLine($"Skipped: there is no file {Companies}.");
            return;
        }

        await using var house = await ImportHouse.OpenAsync(kind);
        var text = await File.ReadAllTextAsync(Companies);

        var first = await house.ImportAsync(ImportKind.Accounts, text);
        var second = await house.ImportAsync(ImportKind.Accounts, text);

        Assert.Equal((503L, 503L, 0L), (first.RowsRead, first.Created, first.Rejected));
        Assert.Equal((503L, 0L, 0L, 503L), (second.RowsRead, second.Created, second.Updated, second.Unchanged));
        var accounts = await house.AccountsAsync();
        var mmm = accounts.Single(a => a.SourceKey == "MMM");
        Assert.Equal(("3M", "Industrials", "Saint Paul", "Minnesota"), (mmm.Name, mmm.Industry, mmm.BillingCity, mmm.BillingState));
        Assert.All(accounts, a => Assert.DoesNotContain(',', a.BillingState ?? ""));
    }

    [Fact]
    public async Task People_of_those_companies_find_them_by_their_ticker()
    {
        if (!File.Exists(Companies))
        {
            output.WriteLine($"Skipped: there is no file {Companies}.");
            return;
        }

        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(ImportKind.Accounts, await File.ReadAllTextAsync(Companies));
        using var folder = new TemporaryFolder("people");
        var count = PeopleFile.Write(folder["people.csv"], PeopleFile.FirstColumn(Companies));

        var done = await house.ImportAsync(ImportKind.People, await File.ReadAllTextAsync(folder["people.csv"]), mapping => mapping with
        {
            Columns = [.. mapping.Columns.Select(c => c.Column == "Company Ticker" ? c with { Target = "sourceAccountKey" } : c)],
        });

        Assert.Equal((count, 0L), ((int)done.Created, done.Rejected));
        Assert.Contains(await house.PeopleAsync(), p => p is { FirstName: "Chloé", LastName: "Lefèvre", JobTitle: "Director of Engineering" });
    }
}
