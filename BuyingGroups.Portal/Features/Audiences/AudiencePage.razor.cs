using BuyingGroups.Domain.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>One audience: its condition, and the accounts that match.</summary>
public sealed partial class AudiencePage : DraftPage
{
    private Condition condition = ConditionGroup.Everything;

    private protected override string Home => "/audiences";

    private bool MayEdit => User.May(Permissions.AudiencesManage);

    private protected override async Task<bool> ReadAsync(int id)
    {
        var found = await Gateway.AskAsync(new GetAudience(id));
        refusals = found.Succeeded ? refusals : found.Refusals;
        if (found.Value is not { } audience)
            return false;
        (name, description, status, version, condition) = (audience.Name, audience.Description, audience.Status, audience.Version, audience.Condition);
        return true;
    }

    private Task SaveAsync() => SaveAsync(new SaveAudience(Id, name, description, condition, version));

    private Task PublishAsync() => PublishAsync(new PublishAudience(Id!.Value), T["Once live, its condition cannot change; buying groups and journeys can use it."]);

    private Task DuplicateAsync() => DuplicateAsync(new DuplicateAudience(Id!.Value));

    private Task DeleteAsync() =>
        DeleteAsync(new DeleteAudience(Id!.Value), T["Delete the audience “{0}”?", name], T["Accounts and buying groups stay. This cannot be undone."], T["Delete audience"]);

    private void Change(Condition edited)
    {
        condition = edited;
        Touch();
    }
}
