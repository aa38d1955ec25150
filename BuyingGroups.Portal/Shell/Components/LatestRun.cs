namespace BuyingGroups.Portal.Shell.Components;

/// <summary>
/// Lets the newest of several runs of a component go on and stops those before: what was typed on, is looked for anew or counted again. Once the
/// component is gone every run stops at once; events of fields that go with it may still come in.
/// </summary>
public sealed class LatestRun : IDisposable
{
    private CancellationTokenSource? running;
    private bool ended;

    /// <summary>Stops the run before and begins one.</summary>
    /// <returns>Cancelled when a newer run begins or the component goes; cancelled already when it has gone.</returns>
    public CancellationToken Begin()
    {
        Stop();
        if (ended)
            return new CancellationToken(canceled: true);
        running = new CancellationTokenSource();
        return running.Token;
    }

    /// <summary>Stops what runs.</summary>
    public void Stop()
    {
        var before = running;
        running = null;
        before?.Cancel();
        before?.Dispose();
    }

    public void Dispose()
    {
        ended = true;
        Stop();
    }
}
