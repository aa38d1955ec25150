using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Stages;

/// <summary>Stage models with their stages and allowed moves, by name, paged.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Status">Only drafts, or only live ones.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindStageModels(PageRequest Page, PublicationStatus? Status = null) : IQuery<PageOf<StageModelRow>>;

/// <summary>A stage model.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Draft or live.</param>
/// <param name="Version">Its version.</param>
/// <param name="UpdatedAt">When it was last saved (UTC).</param>
/// <param name="Stages">The stages in order.</param>
/// <param name="SolutionInterests">Names of those that use it.</param>
public sealed record StageModelRow(int Id, string Name, PublicationStatus Status, int Version, DateTime UpdatedAt, IReadOnlyList<StageRow> Stages, IReadOnlyList<string> SolutionInterests);

/// <summary>A stage of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Kind">What it is in the model.</param>
/// <param name="Next">Names of the stages a group may move to from it.</param>
public sealed record StageRow(string Name, string? Description, StageKind Kind, IReadOnlyList<string> Next);

public sealed class FindStageModelsHandler : IQueryHandler<FindStageModels, PageOf<StageModelRow>>
{
    public async Task<Outcome<PageOf<StageModelRow>>> HandleAsync(FindStageModels query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var models = database.StageModels.Where(m => query.Status == null || m.Status == query.Status);
        var total = await models.CountAsync(cancellationToken);
        var found = await models.OrderBy(m => m.NormalizedName).Skip(query.Page.Skip).Take(query.Page.Take).Include(m => m.Stages).Include(m => m.Transitions).AsSplitQuery().ToListAsync(cancellationToken);
        var ids = found.Select(m => (int?)m.Id).ToList();
        var users = (await database.SolutionInterests.Where(s => ids.Contains(s.StageModelId)).OrderBy(s => s.NormalizedName).Select(s => new { s.StageModelId, s.Name }).ToListAsync(cancellationToken))
            .ToLookup(s => s.StageModelId, s => s.Name);
        return new PageOf<StageModelRow>([.. found.Select(m => new StageModelRow(m.Id, m.Name, m.Status, m.Version, m.UpdatedAt, Stages(m), [.. users[m.Id]]))], total);
    }

    private static List<StageRow> Stages(StageModel model)
    {
        var names = model.Stages.ToDictionary(stage => stage.Id, stage => stage.Name);
        return
        [
            .. model.Stages.OrderBy(stage => stage.Order).Select(stage => new StageRow(
                stage.Name, stage.Description, stage.Kind, [.. model.Transitions.Where(t => t.FromStageId == stage.Id).Select(t => names[t.ToStageId]).Order(StringComparer.CurrentCulture)])),
        ];
    }
}
