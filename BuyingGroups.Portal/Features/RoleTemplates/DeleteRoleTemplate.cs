using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates;

/// <summary>Deletes a draft.</summary>
/// <param name="Id">The template.</param>
[Requires(Permissions.RoleTemplatesManage)]
public sealed record DeleteRoleTemplate(int Id) : ICommand<Done>;

/// <summary>Deletes it.</summary>
public sealed class DeleteRoleTemplateHandler : ICommandHandler<DeleteRoleTemplate, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteRoleTemplate command, CommandContext context, CancellationToken cancellationToken)
    {
        var template = await context.Database.RoleTemplates.FirstOrDefaultAsync(t => t.Id == command.Id, cancellationToken);
        if (template is null)
            return new NotFound("role template", command.Id);
        if (RoleTemplateRules.ToDelete(template) is { } refused)
            return refused;
        context.Database.RoleTemplates.Remove(template);
        context.Audit("RoleTemplate", template.Id, template.Name, new { template.Name, template.Description });
        return Done.Instance;
    }
}
