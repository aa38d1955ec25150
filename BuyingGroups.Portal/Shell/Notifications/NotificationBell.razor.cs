using Microsoft.AspNetCore.Components;
using Radzen;

namespace BuyingGroups.Portal.Shell.Notifications;

/// <summary>The bell: news for the user, marked read once seen, and a toast when something arrives while they work.</summary>
public sealed partial class NotificationBell : ComponentBase, IDisposable
{
    const int Shown = 20;

    readonly CancellationTokenSource leaving = new();
    IReadOnlyList<Notification> latest = [];
    IReadOnlySet<string> fresh = new HashSet<string>(StringComparer.Ordinal);
    int unread;

    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] INotifications Notifications { get; set; } = null!;

    [Inject] NotificationService Toasts { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Notifications.Arrived += Arrived;
        await Read();
    }

    public void Dispose()
    {
        Notifications.Arrived -= Arrived;
        leaving.Cancel();
        leaving.Dispose();
    }

    async Task Read()
    {
        if (!User.IsSignedIn) return;
        latest = await Notifications.LatestAsync(User, Shown, leaving.Token);
        unread = latest.Count(news => !news.IsRead);
    }

    async Task Seen()
    {
        fresh = latest.Where(news => !news.IsRead).Select(news => news.Id).ToHashSet(StringComparer.Ordinal);
        unread = 0;
        if (fresh.Count > 0) await Notifications.MarkReadAsync(User, [.. fresh], leaving.Token);
    }

    void Arrived(string? userId) => _ = InvokeAsync(async () =>
    {
        if (leaving.IsCancellationRequested || (userId is not null && userId != User.Id)) return;
        var known = latest.Select(news => news.Id).ToHashSet(StringComparer.Ordinal);
        await Read();
        foreach (var news in latest.Where(news => !news.IsRead && !known.Contains(news.Id)))
        {
            Toasts.Notify(Severity(news.Kind), news.Title, news.Detail ?? "", duration: 6000);
        }

        StateHasChanged();
    });

    static NotificationSeverity Severity(NotificationKind kind) => kind switch
    {
        NotificationKind.Done => NotificationSeverity.Success,
        NotificationKind.Warning => NotificationSeverity.Warning,
        NotificationKind.Failed => NotificationSeverity.Error,
        _ => NotificationSeverity.Info,
    };
}
