using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates;

/// <summary>One role template with its cards in priority order.</summary>
/// <param name="Id">The template.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record GetRoleTemplate(int Id) : IQuery<RoleTemplateDetails>;

/// <summary>A template as its page shows it.</summary>
/// <param name="Template">The template; its cards are in priority order.</param>
/// <param name="SolutionInterests">Names of the solution interests that use it.</param>
public sealed record RoleTemplateDetails(RoleTemplate Template, IReadOnlyList<string> SolutionInterests);

/// <summary>Reads it.</summary>
public sealed class GetRoleTemplateHandler : IQueryHandler<GetRoleTemplate, RoleTemplateDetails>
{
    public async Task<Outcome<RoleTemplateDetails>> HandleAsync(GetRoleTemplate query, QueryContext context, CancellationToken cancellationToken)
    {
        var template = await context.Database.RoleTemplates.Include(t => t.Cards.OrderBy(c => c.Priority)).FirstOrDefaultAsync(t => t.Id == query.Id, cancellationToken);
        if (template is null)
            return new NotFound("role template", query.Id);
        var interests = await context.Database.SolutionInterests.Where(s => s.RoleTemplateId == template.Id).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(cancellationToken);
        return new RoleTemplateDetails(template, interests);
    }
}
