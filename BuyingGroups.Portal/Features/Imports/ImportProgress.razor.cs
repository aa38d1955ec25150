using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>The import as it runs, and what came of it.</summary>
public sealed partial class ImportProgress : ComponentBase, IDisposable
{
    private const int PageSize = 25;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource leaving = new();
    private IReadOnlyList<Refusal> refusals = [];
    private PageOf<RejectedRow>? rejected;
    private int page = 1;
    private bool watching;

    [Parameter, EditorRequired] public ImportDetails Import { get; set; } = null!;

    /// <summary>The import must be read again.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Parameter] public EventCallback OnAgain { get; set; }

    [Parameter] public EventCallback OnDelete { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private bool Running => Import.Status == ImportStatus.Running;

    private int Percent => Import.Settings.Rows == 0 ? 0 : (int)Math.Min(100, Import.RowsRead * 100 / Import.Settings.Rows);

    private string? TimeLeft
    {
        get
        {
            if (Import.StartedAt is not { } started || Import.RowsRead == 0 || Import.RowsRead >= Import.Settings.Rows)
                return null;
            var seconds = (Clock.GetUtcNow().UtcDateTime - started).TotalSeconds * (Import.Settings.Rows - Import.RowsRead) / Import.RowsRead;
            return seconds < 90 ? T.Count((long)Math.Ceiling(seconds), "about 1 second left", "about {0} seconds left") : T.Count((long)Math.Ceiling(seconds / 60), "about 1 minute left", "about {0} minutes left");
        }
    }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Running && !watching)
        {
            watching = true;
            rejected = null;
            _ = WatchAsync();
        }
        if (!Running && Import.Reasons.Count > 0 && rejected is null)
            await ShowAsync(1);
    }

    /// <summary>Another node may run the job, so it is the database that tells.</summary>
    private async Task WatchAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(BetweenLooks);
            while (Running && await timer.WaitForNextTickAsync(leaving.Token))
                await InvokeAsync(() => OnChanged.InvokeAsync());
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
        watching = false;
    }

    private async Task ShowAsync(int wanted)
    {
        var found = await Gateway.AskAsync(new FindRejections(Import.Id, new PageRequest(wanted, PageSize)));
        refusals = found.Refusals;
        if (found.Succeeded)
            (rejected, page) = (found.Value, wanted);
    }

    private async Task CancelAsync()
    {
        refusals = (await Gateway.SendAsync(new CancelImport(Import.Id))).Refusals;
        await OnChanged.InvokeAsync();
    }

    private static string Short(string? text, int length) => text is null ? "" : text.Length <= length ? text : text[..length] + "…";
}
