using BuyingGroups.Domain.Actors;

namespace BuyingGroups.Domain.BuyingGroups;

/// <summary>
/// Who may change whose membership (product.md § 5): Manual &gt; Journey &gt; System, for assigning, removing and changing role alike. Every way in
/// asks here: commands, journeys, jobs. Set-based work uses the same rule as SQL (MembershipRule in db/Data), and a test runs every case both ways.
/// </summary>
/// <remarks>
/// The whole rule, in this order:
/// 1. Nobody stands yet: an assignment is applied; a removal changes nothing; a change of role is refused, for want of a member.
/// 2. A removed person stands as removed: a change of role is refused, for want of a member.
/// 3. The request asks for what already stands: it changes nothing, unless it outranks the standing change, which then takes the higher rank
///    (a member that a job found and a user assigns again is from then on a member by hand).
/// 4. The standing change outranks the request: refused.
/// 5. Otherwise: applied. An assignment of somebody who is a member with another role changes the role.
/// </remarks>
public static class MembershipPrecedence
{
    /// <summary>True when a change by <paramref name="asking"/> gives way to a standing one by <paramref name="standing"/>.</summary>
    public static bool Outranks(ActorKind standing, ActorKind asking) => standing > asking;

    /// <summary>What becomes of <paramref name="request"/>.</summary>
    /// <param name="standing">The last change that took effect for the person in the group; null when there was none.</param>
    /// <param name="request">What is asked.</param>
    public static MembershipDecision Decide(StandingMembership? standing, MembershipRequest request)
    {
        if (standing is null)
        {
            return request.Kind switch
            {
                MembershipChangeKind.Assign => new MembershipDecision.Applied(After(request, request.RoleId)),
                MembershipChangeKind.Remove => MembershipDecision.Unchanged.Instance,
                _ => new MembershipDecision.Refused(MembershipRefusal.NotAMember, Standing: null),
            };
        }
        if (request.Kind == MembershipChangeKind.ChangeRole && !standing.IsActive)
            return new MembershipDecision.Refused(MembershipRefusal.NotAMember, standing);
        if (AsksForWhatStands(standing, request))
        {
            return Outranks(request.Source, standing.Source)
                ? new MembershipDecision.Applied(After(request, standing.RoleId))
                : MembershipDecision.Unchanged.Instance;
        }
        if (Outranks(standing.Source, request.Source))
            return new MembershipDecision.Refused(MembershipRefusal.Outranked, standing);
        return new MembershipDecision.Applied(After(request, request.Kind == MembershipChangeKind.Remove ? standing.RoleId : request.RoleId));
    }

    /// <summary>Which of two standings holds when two records of one person become one: the higher source; of equal ones the later.</summary>
    /// <param name="first">One standing, and when it was decided.</param>
    /// <param name="second">The other.</param>
    public static bool SecondHolds((ActorKind Source, DateTime At) first, (ActorKind Source, DateTime At) second) =>
        Outranks(second.Source, first.Source) || (second.Source == first.Source && second.At > first.At);

    private static bool AsksForWhatStands(StandingMembership standing, MembershipRequest request) =>
        request.Kind == MembershipChangeKind.Remove ? !standing.IsActive : standing.IsActive && standing.RoleId == request.RoleId;

    private static StandingMembership After(MembershipRequest request, int roleId) =>
        new(roleId, request.Source, request.ActorId, request.Kind != MembershipChangeKind.Remove);
}

/// <summary>The last change that took effect for a person in a group.</summary>
/// <param name="RoleId">The role; the last one when removed.</param>
/// <param name="Source">Its rank.</param>
/// <param name="ActorId">Who made it; a row of the actors table.</param>
/// <param name="IsActive">False after removal.</param>
public sealed record StandingMembership(int RoleId, ActorKind Source, int ActorId, bool IsActive);

/// <summary>A change somebody asks for.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="RoleId">The role to assign or change to; ignored for a removal.</param>
/// <param name="Source">Rank of the asker.</param>
/// <param name="ActorId">Who asks; a row of the actors table.</param>
public sealed record MembershipRequest(MembershipChangeKind Kind, int RoleId, ActorKind Source, int ActorId);

/// <summary>Why a membership change was refused.</summary>
public enum MembershipRefusal
{
    /// <summary>The standing change was made with a higher rank.</summary>
    Outranked = 1,

    /// <summary>Only a member can get another role.</summary>
    NotAMember = 2,
}

/// <summary>What becomes of a request: exactly one of <see cref="Applied"/>, <see cref="Unchanged"/>, <see cref="Refused"/>.</summary>
public abstract record MembershipDecision
{
    private MembershipDecision()
    {
    }

    /// <summary>The request takes effect.</summary>
    /// <param name="Now">What stands from now on.</param>
    public sealed record Applied(StandingMembership Now) : MembershipDecision;

    /// <summary>What was asked for already stands; nothing is written, not even history.</summary>
    public sealed record Unchanged : MembershipDecision
    {
        private Unchanged()
        {
        }

        /// <summary>The only one.</summary>
        public static Unchanged Instance { get; } = new();
    }

    /// <summary>The request does not take effect; it is kept in the history as refused.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Standing">What stands instead: by whom, with which rank, removed or not; null when the person never was a member.</param>
    public sealed record Refused(MembershipRefusal Why, StandingMembership? Standing) : MembershipDecision;
}
