using BuyingGroups.Data;
using BuyingGroups.Data.PostgreSql;
using BuyingGroups.Data.Providers;
using BuyingGroups.Data.Sqlite;
using BuyingGroups.Data.SqlServer;
using BuyingGroups.Tests.Clock;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Databases;

/// <summary>
/// A database of its own for one test, with the portal's schema, on the kind asked for; dropped when disposed. The schema is migrated once
/// a run and copied from there, so that a fresh database costs milliseconds.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly DatabaseHouse _house;
    private readonly string _name;

    private TestDatabase(DatabaseHouse house, DatabaseKind kind, string name, TimeProvider clock)
    {
        _house = house;
        _name = name;
        Kind = kind;
        Clock = clock;
        ConnectionString = house.ConnectionString(name);
        Services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddPortalDatabase(ProviderOf(kind), ConnectionString)
            .BuildServiceProvider();
    }

    public DatabaseKind Kind { get; }

    /// <summary>As it would stand in <c>Database:ConnectionString</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>The clock that stamps changes; a <see cref="SettableClock"/> unless the test brought its own.</summary>
    public TimeProvider Clock { get; }

    /// <summary>A container with the clock, the provider and the database in it.</summary>
    public ServiceProvider Services { get; }

    /// <summary>The way in that handlers take.</summary>
    public PortalDatabase Portal => Services.GetRequiredService<PortalDatabase>();

    /// <summary>A fresh database with the portal's schema and no rows but those the migrations bring.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, TimeProvider? clock = null)
    {
        var house = await DatabaseHouse.OfAsync(kind);
        var name = DatabaseHouse.NewName();
        await house.CopySchemaAsync(name);
        return new TestDatabase(house, kind, name, clock ?? new SettableClock());
    }

    /// <summary>Another database with the same rows; nobody may be at work in this one meanwhile.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        var name = DatabaseHouse.NewName();
        await _house.CopyAsync(_name, name);
        return new TestDatabase(_house, Kind, name, new SettableClock());
    }

    /// <summary>A fresh database with nothing in it, for tests about migrating.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind)
    {
        var house = await DatabaseHouse.OfAsync(kind);
        var name = DatabaseHouse.NewName();
        await house.CreateEmptyAsync(name);
        return new TestDatabase(house, kind, name, new SettableClock());
    }

    /// <summary>The portal's provider for <paramref name="kind"/>; a new one each time, as each database has a gate of its own.</summary>
    public static DatabaseProvider ProviderOf(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => new SqliteProvider(),
        DatabaseKind.PostgreSql => new PostgreSqlProvider(),
        DatabaseKind.SqlServer => new SqlServerProvider(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such database."),
    };

    /// <summary>A context that needs no server: for the model, for SQL text, for migrations.</summary>
    public static PortalDbContext ContextWithoutServer(DatabaseKind kind)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        ProviderOf(kind).Configure(options, kind switch
        {
            DatabaseKind.Sqlite => "Data Source=:memory:",
            DatabaseKind.PostgreSql => "Host=127.0.0.1;Database=nowhere",
            _ => "Server=127.0.0.1;Database=nowhere;Encrypt=false",
        });
        return new PortalDbContext(options.Options);
    }

    /// <summary>A context that tracks, for arranging and looking; the caller disposes it.</summary>
    public PortalDbContext Open() => Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    /// <summary>Adds rows and saves them, in one transaction.</summary>
    public async Task AddAsync(params IReadOnlyList<object> rows)
    {
        await using var context = Open();
        context.AddRange(rows);
        await context.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await _house.DropAsync(_name);
    }
}
