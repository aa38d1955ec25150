using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Tests.Domain.Engagement;

public sealed class WeightingModelRulesTests
{
    private static readonly Dictionary<int, string> Types = new() { [1] = "Attend Event" };

    [Fact]
    public void A_type_on_a_band_weighs_what_the_band_does()
    {
        var model = Model();
        model.Bands[0].Value = 55;
        model.Weights.Add(new ActivityWeight { ActivityTypeId = 2, Weight = 30 });
        model.Weights.Add(new ActivityWeight { ActivityTypeId = 3, Weight = 30, BandNumber = 9 });

        Assert.Equal(new Dictionary<int, int> { [1] = 55, [2] = 30, [3] = 30 }, model.WeightByType());
    }

    [Fact]
    public void A_good_draft_has_no_problems_and_can_become_active() => Assert.Equal((0, null), (WeightingModelRules.Problems(Model(), Types).Count, WeightingModelRules.ToActivate(Model())));

    [Fact]
    public void Every_fault_of_a_draft_is_named()
    {
        var model = Model();
        model.Name = " ";
        model.Bands.Add(new WeightingBand { Number = 2, Name = "normal", Value = 101 });
        model.Weights[0].Weight = -1;

        Assert.Equal(
            [typeof(Required), typeof(WeightOutOfRange), typeof(BandTwice), typeof(WeightOutOfRange)], WeightingModelRules.Problems(model, Types).Select(problem => problem.GetType()));
    }

    [Fact]
    public void A_model_takes_ten_bands()
    {
        var model = Model();
        for (var number = 2; number <= 11; number++)
            model.Bands.Add(new WeightingBand { Number = number, Name = $"Band {number}", Value = number });

        Assert.Equal(new TooManyBands(10), Assert.Single(WeightingModelRules.Problems(model, Types)));
    }

    [Fact]
    public void A_model_in_which_nothing_weighs_does_not_become_active()
    {
        var model = Model();
        model.Bands[0].Value = 0;

        Assert.Equal(new NothingWeighs("Mine"), WeightingModelRules.ToActivate(model));
    }

    [Theory]
    [InlineData(WeightingStatus.Active)]
    [InlineData(WeightingStatus.Archived)]
    public void Only_a_draft_becomes_active(WeightingStatus status)
    {
        var model = Model();
        model.Status = status;

        Assert.Equal(new WeightingModelFixed("Mine"), WeightingModelRules.ToActivate(model));
    }

    private static WeightingModel Model()
    {
        var model = new WeightingModel { Name = "Mine" };
        model.Bands.Add(new WeightingBand { Number = 1, Name = "Normal", Value = 60 });
        model.Weights.Add(new ActivityWeight { ActivityTypeId = 1, Weight = 10, BandNumber = 1 });
        return model;
    }
}
