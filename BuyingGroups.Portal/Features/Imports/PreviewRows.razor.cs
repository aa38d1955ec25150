using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>What the import would do, counted over the file.</summary>
public sealed partial class PreviewRows : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private IReadOnlyList<Refusal> refusals = [];
    private ImportPreview? preview;
    private long checkedRows;
    private bool rejectedOnly;
    private bool starting;

    [Parameter, EditorRequired] public ImportDetails Import { get; set; } = null!;

    [Parameter] public EventCallback OnBack { get; set; }

    [Parameter] public EventCallback OnStart { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    private int Percent => Import.Settings.Rows == 0 ? 0 : (int)(checkedRows * 100 / Import.Settings.Rows);

    private IReadOnlyList<PreviewRow> Rows => rejectedOnly ? preview!.RejectedRows : preview!.FirstRows;

    /// <summary>Rows that would land; of a file looked at in part, all the others are counted with them.</summary>
    private long Landing => (preview!.WholeFile ? preview.RowsChecked : Import.Settings.Rows) - preview.Rejected;

    private string StartText => Import.Kind == ImportKind.Accounts
        ? T.Count(Landing, "Import 1 account", "Import {0} accounts")
        : T.Count(Landing, "Import 1 person", "Import {0} people");

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => CheckAsync();

    private async Task CheckAsync()
    {
        (preview, refusals, checkedRows) = (null, [], 0);
        var progress = new Progress<long>(rows =>
        {
            checkedRows = rows;
            _ = InvokeAsync(StateHasChanged);
        });
        try
        {
            var answer = await Gateway.AskAsync(new PreviewImport(Import.Id, progress), leaving.Token);
            (preview, refusals) = (answer.Value, answer.Refusals);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task StartAsync()
    {
        starting = true;
        await OnStart.InvokeAsync();
        starting = false;
    }

    private string Say(PreviewRow row) => row.Result switch
    {
        PreviewResult.New => T["New"],
        PreviewResult.Updated => T.Count(row.FieldsChanged, "Update 1 field", "Update {0} fields"),
        PreviewResult.Unchanged => T["No change"],
        _ => T.Rejection(row.Message ?? "[]"),
    };

    private static string Icon(PreviewResult result) => result switch
    {
        PreviewResult.New => "add_circle",
        PreviewResult.Updated => "sync",
        PreviewResult.Unchanged => "drag_handle",
        _ => "error",
    };

    private static string Look(PreviewResult result) => result switch
    {
        PreviewResult.Unchanged => "t3",
        PreviewResult.Rejected => "bad",
        _ => "",
    };
}
