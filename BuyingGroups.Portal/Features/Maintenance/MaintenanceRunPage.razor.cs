using System.Globalization;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>The report of one run: what it changed, what was refused, group by group.</summary>
public sealed partial class MaintenanceRunPage : ListPage
{
    private const string RefusedKey = "refused";
    private const int ChangesShown = 50;

    private PagedGrid<MaintainedGroupRow>? grid;
    private MaintenanceRunRow? run;
    private MaintainedGroupRow? chosen;
    private IReadOnlyList<MembershipHistoryRow> changes = [];
    private IReadOnlyList<Refusal>? refusals;

    /// <summary>The run.</summary>
    [Parameter] public long Id { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private JobBoard Board { get; set; } = null!;

    private bool RefusedOnly => State.Filter(RefusedKey) is not null;

    private int Percent => run?.Total is > 0 ? (int)Math.Clamp(100 * run.Done / run.Total.Value, 0, 100) : 0;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        Board.Changed += Refresh;
        await ReadAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Board.Changed -= Refresh;
        base.Dispose(disposing);
    }

    private void Refresh() => _ = InvokeAsync(async () =>
    {
        // A run that has ended does not change any more.
        if (run is { IsUnderWay: false })
            return;
        await ReadAsync();
        StateHasChanged();
        await (grid?.ReloadAsync() ?? Task.CompletedTask);
    });

    private async Task ReadAsync()
    {
        var found = await Gateway.AskAsync(new GetMaintenanceRun(Id));
        (run, refusals) = (found.Value ?? run, found.Refusals.Count > 0 ? found.Refusals : null);
    }

    private async Task<PageOf<MaintainedGroupRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindMaintainedGroups(Id, state.Request, state.Search, state.Filter(RefusedKey) is not null), cancellationToken)).Demand();

    private async Task ChooseAsync(MaintainedGroupRow row)
    {
        var found = await Gateway.AskAsync(new FindMembershipHistory(row.BuyingGroupId, new PageRequest(1, ChangesShown), MaintenanceRunId: Id));
        (chosen, changes, refusals) = (row, found.Value?.Rows ?? [], found.Refusals.Count > 0 ? found.Refusals : null);
    }

    private async Task CancelAsync()
    {
        refusals = (await Gateway.SendAsync(new CancelMaintenance(Id))).Refusals;
        await ReadAsync();
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
