using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Gives up to 50 members of a group another role, with a result per person.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="PersonIds">The members.</param>
/// <param name="RoleId">A role of the group's template.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record ChangeRole(long BuyingGroupId, IReadOnlyList<long> PersonIds, int RoleId) : ICommand<MemberResults>;

/// <summary>Passes it through precedence, ranked by who asks: a user's change is Manual.</summary>
public sealed class ChangeRoleHandler(MembershipWriter memberships) : ICommandHandler<ChangeRole, MemberResults>
{
    public Task<Outcome<MemberResults>> HandleAsync(ChangeRole command, CommandContext context, CancellationToken cancellationToken) =>
        MemberEdits.ApplyAsync(memberships, context, command.BuyingGroupId, MembershipChangeKind.ChangeRole, [.. command.PersonIds.Select(id => (id, command.RoleId))], cancellationToken);
}
