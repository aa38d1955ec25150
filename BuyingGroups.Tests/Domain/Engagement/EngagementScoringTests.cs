using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Engagement;

namespace BuyingGroups.Tests.Domain.Engagement;

public sealed class EngagementScoringTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly IReadOnlyDictionary<int, int> AllOne = ActivityType.BuiltIn.ToDictionary(type => type.Id, _ => 1);

    /// <summary>The worked check of product.md § 6.</summary>
    [Fact]
    public void Shares_of_three_roles_give_35_25()
    {
        // Role totals after the cap: 52, 28, 17, each from several members.
        (int, double)[] members = [(1, 20), (1, 20), (1, 12), (2, 20), (2, 8), (3, 17)];

        var sum = EngagementScoring.GroupSum(members, new Dictionary<int, int> { [1] = 100, [2] = 80, [3] = 60 });

        Assert.Equal(35.25, sum, 12);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 20)]
    [InlineData(21, 20)]
    [InlineData(5_000, 20)]
    public void A_person_gets_at_most_twenty_of_a_type_and_day(int count, int counted)
    {
        // The other person has the 20 of one day and one of the next: 21 in all.
        var scores = EngagementScoring.OfPeople([Done(1, count), Done(2, 20), Done(2, 1, daysAgo: 1)], AllOne, Today);

        Assert.Equal(100 * Math.Sqrt(counted / 21d), scores[1], 12);
        Assert.Equal(100, scores[2]);
    }

    [Fact]
    public void The_cap_is_for_each_day_and_each_type()
    {
        var scores = EngagementScoring.OfPeople(
            [Done(1, 30), Done(2, 30), Done(2, 30, daysAgo: 1), Done(3, 30), Done(3, 30, ActivityType.EmailOpened)], AllOne, Today);

        Assert.Equal((100, 100, 100 * Math.Sqrt(0.5)), (scores[2], scores[3], scores[1]));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(-1, false)]
    public void What_is_older_than_thirty_days_has_aged_out(int daysAgo, bool counts)
    {
        var scores = EngagementScoring.OfPeople([Done(1, 5, daysAgo: daysAgo)], AllOne, Today);

        Assert.Equal(counts ? 100 : 0, scores.GetValueOrDefault(1));
    }

    [Fact]
    public void Weights_are_divided_by_the_largest_that_occurred()
    {
        var weights = new Dictionary<int, int> { [ActivityType.PageViews] = 40, [ActivityType.EmailOpened] = 30, [ActivityType.AttendEvent] = 60, [ActivityType.LinkClicks] = 0 };

        Assert.Equal(new Dictionary<int, double> { [ActivityType.PageViews] = 1, [ActivityType.EmailOpened] = 0.75 }, EngagementScoring.SharesOf([ActivityType.PageViews, ActivityType.EmailOpened], weights));
        Assert.Equal(
            new Dictionary<int, double> { [ActivityType.PageViews] = 40 / 60d, [ActivityType.AttendEvent] = 1 },
            EngagementScoring.SharesOf([ActivityType.PageViews, ActivityType.AttendEvent, ActivityType.LinkClicks, ActivityType.FormFilledOut], weights));
    }

    [Fact]
    public void A_type_of_weight_0_or_without_a_weight_does_not_count()
    {
        var weights = new Dictionary<int, int> { [ActivityType.PageViews] = 40, [ActivityType.EmailOpened] = 0 };

        var scores = EngagementScoring.OfPeople([Done(1, 5), Done(2, 20, ActivityType.EmailOpened), Done(3, 20, ActivityType.AttendEvent)], weights, Today);

        Assert.Equal((100, 0, 0), (scores[1], scores.GetValueOrDefault(2), scores.GetValueOrDefault(3)));
    }

    [Fact]
    public void Weighted_activities_are_added_and_their_root_is_scaled()
    {
        var weights = new Dictionary<int, int> { [ActivityType.PageViews] = 40, [ActivityType.AttendEvent] = 60 };

        var scores = EngagementScoring.OfPeople([Done(1, 3), Done(1, 1, ActivityType.AttendEvent), Done(2, 2)], weights, Today);

        Assert.Equal(100 * Math.Sqrt(2 * (2 / 3d) / 3), scores[2], 12);
    }

    [Fact]
    public void Nobody_did_anything_and_nobody_has_a_score() => Assert.Empty(EngagementScoring.OfPeople([], AllOne, Today));

    [Fact]
    public void Roles_without_members_do_not_dilute_the_others()
    {
        var weights = new Dictionary<int, int> { [1] = 100, [2] = 80, [3] = 60 };

        Assert.Equal(50, EngagementScoring.GroupSum([(3, 20), (3, 30)], weights));
        Assert.Equal(((40 * 100) + (10 * 60)) / 160d, EngagementScoring.GroupSum([(1, 40), (3, 10)], weights), 12);
    }

    [Fact]
    public void Members_of_a_role_that_the_template_does_not_have_do_not_count()
    {
        var weights = new Dictionary<int, int> { [1] = 100 };

        Assert.Equal(40, EngagementScoring.GroupSum([(1, 40), (9, 100)], weights));
        Assert.Equal(0, EngagementScoring.GroupSum([(9, 100)], weights));
        Assert.Equal(0, EngagementScoring.GroupSum([], weights));
    }

    [Fact]
    public void The_highest_group_has_exactly_100_and_the_others_follow_the_root()
    {
        var scores = EngagementScoring.OfGroups(new Dictionary<long, double> { [1] = 35.25, [2] = 35.25 / 4, [3] = 0 });

        Assert.Equal((100, 50, 0), (scores[1], scores[2], scores[3]));
        Assert.Equal(0, EngagementScoring.OfGroups(new Dictionary<long, double> { [1] = 0 })[1]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.49999, 0)]
    [InlineData(0.5, 1)]
    [InlineData(59.5, 60)]
    [InlineData(60.5, 61)]
    [InlineData(99.999, 100)]
    public void Scores_are_shown_whole_half_up(double score, int shown) => Assert.Equal(shown, EngagementScoring.Shown(score));

    private static ActivityDay Done(long person, int count, int type = ActivityType.PageViews, int daysAgo = 0) =>
        new() { PersonId = person, ActivityTypeId = type, Day = Today.DayNumber - daysAgo, Count = count };
}
