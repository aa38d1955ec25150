using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>One audience: its condition, and the accounts that match.</summary>
public sealed partial class AudiencePage : ComponentBase
{
    private IReadOnlyList<Refusal>? refusals;
    private Condition condition = ConditionGroup.Everything;
    private PublicationStatus status = PublicationStatus.Draft;
    private string name = "";
    private string? description;
    private int version;
    private bool loaded;
    private bool changed;

    /// <summary>The audience; null for a new one.</summary>
    [Parameter] public int? Id { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool MayEdit => User.May(Permissions.AudiencesManage);

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        if (Id is { } id)
        {
            var found = await Gateway.AskAsync(new GetAudience(id));
            if (!found.Succeeded)
            {
                refusals = found.Refusals;
                return;
            }
            var audience = found.Value;
            (name, description, status, version, condition) = (audience.Name, audience.Description, audience.Status, audience.Version, audience.Condition);
        }
        (loaded, changed) = (true, false);
    }

    private void Touch() => changed = true;

    private void Change(Condition edited)
    {
        condition = edited;
        Touch();
    }

    private async Task SaveAsync()
    {
        var saved = await Gateway.SendAsync(new SaveAudience(Id, name, description, condition, version));
        refusals = saved.Refusals;
        if (!saved.Succeeded)
            return;
        changed = false;
        if (Id is null)
            Navigation.NavigateTo($"/audiences/{saved.Value}");
        else
            await LoadAsync();
    }

    private async Task PublishAsync()
    {
        if (!await Confirmation.AskAsync(T["Publish “{0}”?", name], T["Once live, its condition cannot change; buying groups and journeys can use it."], T["Publish"], destructive: false))
            return;
        var published = await Gateway.SendAsync(new PublishAudience(Id!.Value));
        refusals = published.Refusals;
        if (published.Succeeded)
            await LoadAsync();
    }

    private async Task DuplicateAsync()
    {
        var copy = await Gateway.SendAsync(new DuplicateAudience(Id!.Value));
        refusals = copy.Refusals;
        if (copy.Succeeded)
            Navigation.NavigateTo($"/audiences/{copy.Value}");
    }

    private async Task DeleteAsync()
    {
        if (!await Confirmation.AskAsync(T["Delete the audience “{0}”?", name], T["Accounts and buying groups stay. This cannot be undone."], T["Delete audience"]))
            return;
        var deleted = await Gateway.SendAsync(new DeleteAudience(Id!.Value));
        refusals = deleted.Refusals;
        if (!deleted.Succeeded)
            return;
        changed = false;
        Navigation.NavigateTo("/audiences");
    }

    private async Task LeaveAsync(LocationChangingContext leaving)
    {
        if (changed && !await Confirmation.AskAsync(T["Leave without saving?"], T["What you changed on this page is lost."], T["Leave without saving"]))
            leaving.PreventNavigation();
    }
}
