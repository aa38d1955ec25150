using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Tests.Journeys.Execution;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys;

public sealed class JourneyDifferenceTests
{
    private static readonly JourneyDocument Before = new Drawing()
        .Add("start", new AccountAudienceSettings(1, null), "split")
        .Add("split", new VariantSplitSettings(SplitSubject.Accounts), Share("a", 50, "wait"), Share("b", 50, null))
        .Add("wait", new WaitSettings(new WaitRule(new(1, WaitUnit.Days), null, null))).Document;

    [Fact]
    public void A_document_does_not_differ_from_itself() => Assert.True(JourneyDifference.Of(Before, Before).IsNone);

    [Fact]
    public void Every_aspect_of_a_node_is_told_apart()
    {
        var named = JourneyEdits.Rename(Before, new("wait"), "Rest").Demand().Document;
        Assert.Equal(NodeAspects.Name, JourneyDifference.Of(Before, named).At(new("wait"))!.Aspects);

        var longer = JourneyEdits.ChangeSettings(Before, new("wait"), new WaitSettings(new WaitRule(new(2, WaitUnit.Days), null, null))).Demand().Document;
        Assert.Equal(NodeAspects.Settings, JourneyDifference.Of(Before, longer).At(new("wait"))!.Aspects);

        var shared = JourneyEdits.ChangePercent(Before, new(new("split"), "a"), 60).Demand().Document;
        Assert.Equal(NodeAspects.Paths, JourneyDifference.Of(Before, shared).At(new("split"))!.Aspects);

        var without = JourneyDifference.Of(Before, JourneyEdits.Delete(Before, new NodeId("wait")).Demand().Document);
        Assert.Equal(NodeFate.Removed, without.At(new("wait"))!.Fate);
        Assert.Equal(NodeAspects.Course, without.At(new("split"))!.Aspects);
    }

    [Fact]
    public void What_is_added_stands_in_the_order_of_the_drawing_and_what_is_gone_at_the_end()
    {
        var moment = JourneyEdits.Insert(Before, new(new("start"), "next"), new AccountInterestingMomentSettings("Hi")).Demand();
        var after = JourneyEdits.Delete(moment.Document, new NodeId("wait")).Demand().Document;

        Assert.Equal(
            [(new NodeId("start"), NodeFate.Changed), (moment.Selected!.Value, NodeFate.Added), (new NodeId("split"), NodeFate.Changed), (new NodeId("wait"), NodeFate.Removed)],
            JourneyDifference.Of(Before, after).Nodes.Select(one => (one.Id, one.Fate)));
    }

    [Fact]
    public void Settings_are_compared_one_by_one()
    {
        var after = Before with { Settings = Before.Settings with { EndsAt = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc), DeduplicateEmail = true } };

        Assert.Equal(SettingsAspects.Schedule | SettingsAspects.Email, JourneyDifference.Of(Before, after).Settings);
    }
}
