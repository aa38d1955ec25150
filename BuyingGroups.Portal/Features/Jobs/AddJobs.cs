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
            quartz.AddRecurring<RunBackgroundJobs>(RunBackgroundJobs.Key, TimeSpan.FromSeconds(5));
            quartz.AddRecurring<QueueDailyJobs>(QueueDailyJobs.Key, TimeSpan.FromMinutes(1));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>Adds a job that Quartz starts every <paramref name="interval"/>, on one node at a time.</summary>
    public static void AddRecurring<TJob>(this IQuartzBuilder quartz, JobKey key, TimeSpan interval)
        where TJob : IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(key).StoreDurably());
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(key.Name).StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()));
    }
}
