using BuyingGroups.Data.Activities;
using BuyingGroups.Data.Engagement;
using BuyingGroups.Data.Journeys;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Data.Providers;
using BuyingGroups.Data.Stages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BuyingGroups.Data.PostgreSql;

/// <summary>PostgreSQL 15 or later, for several nodes.</summary>
public sealed class PostgreSqlProvider : DatabaseProvider
{
    /// <summary>Key of the advisory lock around migrations: two nodes migrating at once crash each other.</summary>
    private const long MigrationLock = 0x4255_5947_524F_5550;

    /// <summary>idle_in_transaction_session_timeout, which Npgsql has no name for.</summary>
    private const string IdleInTransaction = "57P05";

    public override string Name => "PostgreSql";

    public override IBulkInsert BulkInsert { get; } = new PostgreSqlBulkInsert();

    public override MembershipStatements Memberships { get; } = new PostgreSqlMemberships();

    public override GroupChangeStatements GroupChanges { get; } = new PostgreSqlGroupChanges();

    public override ActivityStatements Activities { get; } = new PostgreSqlActivities();

    public override EngagementStatements Engagement { get; } = new PostgreSqlEngagement();

    public override JourneyStatements Journeys { get; } = new PostgreSqlJourneys();

    public override void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly.GetName().Name));

    public override bool IsTransient(Exception exception) =>
        AnyInChain<NpgsqlException>(exception, e => e.IsTransient
            || e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or IdleInTransaction);

    public override bool IsDuplicate(Exception exception) =>
        AnyInChain<PostgresException>(exception, e => e.SqlState == PostgresErrorCodes.UniqueViolation);

    public override Task RefreshStatisticsAsync(PortalDbContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);

    public override async Task MigrateAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        await using var guard = new NpgsqlConnection(context.Database.GetConnectionString());
        var exists = true;
        try
        {
            await guard.OpenAsync(cancellationToken);
            await using var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", guard) { Parameters = { new() { Value = MigrationLock } } };
            await take.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            exists = false;
        }
        await context.Database.MigrateAsync(cancellationToken);
        if (exists)
        {
            await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", guard) { Parameters = { new() { Value = MigrationLock } } };
            await release.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
