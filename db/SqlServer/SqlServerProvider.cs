using BuyingGroups.Data.Activities;
using BuyingGroups.Data.Engagement;
using BuyingGroups.Data.Journeys;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Data.Providers;
using BuyingGroups.Data.Stages;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.SqlServer;

/// <summary>SQL Server 2022 or later, for several nodes.</summary>
public sealed class SqlServerProvider : DatabaseProvider
{
    private const int DeadlockVictim = 1205;
    private static readonly HashSet<int> Transient = [DeadlockVictim, -2, 4060, 10928, 10929, 10053, 10054, 10060, 40197, 40501, 40613, 233, 64, 20];

    public override string Name => "SqlServer";

    public override IBulkInsert BulkInsert { get; } = new SqlServerBulkInsert();

    public override MembershipStatements Memberships { get; } = new SqlServerMemberships();

    public override GroupChangeStatements GroupChanges { get; } = new SqlServerGroupChanges();

    public override ActivityStatements Activities { get; } = new SqlServerActivities();

    public override EngagementStatements Engagement { get; } = new SqlServerEngagement();

    public override JourneyStatements Journeys { get; } = new SqlServerJourneys();

    public override void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlServer(connectionString, sqlServer => sqlServer.MigrationsAssembly(typeof(SqlServerProvider).Assembly.GetName().Name).UseCompatibilityLevel(160));

    public override bool IsTransient(Exception exception) => AnyInChain<SqlException>(exception, e => Transient.Contains(e.Number));

    public override bool IsDuplicate(Exception exception) => AnyInChain<SqlException>(exception, e => e.Number is 2601 or 2627);

    public override Task RefreshStatisticsAsync(PortalDbContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync("EXEC sp_updatestats", cancellationToken);
}
