using System.Globalization;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Machine;

namespace BuyingGroups.Bench;

/// <summary>One call of the program: which database, which size, and where its files lie.</summary>
internal sealed class BenchRun(string database, string size) : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new("bench");
    private BenchDatabase? template;
    private int count;

    public string Database { get; } = database;

    public bool IsPostgreSql => Database == "postgresql";

    public int Accounts { get; } = size == "full" ? 100_000 : 10_000;

    public int People { get; } = size == "full" ? 1_000_000 : 100_000;

    public string Folder => folder.Path;

    /// <summary>A database with the portal's schema and no rows.</summary>
    public async Task<BenchDatabase> EmptyAsync() => await BenchDatabase.CreateAsync(this, NextName());

    /// <summary>A database with all accounts and people in it; made once, copied from then on.</summary>
    public async Task<BenchDatabase> FilledAsync()
    {
        if (template is null)
        {
            template = await BenchDatabase.CreateAsync(this, NextName());
            await template.FillAsync(Accounts, People);
        }
        return await template.CopyAsync(NextName());
    }

    /// <summary>Prints a figure: what was measured, and what it is compared with.</summary>
    public void Result(string work, double value, string unit, double? ratio = null, double? baseline = null) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"RESULT {work} {Database} {Rounded(value)} {unit} ratio={(ratio is { } r ? Rounded(r) : "-")} baseline={(baseline is { } b ? Rounded(b) : "-")}"));

    public async Task<PostgreSqlServer> ServerAsync() => await PostgreSqlServer.RunningAsync();

    public async ValueTask DisposeAsync()
    {
        if (template is not null)
            await template.DisposeAsync();
        folder.Dispose();
    }

    private string NextName() => $"bench_{++count}";

    private static string Rounded(double value) => value.ToString(value >= 100 ? "0" : value >= 1 ? "0.0#" : "0.###", CultureInfo.InvariantCulture);
}
