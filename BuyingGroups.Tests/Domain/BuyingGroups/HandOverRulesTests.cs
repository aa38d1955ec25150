using BuyingGroups.Domain.BuyingGroups;

namespace BuyingGroups.Tests.Domain.BuyingGroups;

public sealed class HandOverRulesTests
{
    [Theory]
    [InlineData(100, 50, null, true)]
    [InlineData(100, 49.5, null, true)]
    [InlineData(100, 49.4, null, false)]
    [InlineData(99, 80, null, false)]
    public void Without_stages_completeness_and_engagement_as_shown_decide(int completeness, double engagement, int? stage, bool ready) =>
        Assert.Equal(ready, HandOverRules.IsReady(HandOverThresholds.Usual, completeness, engagement, stage));

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(null, false)]
    public void With_stages_only_groups_in_one_of_them_are_ready(int? stage, bool ready) =>
        Assert.Equal(ready, HandOverRules.IsReady(new HandOverThresholds(50, 20, [3, 7]), 80, 60, stage));

    [Theory]
    [InlineData(HandOverStatus.Accepted, 100, 90, 5, false)]
    [InlineData(HandOverStatus.Lapsed, 80, 60, 2, true)]
    [InlineData(HandOverStatus.SentBack, 80, 60, 2, false)]
    [InlineData(HandOverStatus.SentBack, 81, 60, 2, true)]
    [InlineData(HandOverStatus.SentBack, 80, 69.9, 2, false)]
    [InlineData(HandOverStatus.SentBack, 80, 70, 2, true)]
    [InlineData(HandOverStatus.SentBack, 80, 60, 3, true)]
    [InlineData(HandOverStatus.Waiting, 100, 90, 3, false)]
    public void A_group_comes_again_only_when_something_came_of_it(HandOverStatus last, int completeness, double engagement, int stage, bool offered) =>
        Assert.Equal(offered, HandOverRules.MayBeOffered(new HandOver { Status = last, Completeness = 80, Engagement = 60, StageId = 2 }, completeness, engagement, stage));
}
