using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Stages;

/// <summary>Makes a stage model from a document: a draft, or live at once.</summary>
/// <param name="Document">Stages and transitions.</param>
/// <param name="Publish">True to make it live; then everything about it must be right.</param>
[Requires(Permissions.StagesManage)]
public sealed record CreateStageModel(StageModelDocument Document, bool Publish) : ICommand<int>;

public sealed class CreateStageModelHandler : ICommandHandler<CreateStageModel, int>
{
    public async Task<Outcome<int>> HandleAsync(CreateStageModel command, CommandContext context, CancellationToken cancellationToken)
    {
        var document = command.Document;
        var problems = command.Publish ? StageModelRules.Problems(document) : StageModelRules.Faults(document);
        if (problems.Count > 0)
            return Outcome<int>.Refused(problems);
        var name = document.Name!.Trim();
        var normalized = NormalizedText.Required(name);
        if (await context.Database.StageModels.AnyAsync(m => m.NormalizedName == normalized, cancellationToken))
            return new NameTaken("stage model", name);
        var model = new StageModel { Name = name, Status = command.Publish ? PublicationStatus.Live : PublicationStatus.Draft };
        foreach (var (stage, index) in (document.Stages ?? []).Select((stage, index) => (stage, index)))
            model.Stages.Add(new Stage { Name = stage.Name!.Trim(), Description = Naming.Kept(stage.Description), Kind = stage.Kind, Order = index + 1 });
        context.Database.StageModels.Add(model);
        await context.Database.SaveChangesAsync(cancellationToken);
        var ids = model.Stages.ToDictionary(stage => StageModelRules.Key(stage.Name), stage => stage.Id, StringComparer.Ordinal);
        foreach (var transition in document.Transitions ?? [])
            model.Transitions.Add(new StageTransition { StageModelId = model.Id, FromStageId = ids[StageModelRules.Key(transition.From)], ToStageId = ids[StageModelRules.Key(transition.To)] });
        context.Audit(nameof(StageModel), model.Id, model.Name, after: new { model.Status, Document = document });
        return model.Id;
    }
}

/// <summary>Makes a draft live: from then on it does not change.</summary>
/// <param name="Id">The model.</param>
/// <param name="Version">The version that was read.</param>
[Requires(Permissions.StagesManage)]
public sealed record PublishStageModel(int Id, int Version) : ICommand<Done>;

/// <summary>The model is live already.</summary>
/// <param name="Model">Its name.</param>
public sealed record StageModelIsLive(string Model) : Refusal("The stage model “{0}” is live already. Nothing was changed.", Model);

public sealed class PublishStageModelHandler : ICommandHandler<PublishStageModel, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PublishStageModel command, CommandContext context, CancellationToken cancellationToken)
    {
        var model = await context.Database.StageModels.Include(m => m.Stages).Include(m => m.Transitions).AsSplitQuery().FirstOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (model is null)
            return new NotFound("stage model", command.Id);
        if (model.Status == PublicationStatus.Live)
            return new StageModelIsLive(model.Name);
        if (model.Version != command.Version)
            return new ChangedByOthers("stage model");
        if (StageModelRules.Problems(StageModelDocument.Of(model)) is { Count: > 0 } problems)
            return Outcome<Done>.Refused(problems);
        context.Audit(nameof(StageModel), model.Id, model.Name, new { model.Status }, new { Status = PublicationStatus.Live });
        model.Status = PublicationStatus.Live;
        return Done.Instance;
    }
}

/// <summary>Deletes a stage model that nothing uses.</summary>
/// <param name="Id">The model.</param>
[Requires(Permissions.StagesManage)]
public sealed record DeleteStageModel(int Id) : ICommand<Done>;

public sealed class DeleteStageModelHandler : ICommandHandler<DeleteStageModel, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteStageModel command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.StageModels.FirstOrDefaultAsync(m => m.Id == command.Id, cancellationToken) is not { } model)
            return new NotFound("stage model", command.Id);
        var users = await database.SolutionInterests.Where(s => s.StageModelId == model.Id).OrderBy(s => s.NormalizedName).Select(s => s.Name).ToListAsync(cancellationToken);
        // A solution interest may have had another model before; its groups still stand in this one's stages.
        users.AddRange(await database.BuyingGroups.Where(g => database.Stages.Any(s => s.Id == g.StageId && s.StageModelId == model.Id)).OrderBy(g => g.Id).Select(g => g.Name).Take(10).ToListAsync(cancellationToken));
        foreach (var stage in await database.Stages.Where(s => s.StageModelId == model.Id).OrderBy(s => s.Order).Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken))
            users.AddRange((await JourneyUses.FindAsync(database, ReferenceKind.Stage, stage.Id, stage.Name, cancellationToken)).Except(users, StringComparer.Ordinal));
        if (InUse.Of("stage model", model.Name, users) is { } used)
            return used;
        await database.StageTransitions.Where(t => t.StageModelId == model.Id).ExecuteDeleteAsync(cancellationToken);
        database.StageModels.Remove(model);
        context.Audit(nameof(StageModel), model.Id, model.Name, before: new { model.Name });
        return Done.Instance;
    }
}
