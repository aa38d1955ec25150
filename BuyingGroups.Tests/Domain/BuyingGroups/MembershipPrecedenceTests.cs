using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using static BuyingGroups.Domain.Actors.ActorKind;
using static BuyingGroups.Domain.BuyingGroups.MembershipChangeKind;

namespace BuyingGroups.Tests.Domain.Groups;

public sealed class MembershipPrecedenceTests
{
    private const int DecisionMaker = 1;
    private const int Influencer = 2;
    private const int Earlier = 7;
    private const int Now = 8;

    // The three scenarios of product.md § 5, each for assigning and removing.
    [Theory]
    [InlineData(Manual, true, Remove, Journey, "a member added by hand is never removed by a journey")]
    [InlineData(Manual, true, Remove, ActorKind.System, "a member added by hand is never removed by a job")]
    [InlineData(Journey, true, Remove, ActorKind.System, "a member added by a journey is never removed by a job")]
    [InlineData(Manual, false, Assign, Journey, "a person removed by hand is not put back by a journey")]
    [InlineData(Manual, false, Assign, ActorKind.System, "a person removed by hand is not put back by a job")]
    [InlineData(Journey, false, Assign, ActorKind.System, "a person removed by a journey is not put back by a job")]
    [InlineData(Manual, true, ChangeRole, Journey, "a role given by hand is not changed by a journey")]
    [InlineData(Manual, true, ChangeRole, ActorKind.System, "a role given by hand is not changed by a job")]
    [InlineData(Journey, true, ChangeRole, ActorKind.System, "a role given by a journey is not changed by a job")]
    [InlineData(Manual, true, Assign, ActorKind.System, "a role given by hand is not replaced by assigning another")]
    public void What_outranks_stands(ActorKind standing, bool isMember, MembershipChangeKind asked, ActorKind asker, string because)
    {
        var before = new StandingMembership(DecisionMaker, standing, Earlier, isMember);

        var decision = MembershipPrecedence.Decide(before, new MembershipRequest(asked, Influencer, asker, Now));

        var refused = Assert.IsType<MembershipDecision.Refused>(decision);
        Assert.True(refused.Why == MembershipRefusal.Outranked, because);
        Assert.Equal(before, refused.Standing);
    }

    public static TheoryData<ActorKind, ActorKind> EqualOrHigher => new()
    {
        { ActorKind.System, ActorKind.System }, { ActorKind.System, Journey }, { ActorKind.System, Manual }, { Journey, Journey }, { Journey, Manual }, { Manual, Manual },
    };

    [Theory]
    [MemberData(nameof(EqualOrHigher))]
    public void A_rank_as_high_removes_a_member_who_keeps_the_role_in_memory(ActorKind standing, ActorKind asker)
    {
        var decision = MembershipPrecedence.Decide(new StandingMembership(DecisionMaker, standing, Earlier, true), new MembershipRequest(Remove, 0, asker, Now));

        Assert.Equal(new StandingMembership(DecisionMaker, asker, Now, false), Assert.IsType<MembershipDecision.Applied>(decision).Now);
    }

    [Theory]
    [MemberData(nameof(EqualOrHigher))]
    public void A_rank_as_high_puts_a_removed_person_back(ActorKind standing, ActorKind asker)
    {
        var decision = MembershipPrecedence.Decide(new StandingMembership(DecisionMaker, standing, Earlier, false), new MembershipRequest(Assign, Influencer, asker, Now));

        Assert.Equal(new StandingMembership(Influencer, asker, Now, true), Assert.IsType<MembershipDecision.Applied>(decision).Now);
    }

    [Theory]
    [MemberData(nameof(EqualOrHigher))]
    public void A_rank_as_high_changes_the_role_by_either_verb(ActorKind standing, ActorKind asker)
    {
        var before = new StandingMembership(DecisionMaker, standing, Earlier, true);
        var after = new StandingMembership(Influencer, asker, Now, true);

        Assert.Equal(after, Assert.IsType<MembershipDecision.Applied>(MembershipPrecedence.Decide(before, new MembershipRequest(ChangeRole, Influencer, asker, Now))).Now);
        Assert.Equal(after, Assert.IsType<MembershipDecision.Applied>(MembershipPrecedence.Decide(before, new MembershipRequest(Assign, Influencer, asker, Now))).Now);
    }

    [Theory]
    [InlineData(ActorKind.System)]
    [InlineData(Journey)]
    [InlineData(Manual)]
    public void A_stranger_can_be_assigned_but_neither_removed_nor_moved(ActorKind asker)
    {
        Assert.Equal(
            new StandingMembership(Influencer, asker, Now, true),
            Assert.IsType<MembershipDecision.Applied>(MembershipPrecedence.Decide(null, new MembershipRequest(Assign, Influencer, asker, Now))).Now);
        Assert.IsType<MembershipDecision.Unchanged>(MembershipPrecedence.Decide(null, new MembershipRequest(Remove, 0, asker, Now)));
        var refused = Assert.IsType<MembershipDecision.Refused>(MembershipPrecedence.Decide(null, new MembershipRequest(ChangeRole, Influencer, asker, Now)));
        Assert.Equal((MembershipRefusal.NotAMember, null), (refused.Why, refused.Standing));
    }

    [Fact]
    public void A_removed_person_has_no_role_to_change_even_by_hand()
    {
        var before = new StandingMembership(DecisionMaker, ActorKind.System, Earlier, false);

        var refused = Assert.IsType<MembershipDecision.Refused>(MembershipPrecedence.Decide(before, new MembershipRequest(ChangeRole, Influencer, Manual, Now)));

        Assert.Equal((MembershipRefusal.NotAMember, before), (refused.Why, refused.Standing));
    }

    [Theory]
    [InlineData(true, Assign)]
    [InlineData(true, ChangeRole)]
    [InlineData(false, Remove)]
    public void Asking_for_what_stands_changes_nothing_unless_the_asker_outranks(bool isMember, MembershipChangeKind asked)
    {
        var before = new StandingMembership(DecisionMaker, Journey, Earlier, isMember);

        Assert.IsType<MembershipDecision.Unchanged>(MembershipPrecedence.Decide(before, new MembershipRequest(asked, DecisionMaker, ActorKind.System, Now)));
        Assert.IsType<MembershipDecision.Unchanged>(MembershipPrecedence.Decide(before, new MembershipRequest(asked, DecisionMaker, Journey, Now)));
        Assert.Equal(
            new StandingMembership(DecisionMaker, Manual, Now, isMember),
            Assert.IsType<MembershipDecision.Applied>(MembershipPrecedence.Decide(before, new MembershipRequest(asked, DecisionMaker, Manual, Now))).Now);
    }
}
