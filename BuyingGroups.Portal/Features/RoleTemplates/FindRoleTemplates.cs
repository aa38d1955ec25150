using BuyingGroups.Domain;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates;

/// <summary>Role templates, paged.</summary>
/// <param name="Page">Which page; sorts by name, status, updated.</param>
/// <param name="Search">Part of the name.</param>
/// <param name="Status">Only drafts or only live ones.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindRoleTemplates(PageRequest Page, string? Search = null, PublicationStatus? Status = null) : IQuery<PageOf<RoleTemplateRow>>;

/// <summary>One template as listed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Status">Draft or live.</param>
/// <param name="Roles">How many roles it has.</param>
/// <param name="SolutionInterests">How many solution interests use it.</param>
/// <param name="UpdatedAt">When it was saved (UTC).</param>
public sealed record RoleTemplateRow(int Id, string Name, string? Description, PublicationStatus Status, int Roles, int SolutionInterests, DateTime UpdatedAt);

/// <summary>Reads them.</summary>
public sealed class FindRoleTemplatesHandler : IQueryHandler<FindRoleTemplates, PageOf<RoleTemplateRow>>
{
    public async Task<Outcome<PageOf<RoleTemplateRow>>> HandleAsync(FindRoleTemplates query, QueryContext context, CancellationToken cancellationToken)
    {
        var templates = context.Database.RoleTemplates.AsQueryable();
        if (NormalizedText.Of(query.Search) is { } search)
            templates = templates.Where(t => t.NormalizedName.Contains(search));
        if (query.Status is { } status)
            templates = templates.Where(t => t.Status == status);
        var total = await templates.CountAsync(cancellationToken);
        var ordered = query.Page.Sort switch
        {
            "status" => templates.By(t => t.Status, query.Page.Descending).ThenBy(t => t.NormalizedName),
            "updated" => templates.By(t => t.UpdatedAt, query.Page.Descending).ThenBy(t => t.Id),
            _ => templates.By(t => t.NormalizedName, query.Page.Descending),
        };
        var rows = await ordered.Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(t => new RoleTemplateRow(
                t.Id, t.Name, t.Description, t.Status, t.Cards.Count, context.Database.SolutionInterests.Count(s => s.RoleTemplateId == t.Id), t.UpdatedAt))
            .ToListAsync(cancellationToken);
        return new PageOf<RoleTemplateRow>(rows, total);
    }
}
