using System.Globalization;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>What runs every day: when, how it went last, pause, run now.</summary>
public sealed partial class SchedulesPage : ComponentBase, IDisposable
{
    private DailyJobList? list;
    private IReadOnlyList<Refusal>? refusals;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private JobBoard Board { get; set; } = null!;

    public void Dispose() => Board.Changed -= Refresh;

    protected override Task OnInitializedAsync()
    {
        Board.Changed += Refresh;
        return ReadAsync();
    }

    private void Refresh() => _ = InvokeAsync(async () =>
    {
        await ReadAsync();
        StateHasChanged();
    });

    private async Task ReadAsync() => list = (await Gateway.AskAsync(new FindDailyJobs())).Value ?? list;

    private static string TimeOf(DailyJobRow job) => job.At.ToString("HH:mm", CultureInfo.InvariantCulture);

    private async Task ChangeAsync(DailyJobRow job, string at, bool isOn)
    {
        refusals = (await Gateway.SendAsync(new ChangeDailyJob(job.Key, at, isOn))).Refusals;
        await ReadAsync();
    }

    private async Task RunAsync(DailyJobRow job)
    {
        refusals = (await Gateway.SendAsync(new RunDailyJob(job.Key))).Refusals;
        await ReadAsync();
    }
}
