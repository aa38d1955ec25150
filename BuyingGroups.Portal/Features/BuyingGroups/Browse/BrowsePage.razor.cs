using System.Globalization;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups.Browse;

/// <summary>All buying groups: who is missing, who is engaged.</summary>
public sealed partial class BrowsePage : ListPage
{
    private PagedGrid<BuyingGroupRow>? grid;
    private PageOf<BuyingGroupRow>? page;
    private BrowseChoices? choices;
    private IReadOnlyList<Refusal>? refusals;

    [Inject] private Gateway Gateway { get; set; } = null!;

    private string Total => page!.Total.ToString("N0", CultureInfo.CurrentCulture) + (page.TotalIsCapped ? "+" : "");

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        var found = await Gateway.AskAsync(new FindBrowseChoices());
        choices = found.Value;
        refusals = found.Succeeded ? null : found.Refusals;
    }

    private static int Rounded(double score) => (int)Math.Round(score, MidpointRounding.AwayFromZero);

    private static IReadOnlyList<double> Parts(BuyingGroupRow row) =>
        [.. row.Roles.Where(role => role.Required).Select(role => Math.Min(1, (double)role.Assigned / role.Needed))];

    private async Task<PageOf<BuyingGroupRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindBuyingGroups(state), cancellationToken)).Demand();

    private async Task<(int Total, bool IsCapped)> CountAsync(ListState state, CancellationToken cancellationToken)
    {
        var found = await LoadAsync(state, cancellationToken);
        return (found.Total, found.TotalIsCapped);
    }

    private void Loaded(PageOf<BuyingGroupRow> loaded)
    {
        page = loaded;
        StateHasChanged();
    }
}
