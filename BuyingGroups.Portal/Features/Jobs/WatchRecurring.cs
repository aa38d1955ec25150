using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Portal.Features.Jobs.Schedules;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>
/// Writes down when what runs by the clock fails, so that an admin sees it without looking into a log. What goes well is noted at most every few
/// minutes: some of it runs every few seconds.
/// </summary>
public sealed partial class WatchRecurring(PortalDatabase database, TimeProvider clock, ILogger<WatchRecurring> logger) : IJobListener
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, (DateTime At, bool Failed)> noted = new(StringComparer.Ordinal);
    private readonly Lock @lock = new();

    public string Name => "watch-recurring";

    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public async ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested || jobException?.GetBaseException() is OperationCanceledException)
            return;
        // Who starts something by hand wants to see how it went; what carries background jobs is started with each of them.
        var isAwaited = !context.Trigger.IsOfTheClock() && !context.JobDetail.Key.Equals(RunBackgroundJobs.Key);
        await NoteAsync(context.JobDetail.Key.Name, jobException?.GetBaseException().Message, cancellationToken, isAwaited);
    }

    /// <summary>Notes how a run ended.</summary>
    /// <param name="key">What ran.</param>
    /// <param name="error">What went wrong; null when it went well.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <param name="isAwaited">True to note it also when it went well a moment ago.</param>
    public async Task NoteAsync(string key, string? error, CancellationToken cancellationToken, bool isAwaited = false)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        lock (@lock)
        {
            if (error is null && !isAwaited && noted.TryGetValue(key, out var last) && !last.Failed && now - last.At < Quiet)
                return;
            noted[key] = (now, error is not null);
        }
        try
        {
            await database.WriteAsync(
                async (context, token) =>
                {
                    var schedule = await context.Schedules.FirstOrDefaultAsync(s => s.Key == key, token);
                    if (schedule is null)
                        context.Schedules.Add(schedule = new Schedule { Key = key });
                    schedule.FinishedAt = now;
                    schedule.Error = error is { Length: > Schedule.TextMaxLength } ? error[..Schedule.TextMaxLength] : error;
                    if (error is not null)
                        schedule.FailedAt = now;
                    await context.SaveChangesAsync(token);
                },
                cancellationToken);
            JobSignal.Tell();
        }
        catch (Exception exception) when (exception is OperationCanceledException || database.Provider.IsTransient(exception))
        {
            LogNotNoted(logger, key, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "How {Key} went could not be written down.")]
    private static partial void LogNotNoted(ILogger logger, string key, Exception exception);
}
