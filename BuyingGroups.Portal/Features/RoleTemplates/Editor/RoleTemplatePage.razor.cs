using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.RoleTemplates.Roles;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BuyingGroups.Portal.Features.RoleTemplates.Editor;

/// <summary>One role template: its roles in priority order, who gets them, and what they weigh.</summary>
public sealed partial class RoleTemplatePage : ComponentBase
{
    private readonly List<RoleCardEdit> cards = [];
    private IReadOnlyList<RoleRow> roles = [];
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyList<string> usedBy = [];
    private PublicationStatus status = PublicationStatus.Draft;
    private string name = "";
    private string? description;
    private int version;
    private bool loaded;
    private bool changed;

    /// <summary>The template; null for a new one.</summary>
    [Parameter] public int? Id { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool MayEdit => User.May(Permissions.RoleTemplatesManage);

    private bool MayEditRoles => MayEdit && status == PublicationStatus.Draft;

    private IReadOnlyList<RoleCardDraft> Drafts => [.. cards.Select(c => c.Draft())];

    private IReadOnlyList<RoleRow> FreeRoles => [.. roles.Where(r => cards.TrueForAll(c => c.RoleId != r.Id))];

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var found = await Gateway.AskAsync(new FindRoles());
        roles = found.Value ?? [];
        if (!found.Succeeded)
            refusals = found.Refusals;
        if (Id is { } id)
        {
            var template = await Gateway.AskAsync(new GetRoleTemplate(id));
            if (!template.Succeeded)
            {
                refusals = template.Refusals;
                return;
            }
            (name, description, status, version, usedBy) =
                (template.Value.Template.Name, template.Value.Template.Description, template.Value.Template.Status, template.Value.Template.Version, template.Value.SolutionInterests);
            cards.Clear();
            cards.AddRange(template.Value.Template.Cards.Select(RoleCardEdit.Of));
        }
        (loaded, changed) = (true, false);
    }

    private void Touch() => changed = true;

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

    private async Task SaveAsync()
    {
        var saved = await Gateway.SendAsync(new SaveRoleTemplate(Id, name, description, Drafts, version));
        refusals = saved.Refusals;
        if (!saved.Succeeded)
            return;
        changed = false;
        if (Id is null)
            Navigation.NavigateTo($"/buying-groups/role-templates/{saved.Value}");
        else
            await LoadAsync();
    }

    private async Task PublishAsync()
    {
        if (!await Confirmation.AskAsync(T["Publish “{0}”?", name], T["Once published, its roles cannot change any more."], T["Publish"], destructive: false))
            return;
        var published = await Gateway.SendAsync(new PublishRoleTemplate(Id!.Value, version));
        refusals = published.Refusals;
        if (published.Succeeded)
            await LoadAsync();
    }

    private async Task DuplicateAsync()
    {
        var copy = await Gateway.SendAsync(new DuplicateRoleTemplate(Id!.Value));
        refusals = copy.Refusals;
        if (copy.Succeeded)
            Navigation.NavigateTo($"/buying-groups/role-templates/{copy.Value}");
    }

    private async Task DeleteAsync()
    {
        if (!await Confirmation.AskAsync(T["Delete the draft “{0}”?", name], T["Its roles and conditions go with it. This cannot be undone."], T["Delete draft"]))
            return;
        var deleted = await Gateway.SendAsync(new DeleteRoleTemplate(Id!.Value));
        refusals = deleted.Refusals;
        if (!deleted.Succeeded)
            return;
        changed = false;
        Navigation.NavigateTo("/buying-groups/role-templates");
    }

    private async Task LeaveAsync(LocationChangingContext leaving)
    {
        if (changed && !await Confirmation.AskAsync(T["Leave without saving?"], T["What you changed on this page is lost."], T["Leave without saving"]))
            leaving.PreventNavigation();
    }
}
