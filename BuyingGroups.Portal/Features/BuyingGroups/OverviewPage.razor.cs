using System.Globalization;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>The first tab of the section: how many groups, how complete, and what is being created.</summary>
public sealed partial class OverviewPage : ComponentBase
{
    private const int Size = 10;
    private const int LatestJobs = 5;

    private GroupsOverview? overview;
    private PageOf<CreationJobRow>? creations;
    private IReadOnlyList<Refusal>? refusals;
    private int page = 1;

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    protected override Task OnInitializedAsync() => ReadAsync();

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private string Share(CompletenessBand band) =>
        string.Create(CultureInfo.InvariantCulture, $"{(overview!.Groups == 0 ? 0 : 100.0 * band.Groups / overview.Groups):0.##}%");

    private Task TurnAsync(int by)
    {
        page += by;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        var read = await Gateway.AskAsync(new GetGroupsOverview(new PageRequest(page, Size)));
        refusals = read.Refusals;
        overview = read.Value ?? overview;
        creations = (await Gateway.AskAsync(new FindCreationJobs(new PageRequest(1, LatestJobs)))).Value ?? creations;
    }
}
