using BuyingGroups.Portal.Features.Jobs.Schedules;
using Quartz;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Registers the engine and its ticks.</summary>
public static class AddJourneyExecutionExtensions
{
    /// <summary>Workers that Quartz hands out among the nodes; the leases keep them apart. SQLite has one writer, so one is enough there.</summary>
    private const int Workers = 4;

    /// <param name="services">The container.</param>
    /// <param name="providerName">Database:Provider.</param>
    public static IServiceCollection AddJourneyExecution(this IServiceCollection services, string providerName)
    {
        services.AddSingleton(provider => JourneyPace.Of(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<JourneyEngine>().AddSingleton<JourneyLeases>().AddSingleton<JourneyPlans>().AddSingleton<EntryIds>().AddSingleton<Segment>().AddSingleton<Leaving>().AddSingleton<CountEngaged>();
        services.AddSingleton<Simulation.SimulationRun>().AddSingleton<Simulation.PathCounting>();
        foreach (var step in typeof(JourneyStep).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(JourneyStep)) && !type.IsAbstract))
            services.AddSingleton(typeof(JourneyStep), step);
        services.AddClockJob<CountEngaged>(new ClockJob("Engaged in journeys", "Counts who was active while their account travelled a journey.", "local_fire_department", TimeSpan.FromMinutes(1), CountEngaged.Key));
        services.AddClockJob<RunJourneys>(new ClockJob(
            "Journey steps", "Lets accounts enter journeys and carries them on.", "route", TimeSpan.FromSeconds(2),
            [.. Enumerable.Range(1, providerName == "Sqlite" ? 1 : Workers).Select(RunJourneys.KeyOf)]));
        return services;
    }
}

/// <summary>The tick: works until nobody is due, at most some seconds, so that a stop and other nodes are not kept waiting.</summary>
[DisallowConcurrentExecution]
public sealed class RunJourneys(JourneyEngine engine, TimeProvider clock) : IJob
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);
    private static readonly string Node = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>The job of a worker.</summary>
    public static JobKey KeyOf(int worker) => new($"run-journeys-{worker}");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var started = clock.GetTimestamp();
        while (await engine.RunAsync($"{Node}/{context.JobDetail.Key.Name}", cancellationToken) > 0 && clock.GetElapsedTime(started) < AtMost)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
