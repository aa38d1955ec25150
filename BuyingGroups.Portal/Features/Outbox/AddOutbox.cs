using BuyingGroups.Portal.Features.Jobs.Schedules;
using Quartz;

namespace BuyingGroups.Portal.Features.Outbox;

/// <summary>Registers the delivery of what journeys send out of the house.</summary>
public static class AddOutboxExtensions
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton<OutboxSending>();
        services.AddClockJob<DeliverOutbox>(new ClockJob("Outbox", "Delivers what journeys send: emails, alerts, calls of other services.", "outbox", TimeSpan.FromSeconds(5), DeliverOutbox.Key));
        return services;
    }
}

/// <summary>The tick: delivers until nothing is due, at most some seconds, so that a stop is not kept waiting.</summary>
[DisallowConcurrentExecution]
public sealed class DeliverOutbox(OutboxSending sending, TimeProvider clock) : IJob
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    /// <summary>The job's key.</summary>
    public static readonly JobKey Key = new("deliver-outbox");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var started = clock.GetTimestamp();
        while (await sending.RunAsync(cancellationToken) > 0 && clock.GetElapsedTime(started) < AtMost)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
