using BuyingGroups.Domain;
using BuyingGroups.Portal.Features.Jobs.Schedules;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell.Home;
using Quartz;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>Registers Quartz and the runner of background jobs.</summary>
public static class AddJobsExtensions
{
    /// <param name="services">The container.</param>
    /// <param name="providerName">Database:Provider; servers keep Quartz's tables and cluster through them.</param>
    /// <param name="connectionString">The database.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, string providerName, string connectionString)
    {
        services.AddSingleton<JobRunner>();
        services.AddSingleton<WatchRecurring>();
        services.AddSingleton<PausedClockJobs>();
        services.AddSingleton(new HomeCard(2, Permissions.ConfigurationManage, typeof(TroublesAtHome)));
        services.AddSingleton(provider => new PortalTimeZone(provider.GetRequiredService<IConfiguration>()["Portal:TimeZone"]));
        services.AddSingleton<QueueDailyJobs>();
        services.AddSingleton(new QuartzSchema(providerName, connectionString));
        services.AddHostedService<WakeOnQueue>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "BuyingGroups";
                // A stop takes milliseconds: jobs go back to the queue with their cursor.
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = 8);
            if (providerName is "PostgreSql" or "SqlServer")
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = TimeSpan.FromSeconds(2);
                        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(3);
                    });
                    store.ConfigureStore(options => options.RecoverFiringsCancelledByShutdown = true);
                    if (providerName == "PostgreSql")
                        store.UsePostgres(connectionString);
                    else
                        store.UseSqlServer(connectionString);
                });
            }
            else
            {
                quartz.UseInMemoryStore();
            }
            quartz.AddJobListener<WatchRecurring>();
            quartz.AddTriggerListener<PausedClockJobs>();
        });
        services.AddClockJob<RunBackgroundJobs>(new ClockJob("Background jobs", "Starts what waits: imports, group creation, scores, maintenance.", "pending_actions", TimeSpan.FromSeconds(5), RunBackgroundJobs.Key) { MayPause = false });
        services.AddClockJob<QueueDailyJobs>(new ClockJob("Daily jobs", "Looks which daily job is due and queues it.", "calendar_month", TimeSpan.FromMinutes(1), QueueDailyJobs.Key) { MayPause = false });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}
