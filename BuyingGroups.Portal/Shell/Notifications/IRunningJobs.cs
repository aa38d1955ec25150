namespace BuyingGroups.Portal.Shell.Notifications;

/// <summary>Background work the user may see, for the chip in the top bar. The jobs feature implements it.</summary>
public interface IRunningJobs
{
    /// <summary>What runs or waits to run now, oldest first, as far as <paramref name="user"/> may see it.</summary>
    Task<IReadOnlyList<RunningJob>> CurrentAsync(CurrentUser user, CancellationToken cancellation);

    /// <summary>Raised, from any thread, when progress was made or a job began or ended. Not more than a few times a second.</summary>
    event Action? Changed;
}

/// <summary>A job under way.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it does, in the user's words: "Creating groups for Fleet analytics".</param>
/// <param name="Done">How much is done.</param>
/// <param name="Total">How much there is; null while it is not known.</param>
/// <param name="Href">The page that shows it and can cancel it.</param>
/// <param name="Cancel">Stops it; null when it cannot be stopped by this user.</param>
public sealed record RunningJob(string Id, string Title, long Done, long? Total, string Href, Func<Task>? Cancel = null)
{
    /// <summary>0 to 100, rounded down so that 100 means done; null while the total is not known.</summary>
    public int? Percent => Total is > 0 ? (int)Math.Clamp(Done * 100 / Total.Value, 0, 100) : null;
}

/// <summary>Nothing ever runs. In place until a feature brings jobs.</summary>
public sealed class NoRunningJobs : IRunningJobs
{
    public event Action? Changed { add { } remove { } }

    public Task<IReadOnlyList<RunningJob>> CurrentAsync(CurrentUser user, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<RunningJob>>([]);
}
