using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>The accounts at one node of a journey now, or those that passed it.</summary>
public sealed partial class NodeAccountsPage : ListPage
{
    private const string WhichKey = "which";
    private IReadOnlyList<Refusal>? refusals;
    private JourneyNodeName? node;

    [Parameter] public int JourneyId { get; set; }

    [Parameter] public int NodeKeyId { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    private AtNode Which => string.Equals(State.Filter(WhichKey), "passed", StringComparison.Ordinal) ? AtNode.Passed : AtNode.Here;

    protected override async Task OnParametersSetAsync()
    {
        var answer = await Gateway.AskAsync(new GetJourneyNode(JourneyId, NodeKeyId));
        (node, refusals) = (answer.Value, answer.Refusals);
    }

    private string NameOf(JourneyNodeName found) => found.Name ?? T[NodeWords.Kind(found.Kind)];

    private string AddressOf(EntryRow row) => $"/journeys/{JourneyId}/accounts/{row.AccountId}?entry={row.EntryNumber}";

    private async Task<PageOf<EntryRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindAccountsAtNode(JourneyId, NodeKeyId, Which, state.Request), cancellationToken)).Demand();
}
