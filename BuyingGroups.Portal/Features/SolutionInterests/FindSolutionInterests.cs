using BuyingGroups.Domain;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.SolutionInterests;

/// <summary>Solution interests, paged.</summary>
/// <param name="Page">Which page; sorts by name, updated.</param>
/// <param name="Search">Part of the name.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindSolutionInterests(PageRequest Page, string? Search = null) : IQuery<PageOf<SolutionInterestRow>>;

/// <summary>One solution interest as listed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="RoleTemplateId">Its role template.</param>
/// <param name="RoleTemplate">The template's name.</param>
/// <param name="StageModelId">Its stage model, if it has one.</param>
/// <param name="StageModel">The stage model's name.</param>
/// <param name="UpdateExistingBuyingGroups">True when maintenance keeps its groups up to date.</param>
/// <param name="Groups">How many buying groups it has.</param>
/// <param name="Jobs">How many creation jobs it has.</param>
/// <param name="UpdatedAt">When it was saved (UTC).</param>
/// <param name="Version">Counts saves.</param>
public sealed record SolutionInterestRow(
    int Id, string Name, string? Description, int RoleTemplateId, string RoleTemplate, int? StageModelId, string? StageModel, bool UpdateExistingBuyingGroups, int Groups, int Jobs,
    DateTime UpdatedAt, int Version);

/// <summary>Reads them.</summary>
public sealed class FindSolutionInterestsHandler : IQueryHandler<FindSolutionInterests, PageOf<SolutionInterestRow>>
{
    public async Task<Outcome<PageOf<SolutionInterestRow>>> HandleAsync(FindSolutionInterests query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var interests = database.SolutionInterests.AsQueryable();
        if (NormalizedText.Of(query.Search) is { } search)
            interests = interests.Where(s => s.NormalizedName.Contains(search));
        var total = await interests.CountAsync(cancellationToken);
        var ordered = query.Page.Sort switch
        {
            "updated" => interests.By(s => s.UpdatedAt, query.Page.Descending).ThenBy(s => s.Id),
            _ => interests.By(s => s.NormalizedName, query.Page.Descending),
        };
        var rows = await ordered.Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(s => new SolutionInterestRow(
                s.Id, s.Name, s.Description, s.RoleTemplateId,
                database.RoleTemplates.Where(t => t.Id == s.RoleTemplateId).Select(t => t.Name).First(),
                s.StageModelId,
                database.StageModels.Where(m => m.Id == s.StageModelId).Select(m => m.Name).FirstOrDefault(),
                s.UpdateExistingBuyingGroups,
                database.BuyingGroups.Count(g => g.SolutionInterestId == s.Id),
                database.CreationJobs.Count(j => j.SolutionInterestId == s.Id),
                s.UpdatedAt, s.Version))
            .ToListAsync(cancellationToken);
        return new PageOf<SolutionInterestRow>(rows, total);
    }
}
