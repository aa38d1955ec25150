using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Notifications;

/// <summary>What runs in the background, in the top bar of every page.</summary>
public sealed partial class JobChip : ComponentBase, IDisposable
{
    readonly CancellationTokenSource leaving = new();
    IReadOnlyList<RunningJob> jobs = [];

    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] IRunningJobs Running { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Running.Changed += Changed;
        await Read();
    }

    public void Dispose()
    {
        Running.Changed -= Changed;
        leaving.Cancel();
        leaving.Dispose();
    }

    async Task Read()
    {
        if (User.IsSignedIn) jobs = await Running.CurrentAsync(User, leaving.Token);
    }

    void Changed() => _ = InvokeAsync(async () =>
    {
        if (leaving.IsCancellationRequested) return;
        await Read();
        StateHasChanged();
    });

    string Label(RunningJob job) => job.Percent is { } percent ? T["{0} {1} %", job.Title, percent] : job.Title;
}
