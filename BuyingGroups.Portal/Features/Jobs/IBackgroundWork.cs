namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>A kind of long work. Registered with the container; the runner finds it by <see cref="Kind"/>.</summary>
/// <remarks>
/// The work must be able to stop and go on anywhere: it writes only through <see cref="JobRun.WriteAsync"/>, which commits the work,
/// its cursor and its progress together and fails when another node has taken the job over.
/// </remarks>
public interface IBackgroundWork
{
    /// <summary>The name in the jobs table, in kebab case.</summary>
    string Kind { get; }

    /// <summary>Runs from <see cref="JobRun.Cursor"/> to the end, and gives back the result to keep (as JSON), or null.</summary>
    /// <exception cref="OperationCanceledException">The user cancelled, or the portal stops.</exception>
    Task<object?> RunAsync(JobRun run, CancellationToken cancellationToken);

    /// <summary>Called once when the job was cancelled or failed for good, to put things straight. Default: nothing.</summary>
    Task EndedEarlyAsync(JobRun run, bool cancelled, CancellationToken cancellationToken) => Task.CompletedTask;
}
