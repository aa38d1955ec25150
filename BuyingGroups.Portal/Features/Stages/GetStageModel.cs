using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Stages;

/// <summary>One stage model, to look at or edit.</summary>
/// <param name="Id">The model.</param>
[Requires(Permissions.StagesManage)]
public sealed record GetStageModel(int Id) : IQuery<StageModelDetails>;

/// <summary>A stage model.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Status">Draft or live.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stages">Its stages in order.</param>
/// <param name="Transitions">The allowed moves, by place in that order.</param>
/// <param name="UsedBy">Solution interests that take it.</param>
public sealed record StageModelDetails(
    int Id, int Version, PublicationStatus Status, string Name, IReadOnlyList<StageDraft> Stages, IReadOnlyList<TransitionDraft> Transitions, IReadOnlyList<string> UsedBy);

/// <summary>A stage as it is edited.</summary>
/// <param name="Id">Its id; null until it is saved for the first time.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">What it means.</param>
public sealed record StageDraft(int? Id, string Name, StageKind Kind, string? Description);

/// <summary>An allowed move between two stages, by their places in the list.</summary>
/// <param name="From">Place of the first, from 0.</param>
/// <param name="To">Place of the second.</param>
public sealed record TransitionDraft(int From, int To);

public sealed class GetStageModelHandler : IQueryHandler<GetStageModel, StageModelDetails>
{
    public async Task<Outcome<StageModelDetails>> HandleAsync(GetStageModel query, QueryContext context, CancellationToken cancellationToken)
    {
        var model = await context.Database.StageModels.Include(m => m.Stages).Include(m => m.Transitions).AsSplitQuery().FirstOrDefaultAsync(m => m.Id == query.Id, cancellationToken);
        if (model is null)
            return new NotFound("stage model", query.Id);
        var stages = model.Stages.OrderBy(s => s.Order).ToList();
        var places = stages.Select((stage, place) => (stage.Id, place)).ToDictionary(s => s.Id, s => s.place);
        return new StageModelDetails(
            model.Id, model.Version, model.Status, model.Name, [.. stages.Select(s => new StageDraft(s.Id, s.Name, s.Kind, s.Description))],
            [.. model.Transitions.Select(t => new TransitionDraft(places[t.FromStageId], places[t.ToStageId])).OrderBy(t => t.From).ThenBy(t => t.To)],
            await context.Database.SolutionInterests.Where(s => s.StageModelId == model.Id).OrderBy(s => s.NormalizedName).Select(s => s.Name).ToListAsync(cancellationToken));
    }
}
