using Quartz;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>Makes Quartz's own tables. Only <c>migrate</c> does; the nodes expect to find them.</summary>
public sealed class QuartzSchema(string providerName, string connectionString)
{
    public async Task ProvisionAsync(CancellationToken cancellationToken)
    {
        if (providerName is not ("PostgreSql" or "SqlServer"))
            return;
        var services = new ServiceCollection().AddLogging();
        services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            if (providerName == "PostgreSql")
                store.UsePostgres(connectionString);
            else
                store.UseSqlServer(connectionString);
            store.ProvisionSchema();
        }));
        await using var provider = services.BuildServiceProvider();
        // Making the scheduler provisions the schema; it is never started.
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        await scheduler.Shutdown(waitForJobsToComplete: false, cancellationToken);
    }
}
