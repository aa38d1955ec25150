using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Domain.BuyingGroups;

/// <summary>
/// A person's place in a group, kept after removal: an inactive member remembers with which rank it was removed,
/// so that nothing of lower rank puts it back (product.md § 5, precedence).
/// </summary>
public sealed class Member
{
    /// <summary>The group.</summary>
    public long BuyingGroupId { get; set; }

    /// <summary>The group.</summary>
    public BuyingGroup? BuyingGroup { get; set; }

    /// <summary>The person.</summary>
    public long PersonId { get; set; }

    /// <summary>The person.</summary>
    public Person? Person { get; set; }

    /// <summary>The role; the last one when removed.</summary>
    public int RoleId { get; set; }

    /// <summary>The role.</summary>
    public BuyingGroupRole? Role { get; set; }

    /// <summary>Source of the last change that took effect.</summary>
    public ActorKind Source { get; set; }

    /// <summary>False after removal.</summary>
    public bool IsActive { get; set; }

    /// <summary>When the last change took effect (UTC).</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Who made that change; a row of the actors table.</summary>
    public int ActorId { get; set; }
}

/// <summary>What was asked for a person in a group.</summary>
public enum MembershipChangeKind
{
    /// <summary>Become a member with a role.</summary>
    Assign = 1,

    /// <summary>Stop being a member.</summary>
    Remove = 2,

    /// <summary>Get another role.</summary>
    ChangeRole = 3,
}

/// <summary>One line of a group's membership history, refusals included. Append-only.</summary>
public sealed class MembershipChange
{
    /// <summary>Database id, in order of time.</summary>
    public long Id { get; set; }

    /// <summary>The group.</summary>
    public long BuyingGroupId { get; set; }

    /// <summary>The person.</summary>
    public long PersonId { get; set; }

    /// <summary>The person.</summary>
    public Person? Person { get; set; }

    /// <summary>What was asked.</summary>
    public MembershipChangeKind Kind { get; set; }

    /// <summary>False when precedence refused it.</summary>
    public bool Applied { get; set; }

    /// <summary>The role asked for; on removal the role that was held.</summary>
    public int? RoleId { get; set; }

    /// <summary>The role held before a change of role.</summary>
    public int? PreviousRoleId { get; set; }

    /// <summary>Rank of the asker.</summary>
    public ActorKind Source { get; set; }

    /// <summary>Who asked; a row of the actors table.</summary>
    public int ActorId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>When refused: the rank of the change that stands.</summary>
    public ActorKind? StandingSource { get; set; }

    /// <summary>When refused: who made the change that stands; a row of the actors table.</summary>
    public int? StandingActorId { get; set; }

    /// <summary>When refused: true when the standing change was a removal.</summary>
    public bool? StandingRemoved { get; set; }
}

/// <summary>A suggestion that somebody turned down, so that it is not shown again.</summary>
public sealed class DismissedSuggestion
{
    /// <summary>The group.</summary>
    public long BuyingGroupId { get; set; }

    /// <summary>The person.</summary>
    public long PersonId { get; set; }

    /// <summary>The role that was suggested.</summary>
    public int RoleId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>Who; a row of the actors table.</summary>
    public int ActorId { get; set; }
}
