namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>Tells this process that a job waits or moved on, so that nothing has to poll quickly. Missing a signal costs seconds, never a job.</summary>
public static class JobSignal
{
    /// <summary>A job was queued.</summary>
    public static event Action? Queued;

    /// <summary>A job of this process moved on or ended.</summary>
    public static event Action<long>? Changed;

    /// <summary>How something that runs by the clock went has been written down.</summary>
    public static event Action? Noted;

    public static void Ring() => Queued?.Invoke();

    public static void Tell() => Noted?.Invoke();

    public static void Progressed(long jobId) => Changed?.Invoke(jobId);
}
