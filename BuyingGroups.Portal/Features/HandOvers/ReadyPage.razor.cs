using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.HandOvers;

/// <summary>Groups that wait for sales, and what sales decided.</summary>
public sealed partial class ReadyPage : ListPage
{
    private PagedGrid<HandOverRow>? grid;
    private IReadOnlyList<Refusal>? refusals;
    private HandOverThresholds? thresholds;

    [Inject] private Gateway Gateway { get; set; } = null!;

    /// <summary>Who looks after accounts begins with their own; who works for all of them begins with all.</summary>
    private bool Mine => State.Filter("accounts") switch { "mine" => true, "all" => false, _ => !User.May(Permissions.BuyingGroupsManage) };

    private HandOverStatus Status => Enum.TryParse<HandOverStatus>(State.Filter("status"), out var status) && Enum.IsDefined(status) ? status : HandOverStatus.Waiting;

    private string Explained => thresholds is null ? "" : thresholds.Stages.Count == 0
        ? T["A group is ready at {0} % completeness and an engagement of {1}.", thresholds.Completeness, thresholds.Engagement]
        : T["A group is ready at {0} % completeness and an engagement of {1}, in the stages chosen under Configuration.", thresholds.Completeness, thresholds.Engagement];

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        thresholds = (await Gateway.AskAsync(new GetHandOverThresholds())).Value;
    }

    private async Task<PageOf<HandOverRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindHandOvers(Status, Mine, state.Request), cancellationToken)).Demand();

    private string Said(HandOverRow row) => row.Status switch
    {
        HandOverStatus.Accepted => T["Accepted by {0} after {1} days", row.DecidedBy ?? "–", ((row.DecidedAt - row.ReadyAt)?.TotalDays ?? 0).ToString("N1", System.Globalization.CultureInfo.CurrentCulture)],
        HandOverStatus.SentBack => T["Sent back by {0}", row.DecidedBy ?? "–"],
        _ => T["Fell below the thresholds"],
    };

    private async Task DecidedAsync(IReadOnlyList<Refusal> said)
    {
        refusals = said;
        await grid!.ReloadAsync();
    }
}
