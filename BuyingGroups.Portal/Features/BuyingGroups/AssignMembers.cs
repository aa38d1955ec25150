using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Assigns up to 50 people of the account to a group, with a result per person. What a user assigns no journey and no job takes away.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="Assignments">Who gets which role.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record AssignMembers(long BuyingGroupId, IReadOnlyList<MemberAssignment> Assignments) : ICommand<MemberResults>;

/// <summary>A person and the role to have.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="RoleId">A role of the group's template.</param>
public sealed record MemberAssignment(long PersonId, int RoleId);

/// <summary>Passes it through precedence, ranked by who asks: a user's change is Manual.</summary>
public sealed class AssignMembersHandler(MembershipWriter memberships) : ICommandHandler<AssignMembers, MemberResults>
{
    public Task<Outcome<MemberResults>> HandleAsync(AssignMembers command, CommandContext context, CancellationToken cancellationToken) =>
        MemberEdits.ApplyAsync(memberships, context, command.BuyingGroupId, MembershipChangeKind.Assign, [.. command.Assignments.Select(one => (one.PersonId, one.RoleId))], cancellationToken);
}
