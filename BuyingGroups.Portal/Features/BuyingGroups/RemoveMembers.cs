using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Removes up to 50 members from a group, with a result per person. What a user removes no journey and no job puts back.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="PersonIds">Who leaves.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record RemoveMembers(long BuyingGroupId, IReadOnlyList<long> PersonIds) : ICommand<MemberResults>;

/// <summary>Passes it through precedence, ranked by who asks: a user's change is Manual.</summary>
public sealed class RemoveMembersHandler(MembershipWriter memberships) : ICommandHandler<RemoveMembers, MemberResults>
{
    public Task<Outcome<MemberResults>> HandleAsync(RemoveMembers command, CommandContext context, CancellationToken cancellationToken) =>
        MemberEdits.ApplyAsync(memberships, context, command.BuyingGroupId, MembershipChangeKind.Remove, [.. command.PersonIds.Select(id => (id, 0))], cancellationToken);
}
