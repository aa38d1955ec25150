using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.RoleTemplates.Roles;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;

namespace BuyingGroups.Portal.Features.RoleTemplates.Editor;

/// <summary>One role template: its roles in priority order, who gets them, and what they weigh.</summary>
public sealed partial class RoleTemplatePage : DraftPage
{
    private readonly List<RoleCardEdit> cards = [];
    private IReadOnlyList<RoleRow> roles = [];
    private IReadOnlyList<string> usedBy = [];

    private protected override string Home => "/buying-groups/role-templates";

    private bool MayEdit => User.May(Permissions.RoleTemplatesManage);

    private bool MayEditRoles => MayEdit && status == PublicationStatus.Draft;

    private IReadOnlyList<RoleCardDraft> Drafts => [.. cards.Select(c => c.Draft())];

    private IReadOnlyList<RoleRow> FreeRoles => [.. roles.Where(r => cards.TrueForAll(c => c.RoleId != r.Id))];

    private protected override async Task PrepareAsync()
    {
        var found = await Gateway.AskAsync(new FindRoles());
        roles = found.Value ?? [];
        if (!found.Succeeded)
            refusals = found.Refusals;
    }

    private protected override async Task<bool> ReadAsync(int id)
    {
        var found = await Gateway.AskAsync(new GetRoleTemplate(id));
        refusals = found.Succeeded ? refusals : found.Refusals;
        if (found.Value is not { Template: var template } details)
            return false;
        (name, description, status, version, usedBy) = (template.Name, template.Description, template.Status, template.Version, details.SolutionInterests);
        cards.Clear();
        cards.AddRange(template.Cards.Select(RoleCardEdit.Of));
        return true;
    }

    private Task SaveAsync() => SaveAsync(new SaveRoleTemplate(Id, name, description, Drafts, version));

    private Task PublishAsync() => PublishAsync(new PublishRoleTemplate(Id!.Value, version), T["Once published, its roles cannot change any more."]);

    private Task DuplicateAsync() => DuplicateAsync(new DuplicateRoleTemplate(Id!.Value));

    private Task DeleteAsync() =>
        DeleteAsync(new DeleteRoleTemplate(Id!.Value), T["Delete the draft “{0}”?", name], T["Its roles and conditions go with it. This cannot be undone."], T["Delete draft"]);

    private void AddCard()
    {
        cards.Add(new RoleCardEdit { RoleId = FreeRoles[0].Id });
        Touch();
    }

    private void RemoveCard(RoleCardEdit card)
    {
        cards.Remove(card);
        Touch();
    }

    private void Move(int place, int by)
    {
        if (place + by < 0 || place + by >= cards.Count)
            return;
        (cards[place], cards[place + by]) = (cards[place + by], cards[place]);
        Touch();
    }
}
