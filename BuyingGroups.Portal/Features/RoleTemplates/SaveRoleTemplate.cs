using BuyingGroups.Domain;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates;

/// <summary>One role of a template as edited; its place in the list is its priority.</summary>
/// <param name="RoleId">The role.</param>
/// <param name="Weighting">How much it counts for engagement.</param>
/// <param name="AutoAssign">True when the portal assigns people that match <paramref name="Condition"/>.</param>
/// <param name="Condition">A person condition; ignored without <paramref name="AutoAssign"/>.</param>
/// <param name="RequiredForCompleteness">True when it counts for completeness.</param>
/// <param name="MembersRequired">How many members fill it, ≥ 1.</param>
public sealed record RoleCardDraft(
    int RoleId, Weighting Weighting = Weighting.Normal, bool AutoAssign = false, Condition? Condition = null, bool RequiredForCompleteness = true, int MembersRequired = 1);

/// <summary>Makes a role template, or saves a changed one. The roles of a live one must be as they were.</summary>
/// <param name="Id">The template; null for a new one.</param>
/// <param name="Name">Its name, unique.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Cards">Its roles in priority order; null leaves them alone.</param>
/// <param name="Version">The version that was opened; ignored for a new one.</param>
[Requires(Permissions.RoleTemplatesManage)]
public sealed record SaveRoleTemplate(int? Id, string Name, string? Description, IReadOnlyList<RoleCardDraft>? Cards, int Version = 0) : ICommand<int>;

/// <summary>Saves it.</summary>
public sealed class SaveRoleTemplateHandler : ICommandHandler<SaveRoleTemplate, int>
{
    public async Task<Outcome<int>> HandleAsync(SaveRoleTemplate command, CommandContext context, CancellationToken cancellationToken)
    {
        if (Naming.Check(command.Name, RoleTemplate.NameMaxLength, command.Description, RoleTemplate.DescriptionMaxLength) is { } wrong)
            return wrong;
        var database = context.Database;
        var template = command.Id is { } id ? await database.RoleTemplates.Include(t => t.Cards).FirstOrDefaultAsync(t => t.Id == id, cancellationToken) : null;
        if (command.Id is not null && template is null)
            return new NotFound("role template", command.Id);
        if (template is not null && template.Version != command.Version)
            return new ChangedByOthers("role template");
        var normalized = NormalizedText.Required(command.Name);
        if (await database.RoleTemplates.AnyAsync(t => t.NormalizedName == normalized && t.Id != command.Id, cancellationToken))
            return new NameTaken("role template", command.Name.Trim());

        var before = template is null ? null : Picture(template);
        if (template is null)
        {
            template = new RoleTemplate { Name = command.Name.Trim(), Description = Naming.Kept(command.Description), CreatedAt = context.Now };
            database.RoleTemplates.Add(template);
        }
        else
        {
            template.Name = command.Name.Trim();
            template.Description = Naming.Kept(command.Description);
            // A change of cards alone must count as a new version too.
            database.Entry(template).State = EntityState.Modified;
        }
        if (command.Cards is { } drafts && !SameCards(template, drafts))
        {
            if (RoleTemplateRules.ToChangeCards(template) is { } live)
                return live;
            Replace(template, drafts);
            var roles = await database.BuyingGroupRoles.ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
            var refusals = RoleTemplateRules.CheckCards(template, roles, await database.ReadConditionCatalogAsync(context.Now, cancellationToken));
            if (refusals.Count > 0)
                return Outcome<int>.Refused(refusals);
        }
        await database.SaveChangesAsync(cancellationToken);
        context.Audit("RoleTemplate", template.Id, template.Name, before, Picture(template));
        return template.Id;
    }

    private static bool SameCards(RoleTemplate template, IReadOnlyList<RoleCardDraft> drafts) =>
        template.Cards.OrderBy(c => c.Priority).Select(Draft).SequenceEqual(drafts.Select(d => d.AutoAssign ? d : d with { Condition = null }));

    private static RoleCardDraft Draft(RoleCard card) =>
        new(card.RoleId, card.Weighting, card.AutoAssign, card.Condition, card.RequiredForCompleteness, card.MembersRequired);

    private static void Replace(RoleTemplate template, IReadOnlyList<RoleCardDraft> drafts)
    {
        var old = template.Cards.ToDictionary(c => c.RoleId);
        template.Cards.Clear();
        foreach (var (place, draft) in drafts.Index())
        {
            // A role that stays keeps its row.
            var card = old.Remove(draft.RoleId, out var kept) ? kept : new RoleCard { RoleId = draft.RoleId };
            card.Priority = place + 1;
            card.Weighting = draft.Weighting;
            card.AutoAssign = draft.AutoAssign;
            card.Condition = draft.AutoAssign ? draft.Condition : null;
            card.RequiredForCompleteness = draft.RequiredForCompleteness;
            card.MembersRequired = draft.MembersRequired;
            template.Cards.Add(card);
        }
    }

    private static object Picture(RoleTemplate template) => new
    {
        template.Name,
        template.Description,
        template.Status,
        Cards = template.Cards.OrderBy(c => c.Priority).Select(Draft).ToList(),
    };
}
