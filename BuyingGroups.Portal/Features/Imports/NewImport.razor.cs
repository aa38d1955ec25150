using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>First step of the wizard: choose what it is and the file. The file goes to storage as it comes in; then the address carries the import.</summary>
public sealed partial class NewImport : ComponentBase, IDisposable
{
    private static readonly TimeSpan BetweenDrawings = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource leaving = new();
    private CancellationTokenSource? upload;
    private ImportKind kind = ImportKind.Accounts;
    private IReadOnlyList<Refusal> refusals = [];
    private string fileName = "";
    private bool busy;
    private bool looking;
    private long sent;
    private long size;
    private long drawn;

    /// <summary>"people" when the page was opened from people.</summary>
    [SupplyParameterFromQuery(Name = "kind")] public string? Wanted { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private ImportStorage Storage { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private int Percent => size == 0 ? 0 : (int)(sent * 100 / size);

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
        upload?.Dispose();
    }

    protected override void OnInitialized() => kind = string.Equals(Wanted, "people", StringComparison.OrdinalIgnoreCase) ? ImportKind.People : ImportKind.Accounts;

    private void Choose(ImportKind chosen) => kind = chosen;

    private Task CancelAsync() => upload?.CancelAsync() ?? Task.CompletedTask;

    private async Task ReceiveAsync(InputFileChangeEventArgs chosen)
    {
        (fileName, size, sent, busy, looking, refusals) = (chosen.File.Name, chosen.File.Size, 0, true, false, []);
        if (size > Storage.Limit)
        {
            (busy, refusals) = (false, [new FileTooLarge(Storage.Limit / (1024 * 1024))]);
            return;
        }
        upload = CancellationTokenSource.CreateLinkedTokenSource(leaving.Token);
        try
        {
            await using var content = new CountedStream(chosen.File.OpenReadStream(Storage.Limit, upload.Token), Report);
            var received = await Gateway.AskAsync(new ReceiveImportFile(kind, content), upload.Token);
            if (!received.Succeeded)
            {
                refusals = received.Refusals;
                return;
            }
            var added = await Gateway.SendAsync(new AddImportFile(kind, fileName, received.Value), upload.Token);
            if (added.Succeeded)
                Navigation.NavigateTo($"/imports/{added.Value}");
            else
                refusals = added.Refusals;
        }
        catch (OperationCanceledException) when (!leaving.IsCancellationRequested)
        {
            refusals = [new UploadCancelled()];
        }
        catch (OperationCanceledException)
        {
            // The page was left; nothing was kept.
        }
        catch (Exception broken) when (broken is IOException or JSException)
        {
            refusals = [new UploadBroken()];
        }
        finally
        {
            busy = false;
            upload.Dispose();
            upload = null;
        }
    }

    private void Report(long bytes)
    {
        sent = bytes;
        looking = sent >= size;
        if (Clock.GetElapsedTime(drawn) < BetweenDrawings && !looking)
            return;
        drawn = Clock.GetTimestamp();
        _ = InvokeAsync(StateHasChanged);
    }
}

public sealed record UploadCancelled() : Refusal("The upload was cancelled. Nothing was kept; choose the file again to start over.");

public sealed record UploadBroken() : Refusal("The upload broke off. Nothing was kept; choose the file again.");
