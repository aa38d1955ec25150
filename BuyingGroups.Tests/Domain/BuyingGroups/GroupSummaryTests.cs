using BuyingGroups.Domain.BuyingGroups;

namespace BuyingGroups.Tests.Domain.Groups;

public sealed class GroupSummaryTests
{
    [Fact]
    public void Says_what_is_missing_first() => Assert.Equal(
        "Nobody decides yet. Decision Maker and Champion are missing. Practitioner needs one more.",
        Text(new SummaryFacts(
            [Role(1, "Decision Maker", 1, 0), Role(2, "Influencer", 2, 2), Role(3, "Practitioner", 3, 2), Role(5, "Champion", 1, 0), new SummaryRole(4, "Executive Steering Committee", false, 1, 0)],
            Members: 4)));

    [Fact]
    public void Says_who_is_engaged_and_what_changed() => Assert.Equal(
        "Every required role is filled. Mei-Ling Chen is the most engaged member. Engagement rose by 22 points in a week. One person joined this week. 2 people left this week.",
        Text(new SummaryFacts([Role(1, "Decision Maker", 1, 1)], 1, "Mei-Ling Chen", 22.4, 1, 2)));

    [Fact]
    public void An_empty_group_says_so() => Assert.Equal("Nobody is in this group yet.", Text(new SummaryFacts([Role(1, "Decision Maker", 1, 0)], 0)));

    [Fact]
    public void Several_missing_people_are_counted() =>
        Assert.Equal("Influencer is missing. Practitioner needs 2 more.", Text(new SummaryFacts([Role(2, "Influencer", 1, 0), Role(3, "Practitioner", 3, 1)], 1)));

    [Fact]
    public void A_falling_score_is_told_and_a_wobble_is_not()
    {
        SummaryRole[] roles = [Role(1, "Decision Maker", 1, 1)];

        Assert.Contains("Engagement fell by 5 points in a week.", Text(new SummaryFacts(roles, 1, EngagementChange: -5)), StringComparison.Ordinal);
        Assert.DoesNotContain("Engagement", Text(new SummaryFacts(roles, 1, EngagementChange: 4.9)), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_names_are_joined_with_commas_and_an_and() => Assert.Equal("A, B and C", new NameList(["A", "B", "C"]).ToString());

    private static SummaryRole Role(int id, string name, int required, int assigned) => new(id, name, true, required, assigned);

    private static string Text(SummaryFacts facts) => string.Join(' ', GroupSummary.Of(facts));
}
