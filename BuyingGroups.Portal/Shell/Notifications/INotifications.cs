namespace BuyingGroups.Portal.Shell.Notifications;

/// <summary>What the user should know about: finished jobs, groups that became ready. The jobs feature implements it.</summary>
public interface INotifications
{
    /// <summary>The newest notifications of <paramref name="user"/>, newest first, read ones included.</summary>
    Task<IReadOnlyList<Notification>> LatestAsync(CurrentUser user, int limit, CancellationToken cancellation);

    /// <summary>Marks them read.</summary>
    Task MarkReadAsync(CurrentUser user, IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>Raised, from any thread, when one has come; the argument is the id of the user it is for, null when for several.</summary>
    event Action<string?>? Arrived;
}

/// <summary>How good the news is.</summary>
public enum NotificationKind
{
    Info,
    Done,
    Warning,
    Failed,
}

/// <summary>One piece of news.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">How good it is.</param>
/// <param name="Title">What happened.</param>
/// <param name="Detail">The figures: "512 groups, 3,204 members".</param>
/// <param name="At">When.</param>
/// <param name="Href">The page with more.</param>
/// <param name="IsRead">True when the user has seen it.</param>
public sealed record Notification(string Id, NotificationKind Kind, string Title, string? Detail, DateTimeOffset At, string? Href, bool IsRead)
{
    public string Icon => Kind switch
    {
        NotificationKind.Done => "check_circle",
        NotificationKind.Warning => "warning",
        NotificationKind.Failed => "error",
        _ => "info",
    };

    public string Tone => Kind switch
    {
        NotificationKind.Done => "ok",
        NotificationKind.Warning => "warn",
        NotificationKind.Failed => "bad",
        _ => "info",
    };
}

/// <summary>No news. In place until a feature brings some.</summary>
public sealed class NoNotifications : INotifications
{
    public event Action<string?>? Arrived { add { } remove { } }

    public Task<IReadOnlyList<Notification>> LatestAsync(CurrentUser user, int limit, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Notification>>([]);

    public Task MarkReadAsync(CurrentUser user, IReadOnlyCollection<string> ids, CancellationToken cancellation) => Task.CompletedTask;
}
