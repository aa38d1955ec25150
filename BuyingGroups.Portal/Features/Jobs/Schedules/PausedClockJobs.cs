using BuyingGroups.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>
/// Keeps what an admin has paused from being started by the clock, on every node: the pause stands in the database and is read again every two
/// seconds. What somebody starts by hand runs all the same.
/// </summary>
public sealed partial class PausedClockJobs(PortalDatabase database, TimeProvider clock, ILogger<PausedClockJobs> logger) : ITriggerListener
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly Lock @lock = new();
    private HashSet<string> paused = [];
    private DateTimeOffset readAt = DateTimeOffset.MinValue;

    public string Name => "paused-clock-jobs";

    public async ValueTask<bool> VetoJobExecution(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        trigger.IsOfTheClock() && (await PausedAsync(cancellationToken)).Contains(trigger.JobKey.Name);

    /// <summary>Reads again at the next look: something was paused or resumed here.</summary>
    public void Forget()
    {
        lock (@lock)
            readAt = DateTimeOffset.MinValue;
    }

    private async Task<HashSet<string>> PausedAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        lock (@lock)
        {
            if (now - readAt < Fresh && now >= readAt)
                return paused;
            readAt = now;
        }
        try
        {
            await using var read = database.OpenRead();
            var found = await read.Schedules.Where(s => s.IsPaused).Select(s => s.Key).ToListAsync(cancellationToken);
            lock (@lock)
                return paused = new HashSet<string>(found, StringComparer.Ordinal);
        }
        catch (Exception exception) when (database.Provider.IsTransient(exception))
        {
            // Without the database nothing gets done anyway; what was paused stays so.
            LogNotRead(logger, exception);
            return paused;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is paused could not be read.")]
    private static partial void LogNotRead(ILogger logger, Exception exception);
}
