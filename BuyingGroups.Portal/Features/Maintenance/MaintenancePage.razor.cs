using System.Globalization;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.SolutionInterests;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>The runs of maintenance, and the button that starts one.</summary>
public sealed partial class MaintenancePage : ListPage
{
    private PagedGrid<MaintenanceRunRow>? grid;
    private IReadOnlyList<SolutionInterestRow> solutions = [];
    private IReadOnlyList<Refusal>? refusals;
    private int solution;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private JobBoard Board { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        Board.Changed += Refresh;
        if (User.May(Permissions.BuyingGroupsManage))
            solutions = [.. ((await Gateway.AskAsync(new FindSolutionInterests(new PageRequest(1, PageRequest.LargestSize)))).Value?.Rows ?? []).Where(one => one.UpdateExistingBuyingGroups)];
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Board.Changed -= Refresh;
        base.Dispose(disposing);
    }

    private void Refresh() => _ = InvokeAsync(() => grid?.ReloadAsync() ?? Task.CompletedTask);

    private async Task<PageOf<MaintenanceRunRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindMaintenanceRuns(state.Request), cancellationToken)).Demand();

    private async Task StartAsync()
    {
        refusals = (await Gateway.SendAsync(new StartMaintenance(solution == 0 ? null : solution))).Refusals;
        await grid!.ReloadAsync();
    }

    private string WhatOf(MaintenanceRunRow run) => run.SolutionInterest ?? T["All that are kept up to date"];

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
