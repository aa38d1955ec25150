using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>
/// What runs now, read once a second for everybody who looks and not at all when nobody does: five hundred open pages cost one small query a second.
/// </summary>
public sealed partial class JobBoard(PortalDatabase database, ILogger<JobBoard> logger) : IDisposable
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _rung = new(0);
    private CancellationTokenSource? _watching;
    private Action? _changed;
    private IReadOnlyList<BackgroundJob>? _running;

    /// <summary>Raised when the board has changed, from any thread.</summary>
    public event Action? Changed
    {
        add
        {
            lock (_lock)
            {
                _changed += value;
                if (_watching is not null)
                    return;
                _watching = new CancellationTokenSource();
                JobSignal.Queued += Ring;
                JobSignal.Changed += Ring;
                _ = WatchAsync(_watching.Token);
            }
        }
        remove
        {
            lock (_lock)
            {
                _changed -= value;
                if (_changed is null)
                    StopWatching();
            }
        }
    }

    /// <summary>Queued and running jobs, oldest first, at most fifty.</summary>
    public async Task<IReadOnlyList<BackgroundJob>> RunningAsync(CancellationToken cancellationToken) => _running ?? await ReadAsync(cancellationToken);

    public void Dispose()
    {
        lock (_lock)
            StopWatching();
        _rung.Dispose();
    }

    private void StopWatching()
    {
        JobSignal.Queued -= Ring;
        JobSignal.Changed -= Ring;
        _watching?.Cancel();
        _watching?.Dispose();
        (_watching, _running) = (null, null);
    }

    private void Ring()
    {
        if (_rung.CurrentCount == 0)
            _rung.Release();
    }

    private void Ring(long jobId) => Ring();

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    var before = _running;
                    var now = await ReadAsync(cancellationToken);
                    _running = now;
                    if (before is null || !Same(before, now))
                        _changed?.Invoke();
                }
                catch (Exception exception) when (exception is not OperationCanceledException && database.Provider.IsTransient(exception))
                {
                    LogAway(logger, exception);
                }
                // A signal shortens the idle wait, never the busy one: a job that reports often must not be read often.
                if (_running is { Count: > 0 })
                    await Task.Delay(Busy, cancellationToken);
                else
                    await _rung.WaitAsync(Idle, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody looks any more.
        }
        catch (ObjectDisposedException)
        {
            // The portal stops.
        }
    }

    private async Task<IReadOnlyList<BackgroundJob>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = database.OpenRead();
        return await context.Jobs.Where(j => j.Status == JobStatus.Queued || j.Status == JobStatus.Running).OrderBy(j => j.Id).Take(50).ToListAsync(cancellationToken);
    }

    private static bool Same(IReadOnlyList<BackgroundJob> before, IReadOnlyList<BackgroundJob> now) =>
        before.Select(j => (j.Id, j.Status, j.DoneUnits, j.TotalUnits, j.CancelRequested)).SequenceEqual(now.Select(j => (j.Id, j.Status, j.DoneUnits, j.TotalUnits, j.CancelRequested)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The running jobs could not be read; the next look is in a few seconds.")]
    private static partial void LogAway(ILogger logger, Exception exception);
}
