using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups.Details;

/// <summary>One buying group: who is missing, who is engaged, what changed; members are assigned, moved and removed here.</summary>
public sealed partial class GroupPage : ComponentBase
{
    private BuyingGroupDetails? group;
    private IReadOnlyList<Refusal>? refusals;
    private MemberResults? results;
    private MemberEdit did;
    private AssignDialog? dialog;
    private MembersTable? table;
    private long shown;
    private int version;

    [Parameter] public long Id { get; set; }

    /// <summary>overview, stages, history, table; the board of members without.</summary>
    [Parameter] public string? Tab { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    private string Here => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/buying-groups/{Id}");

    private bool IsTable => Tab == "table";

    private bool MayEdit => User.May(Permissions.BuyingGroupsEditMembers);

    protected override Task OnParametersSetAsync()
    {
        if (shown == Id)
            return Task.CompletedTask;
        shown = Id;
        (group, results) = (null, null);
        return ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        var asked = Id;
        var answer = await Gateway.AskAsync(new GetBuyingGroup(asked));
        if (asked != Id)
            return;
        // A group that was shown stays readable when reading it again fails.
        (group, refusals) = (answer.Succeeded ? answer.Value : group, answer.Refusals);
        version++;
        if (table is not null)
            await table.ReloadAsync();
    }

    private Task AssignAsync(int? roleId) => dialog?.OpenAsync(roleId) ?? Task.CompletedTask;

    private Task AssignedAsync(MemberResults assigned)
    {
        (results, did) = (assigned, MemberEdit.Assign);
        return ReloadAsync();
    }

    private async Task ChangeAsync(MemberChange change)
    {
        if (change.Edit == MemberEdit.Remove && !await Confirmation.AskAsync(
            T.Count(change.PersonIds.Count, "Remove {1} from the group?", "Remove {0} people from the group?", change.Name),
            T["They leave this group only and stay in the account. Removed by hand: journeys and jobs will not put them back. You can assign them again."],
            T.Count(change.PersonIds.Count, "Remove one member", "Remove {0} members")))
        {
            return;
        }
        var answer = change.Edit switch
        {
            MemberEdit.Remove => await Gateway.SendAsync(new RemoveMembers(Id, change.PersonIds)),
            MemberEdit.ChangeRole => await Gateway.SendAsync(new ChangeRole(Id, change.PersonIds, change.RoleId)),
            MemberEdit.Confirm => await Gateway.SendAsync(new ConfirmSuggestion(Id, change.PersonIds[0], change.RoleId)),
            _ => throw new InvalidOperationException($"{change.Edit} is not made here."),
        };
        (results, did) = (answer.Value, change.Edit);
        if (answer.Succeeded)
            await ReloadAsync();
        else
            refusals = answer.Refusals;
    }

    private async Task DismissAsync(SuggestionRow suggestion)
    {
        var answer = await Gateway.SendAsync(new DismissSuggestion(Id, suggestion.PersonId, suggestion.RoleId));
        if (answer.Succeeded)
            await ReloadAsync();
        else
            refusals = answer.Refusals;
    }
}
