using BuyingGroups.Data.Activities;
using BuyingGroups.Data.Engagement;
using BuyingGroups.Data.Journeys;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Data.Providers;
using BuyingGroups.Data.Stages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BuyingGroups.Data.Sqlite;

/// <summary>A file beside the portal: one process, write-ahead log, one writer behind a fair gate.</summary>
public sealed class SqliteProvider : DatabaseProvider
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Constraint = 19;
    private const int UniqueConstraint = 2067;
    private const int PrimaryKeyConstraint = 1555;

    public override string Name => "Sqlite";

    public override IWriteGate Gate { get; } = new FairGate();

    public override IBulkInsert BulkInsert { get; } = new SqliteBulkInsert();

    public override MembershipStatements Memberships { get; } = new SqliteMemberships();

    public override GroupChangeStatements GroupChanges { get; } = new SqliteGroupChanges();

    public override ActivityStatements Activities { get; } = new SqliteActivities();

    public override EngagementStatements Engagement { get; } = new SqliteEngagement();

    public override JourneyStatements Journeys { get; } = new SqliteJourneys();

    // One writer: sharing would only add transactions.
    public override int JourneyPartitions => 1;

    public override int JourneyBatch => 2_000;

    public override void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name))
        .ReplaceService<IMigrationsSqlGenerator, ClusteredTables>()
        .AddInterceptors(SqlitePragmas.Instance);

    public override bool IsTransient(Exception exception) =>
        AnyInChain<SqliteException>(exception, e => e.SqliteErrorCode is Busy or Locked);

    public override bool IsDuplicate(Exception exception) =>
        AnyInChain<SqliteException>(exception, e => e.SqliteErrorCode == Constraint && e.SqliteExtendedErrorCode is UniqueConstraint or PrimaryKeyConstraint);

    // FLOOR is there only where SQLite was built with it.
    public override string WholeNumber(string expression) => $"CAST({expression} AS INTEGER)";

    public override Task RefreshStatisticsAsync(PortalDbContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=1000; ANALYZE;", cancellationToken);
}

/// <summary>Settings of every connection (platform.md, measured).</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA mmap_size=1073741824; PRAGMA foreign_keys=ON;";

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(System.Data.Common.DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
