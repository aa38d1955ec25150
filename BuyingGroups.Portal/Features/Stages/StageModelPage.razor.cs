using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Stages;

/// <summary>The editor of a stage model: stages, allowed moves as a diagram and as a table, and what is wrong before it can be published.</summary>
public sealed partial class StageModelPage : ComponentBase
{
    private readonly List<StageDraft> stages = [];
    private readonly List<int> keys = [];
    private readonly HashSet<TransitionDraft> moves = [];
    private StageModelDetails? model;
    private string name = "";
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyList<Refusal> problems = [];
    private bool isChanged;
    private bool saved;
    private int nextKey;
    private int read;

    [Parameter] public int Id { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool IsLive => model!.Status == PublicationStatus.Live;

    protected override async Task OnParametersSetAsync()
    {
        if (read == Id)
            return;
        read = Id;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var found = await Gateway.AskAsync(new GetStageModel(Id));
        if (found.Value is not { } details)
        {
            refusals = found.Refusals;
            return;
        }
        (model, name, isChanged) = (details, details.Name, false);
        stages.Clear();
        keys.Clear();
        moves.Clear();
        stages.AddRange(details.Stages);
        keys.AddRange(details.Stages.Select(_ => ++nextKey));
        moves.UnionWith(details.Transitions);
        Check();
    }

    private void Check() => problems = StageModelRules.Problems(StageModelEditing.DocumentOf(name, stages, [.. moves]));

    private void Change(Action change)
    {
        change();
        (isChanged, saved) = (true, false);
        Check();
    }

    private void Set(int place, StageDraft stage) => Change(() =>
    {
        stages[place] = stage;
        // Nothing leads on from success.
        if (stage.Kind == StageKind.Success)
            moves.RemoveWhere(move => move.From == place);
    });

    private void Add() => Change(() =>
    {
        stages.Add(new StageDraft(null, T["Stage {0}", stages.Count + 1], StageKind.Ordinary, null));
        keys.Add(++nextKey);
    });

    private void Remove(int place) => Change(() =>
    {
        stages.RemoveAt(place);
        keys.RemoveAt(place);
        Renumber(old => old == place ? -1 : old > place ? old - 1 : old);
    });

    private void Swap(int place, int with) => Change(() =>
    {
        (stages[place], stages[with]) = (stages[with], stages[place]);
        (keys[place], keys[with]) = (keys[with], keys[place]);
        Renumber(old => old == place ? with : old == with ? place : old);
    });

    private void Allow(int from, int to, bool allowed) => Change(() => _ = allowed ? moves.Add(new TransitionDraft(from, to)) : moves.Remove(new TransitionDraft(from, to)));

    private void Renumber(Func<int, int> place)
    {
        var moved = moves.Select(move => new TransitionDraft(place(move.From), place(move.To))).Where(move => move.From >= 0 && move.To >= 0).ToList();
        moves.Clear();
        moves.UnionWith(moved);
    }

    private async Task<bool> SaveAsync()
    {
        var done = await Gateway.SendAsync(new EditStageModel(model!.Id, model.Version, name, [.. stages], [.. moves]));
        refusals = done.Refusals;
        saved = done.Succeeded;
        if (done.Succeeded)
            await ReadAsync();
        return done.Succeeded;
    }

    private async Task PublishAsync()
    {
        if (!await Confirmation.AskAsync(T["Publish {0}?", name], T["A live model does not change. Solution interests can take it from then on."], T["Publish stage model"]))
            return;
        if (isChanged && !await SaveAsync())
            return;
        refusals = (await Gateway.SendAsync(new PublishStageModel(model!.Id, model.Version))).Refusals;
        saved = false;
        if (refusals.Count == 0)
            await ReadAsync();
    }

    private async Task DuplicateAsync()
    {
        var made = await Gateway.SendAsync(new DuplicateStageModel(model!.Id));
        refusals = made.Refusals;
        if (made.Succeeded)
            Navigation.NavigateTo($"/buying-groups/stages/{made.Value}");
    }

    private async Task DeleteAsync()
    {
        if (!await Confirmation.AskAsync(T["Delete {0}?", model!.Name], T["It can be deleted only while no solution interest, buying group or journey uses it. This cannot be undone."], T["Delete stage model"]))
            return;
        var done = await Gateway.SendAsync(new DeleteStageModel(model.Id));
        refusals = done.Refusals;
        if (done.Succeeded)
            Navigation.NavigateTo("/buying-groups/stages");
    }

    private string KindName(StageKind kind) => kind switch
    {
        StageKind.Entry => T["Entry"],
        StageKind.Success => T["Success"],
        StageKind.Failure => T["Failure"],
        _ => T["Ordinary"],
    };
}
