using BuyingGroups.Domain;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Stages;

/// <summary>Saves a draft: stages may be added, renamed and put in another order; one that was saved stays.</summary>
/// <param name="Id">The model.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stages">All stages, in order.</param>
/// <param name="Transitions">All allowed moves.</param>
[Requires(Permissions.StagesManage)]
public sealed record EditStageModel(int Id, int Version, string Name, IReadOnlyList<StageDraft> Stages, IReadOnlyList<TransitionDraft> Transitions) : ICommand<int>;

/// <summary>A saved stage is missing.</summary>
/// <param name="Stage">Its name.</param>
public sealed record StageStays(string Stage) : Refusal("The stage “{0}” was saved before and cannot be removed. Nothing was changed; rename it, or duplicate the model and leave it out there.", Stage);

public sealed class EditStageModelHandler : ICommandHandler<EditStageModel, int>
{
    public async Task<Outcome<int>> HandleAsync(EditStageModel command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var model = await database.StageModels.Include(m => m.Stages).Include(m => m.Transitions).AsSplitQuery().FirstOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (model is null)
            return new NotFound("stage model", command.Id);
        if (model.Status == PublicationStatus.Live)
            return new StageModelIsLive(model.Name);
        if (model.Version != command.Version)
            return new ChangedByOthers("stage model");
        var document = StageModelEditing.DocumentOf(command.Name, command.Stages, command.Transitions);
        if (StageModelRules.Faults(document) is { Count: > 0 } faults)
            return Outcome<int>.Refused(faults);
        var kept = command.Stages.Where(s => s.Id is not null).Select(s => s.Id!.Value).ToHashSet();
        if (model.Stages.FirstOrDefault(s => !kept.Contains(s.Id)) is { } missing)
            return new StageStays(missing.Name);
        if (kept.FirstOrDefault(id => model.Stages.All(s => s.Id != id)) is not 0 and var strange)
            return new NotFound("stage", strange);
        var name = command.Name.Trim();
        var normalized = NormalizedText.Required(name);
        if (await database.StageModels.AnyAsync(m => m.NormalizedName == normalized && m.Id != model.Id, cancellationToken))
            return new NameTaken("stage model", name);
        var before = StageModelDocument.Of(model);
        model.Name = name;
        model.UpdatedAt = context.Now;
        var stages = Merge(model, command.Stages);
        database.StageTransitions.RemoveRange(model.Transitions);
        model.Transitions.Clear();
        database.Entry(model).State = EntityState.Modified;
        await database.SaveChangesAsync(cancellationToken);
        // Added to the set and not to the model: moves that stay were deleted a moment ago under the same key.
        database.StageTransitions.AddRange(command.Transitions.Select(t => new StageTransition { StageModelId = model.Id, FromStageId = stages[t.From].Id, ToStageId = stages[t.To].Id }));
        context.Audit(nameof(StageModel), model.Id, model.Name, before, document);
        return model.Version;
    }

    private static List<Stage> Merge(StageModel model, IReadOnlyList<StageDraft> drafts)
    {
        var known = model.Stages.ToDictionary(s => s.Id);
        var stages = new List<Stage>();
        foreach (var (draft, place) in drafts.Select((draft, place) => (draft, place)))
        {
            var stage = draft.Id is { } id ? known[id] : new Stage { Name = draft.Name.Trim() };
            (stage.Name, stage.Kind, stage.Description, stage.Order) = (draft.Name.Trim(), draft.Kind, Naming.Kept(draft.Description), place + 1);
            if (draft.Id is null)
                model.Stages.Add(stage);
            stages.Add(stage);
        }
        return stages;
    }
}

/// <summary>Makes a draft with the stages and transitions of another model.</summary>
/// <param name="Id">The model to copy.</param>
[Requires(Permissions.StagesManage)]
public sealed record DuplicateStageModel(int Id) : ICommand<int>;

public sealed class DuplicateStageModelHandler(ICommandHandler<CreateStageModel, int> create) : ICommandHandler<DuplicateStageModel, int>
{
    public async Task<Outcome<int>> HandleAsync(DuplicateStageModel command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var model = await database.StageModels.AsNoTracking().Include(m => m.Stages).Include(m => m.Transitions).AsSplitQuery().FirstOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (model is null)
            return new NotFound("stage model", command.Id);
        var names = await database.StageModels.Select(m => m.NormalizedName).ToListAsync(cancellationToken);
        var name = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? $"Copy of {model.Name}" : $"Copy {number} of {model.Name}").First(candidate => !names.Contains(NormalizedText.Required(candidate)));
        if (name.Length > StageModel.NameMaxLength)
            return new NameTaken("stage model", model.Name);
        return await create.HandleAsync(new CreateStageModel(StageModelDocument.Of(model) with { Name = name }, Publish: false), context, cancellationToken);
    }
}

/// <summary>Between what is edited and the document that rules speak of.</summary>
public static class StageModelEditing
{
    /// <summary>The document of what is edited; moves from or to nowhere are left out.</summary>
    public static StageModelDocument DocumentOf(string name, IReadOnlyList<StageDraft> stages, IReadOnlyList<TransitionDraft> transitions) => new(
        name, [.. stages.Select(s => new StageDocument(s.Name, s.Kind, s.Description))],
        [.. transitions.Where(t => t.From >= 0 && t.From < stages.Count && t.To >= 0 && t.To < stages.Count).Select(t => new StageTransitionDocument(stages[t.From].Name, stages[t.To].Name))]);
}
