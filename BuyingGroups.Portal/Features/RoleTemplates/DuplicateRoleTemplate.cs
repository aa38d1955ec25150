using BuyingGroups.Domain;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates;

/// <summary>Makes a draft that is a copy of a template: the way to change a live one.</summary>
/// <param name="Id">The template to copy.</param>
[Requires(Permissions.RoleTemplatesManage)]
public sealed record DuplicateRoleTemplate(int Id) : ICommand<int>;

/// <summary>Copies it.</summary>
public sealed class DuplicateRoleTemplateHandler : ICommandHandler<DuplicateRoleTemplate, int>
{
    public async Task<Outcome<int>> HandleAsync(DuplicateRoleTemplate command, CommandContext context, CancellationToken cancellationToken)
    {
        var original = await context.Database.RoleTemplates.AsNoTracking().Include(t => t.Cards).FirstOrDefaultAsync(t => t.Id == command.Id, cancellationToken);
        if (original is null)
            return new NotFound("role template", command.Id);
        var taken = await context.Database.RoleTemplates.Select(t => t.Name).ToListAsync(cancellationToken);
        var copy = new RoleTemplate { Name = Naming.OfCopy(original.Name, taken, RoleTemplate.NameMaxLength), Description = original.Description, CreatedAt = context.Now };
        foreach (var card in original.Cards)
        {
            copy.Cards.Add(new RoleCard
            {
                RoleId = card.RoleId,
                Priority = card.Priority,
                Weighting = card.Weighting,
                AutoAssign = card.AutoAssign,
                Condition = card.Condition,
                RequiredForCompleteness = card.RequiredForCompleteness,
                MembersRequired = card.MembersRequired,
            });
        }
        context.Database.RoleTemplates.Add(copy);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("RoleTemplate", copy.Id, copy.Name, null, new { CopyOf = original.Id });
        return copy.Id;
    }
}
