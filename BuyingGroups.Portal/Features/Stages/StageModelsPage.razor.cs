using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Stages;

/// <summary>The stage models as a plain list; a draft comes from a document and is published here.</summary>
public sealed partial class StageModelsPage : ListPage
{
    private const string Example = """
        {
          "name": "",
          "stages": [
            { "name": "New", "kind": "entry" },
            { "name": "Working" },
            { "name": "Won", "kind": "success" },
            { "name": "Lost", "kind": "failure" }
          ],
          "transitions": [
            { "from": "New", "to": "Working" },
            { "from": "Working", "to": "Won" },
            { "from": "Working", "to": "Lost" }
          ]
        }
        """;

    private string document = Example;
    private IReadOnlyList<Refusal>? refusals;
    private PagedGrid<StageModelRow>? grid;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    private async Task<PageOf<StageModelRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindStageModels(state.Request), cancellationToken)).Demand();

    /// <summary>A draft to begin with: the shortest model there can be, which the editor then changes.</summary>
    private async Task NewAsync()
    {
        var names = (await Gateway.AskAsync(new FindStageModels(new PageRequest(1, PageRequest.LargestSize)))).Value?.Rows.Select(row => row.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var name = Enumerable.Range(1, names.Count + 1).Select(number => number == 1 ? T["New stage model"].Value : T["New stage model {0}", number].Value).First(candidate => !names.Contains(candidate));
        var made = await Gateway.SendAsync(new CreateStageModel(
            new StageModelDocument(
                name,
                [new StageDocument(T["New"], StageKind.Entry), new StageDocument(T["Working"]), new StageDocument(T["Won"], StageKind.Success), new StageDocument(T["Lost"], StageKind.Failure)],
                [new(T["New"], T["Working"]), new(T["Working"], T["Won"]), new(T["Working"], T["Lost"])]),
            Publish: false));
        refusals = made.Refusals;
        if (made.Succeeded)
            Navigation.NavigateTo($"/buying-groups/stages/{made.Value}");
    }

    private async Task CreateAsync()
    {
        var read = StageModelDocument.Parse(document);
        var made = read.Succeeded ? await Gateway.SendAsync(new CreateStageModel(read.Value, Publish: false)) : Outcome<int>.Refused(read.Refusals);
        if (made.Succeeded)
            document = Example;
        await DoneAsync(made.Refusals);
    }

    private async Task PublishAsync(StageModelRow row)
    {
        if (await Confirmation.AskAsync(T["Publish {0}?", row.Name], T["A live model does not change. Solution interests can take it from then on."], T["Publish stage model"]))
            await DoneAsync((await Gateway.SendAsync(new PublishStageModel(row.Id, row.Version))).Refusals);
    }

    private async Task DeleteAsync(StageModelRow row)
    {
        if (await Confirmation.AskAsync(T["Delete {0}?", row.Name], T["It can be deleted only while no solution interest or buying group uses it. This cannot be undone."], T["Delete stage model"]))
            await DoneAsync((await Gateway.SendAsync(new DeleteStageModel(row.Id))).Refusals);
    }

    private async Task DoneAsync(IReadOnlyList<Refusal> reasons)
    {
        refusals = reasons;
        await grid!.ReloadAsync();
    }

    private string KindName(StageKind kind) => kind switch
    {
        StageKind.Entry => T["(entry)"],
        StageKind.Success => T["(success)"],
        StageKind.Failure => T["(failure)"],
        _ => "",
    };
}
