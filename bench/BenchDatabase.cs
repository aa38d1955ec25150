using System.Data.Common;
using BuyingGroups.Data;
using BuyingGroups.Data.PostgreSql;
using BuyingGroups.Data.Providers;
using BuyingGroups.Data.Sqlite;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Demo;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BuyingGroups.Bench;

/// <summary>One database of a run.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly BenchRun run;
    private readonly string name;

    private BenchDatabase(BenchRun run, string name, string connectionString)
    {
        (this.run, this.name, ConnectionString) = (run, name, connectionString);
        Provider = run.IsPostgreSql ? new PostgreSqlProvider() : new SqliteProvider();
    }

    public string ConnectionString { get; }

    public DatabaseProvider Provider { get; }

    public static async Task<BenchDatabase> CreateAsync(BenchRun run, string name)
    {
        if (run.IsPostgreSql)
            await (await run.ServerAsync()).ExecuteAsync($"CREATE DATABASE {name}");
        var database = await AtAsync(run, name);
        await using var context = database.Open();
        await database.Provider.MigrateAsync(context, CancellationToken.None);
        return database;
    }

    public async Task<BenchDatabase> CopyAsync(string copy)
    {
        Forget();
        if (run.IsPostgreSql)
            await (await run.ServerAsync()).ExecuteAsync($"CREATE DATABASE {copy} TEMPLATE {name}");
        else
            File.Copy(FileOf(run, name), FileOf(run, copy));
        return await AtAsync(run, copy);
    }

    public PortalDbContext Open()
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        Provider.Configure(options, ConnectionString);
        return new PortalDbContext(options.Options);
    }

    /// <summary>A connection set up as the portal sets it up, for hand-written SQL.</summary>
    public async Task<DbConnection> OpenRawAsync()
    {
        var context = Open();
        await context.Database.OpenConnectionAsync();
        return context.Database.GetDbConnection();
    }

    /// <summary>Fills accounts and people straight in; how they got there is not what is measured.</summary>
    public async Task FillAsync(int accounts, int people, int firstAccount = 0)
    {
        await using var context = Open();
        context.Database.SetCommandTimeout(600);
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            await Provider.BulkInsert.InsertAsync(context, BenchRows.Accounts(accounts, firstAccount), CancellationToken.None);
            await transaction.CommitAsync();
        }
        if (people > 0)
        {
            var ids = await context.Accounts.AsNoTracking().Where(a => a.Id > firstAccount).Select(a => new { a.SourceKey, a.Id }).ToDictionaryAsync(a => a.SourceKey, a => a.Id);
            await using var transaction = await context.Database.BeginTransactionAsync();
            await Provider.BulkInsert.InsertAsync(context, BenchRows.People(accounts, people, ids, firstAccount), CancellationToken.None);
            await transaction.CommitAsync();
        }
        // Without statistics PostgreSQL checks each foreign key by whatever index has the column somewhere, a million rows at a time.
        await Provider.RefreshStatisticsAsync(context, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Forget();
        if (run.IsPostgreSql)
        {
            await (await run.ServerAsync()).ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            return;
        }
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            File.Delete(FileOf(run, name) + suffix);
    }

    private static async Task<BenchDatabase> AtAsync(BenchRun run, string name) => new(run, name, run.IsPostgreSql
        ? (await run.ServerAsync()).ConnectionString(name)
        : new SqliteConnectionStringBuilder { DataSource = FileOf(run, name) }.ConnectionString);

    private static string FileOf(BenchRun run, string name) => Path.Combine(run.Folder, name + ".db");

    private void Forget()
    {
        if (run.IsPostgreSql)
            NpgsqlConnection.ClearAllPools();
        else
            SqliteConnection.ClearAllPools();
    }
}

/// <summary>The demo's companies and people as rows of the portal.</summary>
internal static class BenchRows
{
    private static readonly DateTime Made = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static IEnumerable<Account> Accounts(int count, int first = 0) => DemoAccounts.Generate(SizeOf(count, 0, first)).Select(account => new Account
    {
        SourceKey = Key(account.SourceKey, first),
        Name = account.Name,
        Industry = account.Industry,
        AnnualRevenue = account.AnnualRevenue,
        NumberOfEmployees = account.NumberOfEmployees,
        Website = account.Website,
        SicCode = account.SicCode,
        Phone = account.Phone,
        BillingStreet = account.Street,
        BillingCity = account.City,
        BillingState = account.State,
        BillingRegion = account.Region,
        BillingPostalCode = account.PostalCode,
        BillingCountry = account.Country,
        SourceType = account.SourceType,
        CreatedAt = Made,
        UpdatedAt = Made,
    });

    public static IEnumerable<Person> People(int accounts, int people, IReadOnlyDictionary<string, long> accountIds, int first = 0) =>
        DemoPeople.Generate(SizeOf(accounts, people, first)).Select(person => Of(person, accountIds[Key(person.AccountSourceKey, first)], first));

    public static Person Of(DemoPerson person, long accountId, int first = 0) => new()
    {
        SourceKey = Key(person.SourceKey, first),
        AccountId = accountId,
        Email = person.Email,
        FirstName = person.FirstName,
        MiddleName = person.MiddleName,
        LastName = person.LastName,
        Salutation = person.Salutation,
        JobTitle = person.JobTitle,
        Phone = person.Phone,
        MobilePhone = person.MobilePhone,
        City = person.City,
        State = person.State,
        PostalCode = person.PostalCode,
        Country = person.Country,
        LeadStatus = person.LeadStatus,
        DateOfBirth = person.DateOfBirth,
        Unsubscribed = person.Unsubscribed,
        UnsubscribedReason = person.UnsubscribedReason,
        CreatedAt = Made,
        UpdatedAt = Made,
    };

    public static DemoSize SizeOf(int accounts, int people, int first = 0) => new(accounts, people, (ulong)(20260117 + first), Faults: false);

    // A second helping must not repeat the keys of the first.
    private static string Key(string key, int first) => first == 0 ? key : $"{key}-{first}";
}
