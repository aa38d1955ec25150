using Bunit;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Notifications;
using BuyingGroups.Tests.Clock;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace BuyingGroups.Tests.Shell.Notifications;

public sealed class TopBarNewsTests : ComponentTest
{
    readonly Jobs jobs = new();
    readonly News news = new();

    public TopBarNewsTests()
    {
        Services.AddSingleton<TimeProvider>(new SettableClock());
        Services.AddSingleton<IRunningJobs>(jobs);
        Services.AddSingleton<INotifications>(news);
    }

    [Fact]
    public void The_chip_follows_a_job_and_goes_when_it_ends()
    {
        jobs.Current = [new("1", "Creating groups", 620, 1000, "/jobs")];
        var chip = Render<JobChip>(p => p.AddCascadingValue(Viewer.With()));
        Assert.Contains("Creating groups 62 %", chip.Find("button").TextContent, StringComparison.Ordinal);

        jobs.Become();

        chip.WaitForAssertion(() => Assert.Empty(chip.FindAll("button")));
    }

    [Fact]
    public void A_job_of_unknown_length_shows_no_percentage()
    {
        Assert.Null(new RunningJob("1", "Import", 20, null, "/").Percent);
        Assert.Null(new RunningJob("1", "Import", 0, 0, "/").Percent);
        Assert.Equal(99, new RunningJob("1", "Import", 999, 1000, "/").Percent);
    }

    [Fact]
    public async Task Opening_the_bell_marks_the_news_read()
    {
        news.Latest = [Item("a", read: false), Item("b", read: true)];
        var bell = Render<NotificationBell>(p => p.AddCascadingValue(Viewer.With()));
        Assert.Equal("Notifications, one new", bell.Find("button").GetAttribute("aria-label"));

        await bell.Find("button").ClickAsync();

        Assert.Equal(["a"], news.Read);
        Assert.Equal("Notifications", bell.Find("button").GetAttribute("aria-label"));
    }

    [Fact]
    public void News_that_arrive_are_told_once_and_only_to_whom_they_are_for()
    {
        var bell = Render<NotificationBell>(p => p.AddCascadingValue(Viewer.With()));
        var toasts = Services.GetRequiredService<NotificationService>();

        news.Latest = [Item("a", read: false)];
        news.Arrive("somebody else");
        Assert.Empty(toasts.Messages);

        news.Arrive("7");
        news.Arrive("7");
        bell.WaitForAssertion(() => Assert.Single(toasts.Messages));
    }

    static Notification Item(string id, bool read) => new(id, NotificationKind.Done, "Import finished", "503 accounts", DateTimeOffset.UnixEpoch, "/imports/1", read);

    sealed class Jobs : IRunningJobs
    {
        public event Action? Changed;

        public IReadOnlyList<RunningJob> Current { get; set; } = [];

        public Task<IReadOnlyList<RunningJob>> CurrentAsync(CurrentUser user, CancellationToken cancellation) => Task.FromResult(Current);

        public void Become(params RunningJob[] now)
        {
            Current = now;
            Changed?.Invoke();
        }
    }

    sealed class News : INotifications
    {
        public event Action<string?>? Arrived;

        public IReadOnlyList<Notification> Latest { get; set; } = [];

        public List<string> Read { get; } = [];

        public Task<IReadOnlyList<Notification>> LatestAsync(CurrentUser user, int limit, CancellationToken cancellation) => Task.FromResult(Latest);

        public Task MarkReadAsync(CurrentUser user, IReadOnlyCollection<string> ids, CancellationToken cancellation)
        {
            Read.AddRange(ids);
            return Task.CompletedTask;
        }

        public void Arrive(string? userId) => Arrived?.Invoke(userId);
    }
}
