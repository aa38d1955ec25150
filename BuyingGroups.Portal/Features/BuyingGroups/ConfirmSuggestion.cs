using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Follows a suggestion: the person becomes a member with that role, or changes to it, by hand.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="PersonId">The person suggested.</param>
/// <param name="RoleId">The role suggested.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record ConfirmSuggestion(long BuyingGroupId, long PersonId, int RoleId) : ICommand<MemberResults>;

/// <summary>Passes it through precedence, ranked by who asks: a user's change is Manual.</summary>
public sealed class ConfirmSuggestionHandler(MembershipWriter memberships) : ICommandHandler<ConfirmSuggestion, MemberResults>
{
    public Task<Outcome<MemberResults>> HandleAsync(ConfirmSuggestion command, CommandContext context, CancellationToken cancellationToken) =>
        MemberEdits.ApplyAsync(memberships, context, command.BuyingGroupId, MembershipChangeKind.Assign, [(command.PersonId, command.RoleId)], cancellationToken);
}
