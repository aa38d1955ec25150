using System.Globalization;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Follows a run of a creation job. A signal brings news at once; another node's news comes with the next look.</summary>
public sealed partial class CreationProgress : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _leaving = new();
    private CreationRunDetails? details;
    private IReadOnlyList<Refusal>? refusals;
    private bool cancelling;
    private Task _watching = Task.CompletedTask;

    /// <summary>The background job.</summary>
    [Parameter, EditorRequired] public long JobId { get; set; }

    /// <summary>Called when the run has ended.</summary>
    [Parameter] public EventCallback<CreationRunDetails> OnEnded { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    private int Percent => details?.Run is { Total: > 0 } run ? (int)Math.Clamp(run.Done * 100 / run.Total.Value, 0, 100) : 0;

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (details?.Run.IsUnderWay != true)
            return;
        JobSignal.Changed += Changed;
        _watching = WatchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        JobSignal.Changed -= Changed;
        await _leaving.CancelAsync();
        await _watching;
        _leaving.Dispose();
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private void Changed(long jobId)
    {
        if (jobId == JobId)
            _ = InvokeAsync(ReadAsync);
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (details?.Run.IsUnderWay == true && await timer.WaitForNextTickAsync(_leaving.Token))
                await InvokeAsync(ReadAsync);
        }
        catch (OperationCanceledException)
        {
            // The user left; the run goes on.
        }
    }

    private async Task ReadAsync()
    {
        if (_leaving.IsCancellationRequested)
            return;
        var was = details?.Run.IsUnderWay ?? false;
        var read = await Gateway.AskAsync(new GetCreationRun(JobId), _leaving.Token);
        if (!read.Succeeded)
        {
            refusals = read.Refusals;
            StateHasChanged();
            return;
        }
        (details, refusals) = (read.Value, null);
        StateHasChanged();
        if (was && !details.Run.IsUnderWay)
            await OnEnded.InvokeAsync(details);
    }

    private async Task CancelAsync()
    {
        cancelling = true;
        var asked = await Gateway.SendAsync(new CancelCreationRun(JobId));
        await ReadAsync();
        refusals = asked.Refusals;
    }
}
