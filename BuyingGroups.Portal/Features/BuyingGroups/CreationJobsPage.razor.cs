using System.Globalization;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.SolutionInterests;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>The creation jobs, per solution interest.</summary>
public sealed partial class CreationJobsPage : ListPage
{
    private PagedGrid<CreationJobRow>? grid;
    private IReadOnlyList<SolutionInterestRow> solutions = [];
    private IReadOnlyList<Refusal>? refusals;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        solutions = (await Gateway.AskAsync(new FindSolutionInterests(new PageRequest(1, PageRequest.LargestSize)))).Value?.Rows ?? [];
    }

    private async Task<PageOf<CreationJobRow>> LoadAsync(ListState state, CancellationToken cancellation) =>
        (await Gateway.AskAsync(new FindCreationJobs(state.Request, state.FilterNumber("solution")), cancellation)).Demand();

    private async Task RunAsync(CreationJobRow row)
    {
        var started = await Gateway.SendAsync(new CreateBuyingGroups(row.SolutionInterestId, row.Source));
        refusals = started.Refusals;
        if (started.Succeeded)
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"/buying-groups/new?job={started.Value.JobId}"));
    }

    private async Task DeleteAsync(CreationJobRow row)
    {
        if (!await Confirmation.AskAsync(
            T["Delete the creation job for {0}?", row.SolutionInterest], T["Accounts that join {0} later get no group any more. The groups that were created stay.", row.SourceName],
            T["Delete creation job"]))
        {
            return;
        }
        refusals = (await Gateway.SendAsync(new DeleteCreationJob(row.Id))).Refusals;
        await grid!.ReloadAsync();
    }
}
