using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates;

/// <summary>Takes a draft live; from then on its roles do not change.</summary>
/// <param name="Id">The template.</param>
/// <param name="Version">The version that was seen, so that nobody publishes what somebody else just changed; null to publish whatever is there.</param>
[Requires(Permissions.RoleTemplatesManage)]
public sealed record PublishRoleTemplate(int Id, int? Version = null) : ICommand<Done>;

/// <summary>Publishes it.</summary>
public sealed class PublishRoleTemplateHandler : ICommandHandler<PublishRoleTemplate, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PublishRoleTemplate command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var template = await database.RoleTemplates.Include(t => t.Cards).FirstOrDefaultAsync(t => t.Id == command.Id, cancellationToken);
        if (template is null)
            return new NotFound("role template", command.Id);
        if (command.Version is { } seen && seen != template.Version)
            return new ChangedByOthers("role template");
        if (RoleTemplateRules.ToPublish(template) is { } refused)
            return refused;
        var roles = await database.BuyingGroupRoles.ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        // What a condition names may have been deleted since the draft was saved.
        var problems = RoleTemplateRules.CheckCards(template, roles, await database.ReadConditionCatalogAsync(context.Now, cancellationToken));
        if (problems.Count > 0)
            return Outcome<Done>.Refused(problems);
        template.Status = PublicationStatus.Live;
        template.PublishedAt = context.Now;
        context.Audit("RoleTemplate", template.Id, template.Name, new { Status = PublicationStatus.Draft }, new { template.Status });
        return Done.Instance;
    }
}
