using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using static BuyingGroups.Tests.Journeys.RandomJourneys.JourneyWorld;

namespace BuyingGroups.Tests.Journeys;

/// <summary>Moving along the order of a drawing, as the keyboard does.</summary>
public sealed class JourneyEditsOrderTests
{
    private static readonly JourneyDocument Row = Document(Start("a"), Moment("a", "b"), Moment("b", "c"), Moment("c"));

    private static readonly JourneyDocument Split = Document(
        Start("a"), Moment("a", "s"), Node("s", new SplitByAccountsSettings(), [Branch("one", "x"), Branch("two", "y")]), Moment("x", "m"), Moment("y", "m"), Merge("m", "z"), Moment("z"));

    private static readonly JourneyDocument People = Document(
        Start("a"), Moment("a", "p"), Node("p", new SplitByPeopleSettings(), [PeopleBranch("one", "q"), PeopleBranch("two", "e")]), OfPeople("q", "r"), OfPeople("r", "e"), PeopleMerge("e", "p", "z"), Moment("z"));

    [Fact]
    public void A_node_moves_past_its_neighbours_and_back()
    {
        var moved = JourneyEdits.MoveDown(Row, new("a")).Demand().Document;

        Assert.Equal("start b a c", Order(moved));
        Assert.Equal(Row, JourneyEdits.MoveUp(moved, new("a")).Demand().Document);
    }

    [Fact]
    public void A_node_moves_past_a_whole_split_where_its_paths_join()
    {
        var below = JourneyEdits.MoveDown(Split, new("a")).Demand().Document;

        Assert.Equal("start s x y m a z", Order(below));
        Assert.Equal("start p q r e z a", Order(JourneyEdits.MoveDown(JourneyEdits.MoveDown(People, new("a")).Demand().Document, new("a")).Demand().Document));
        Assert.Equal("start z a p q r e", Order(JourneyEdits.MoveUp(JourneyEdits.MoveUp(People, new("z")).Demand().Document, new("z")).Demand().Document));
    }

    [Fact]
    public void Nothing_moves_past_the_ends_of_its_way_or_out_of_a_split_of_people()
    {
        Assert.IsType<NothingFurther>(JourneyEdits.MoveUp(Row, new("a")).Refusal);
        Assert.IsType<NothingFurther>(JourneyEdits.MoveDown(Row, new("c")).Refusal);
        Assert.IsType<NothingFurther>(JourneyEdits.MoveUp(People, new("q")).Refusal);
        Assert.IsType<NothingFurther>(JourneyEdits.MoveDown(People, new("r")).Refusal);
        Assert.IsType<StartStays>(JourneyEdits.MoveDown(Row, new("start")).Refusal);
    }

    [Fact]
    public void What_comes_after_a_closed_split_stands_behind_where_it_closes()
    {
        Assert.Equal(new PathPlace(new("m"), "next"), JourneyEdits.PlaceAfter(Split, new("s")));
        Assert.Equal(new PathPlace(new("e"), "next"), JourneyEdits.PlaceAfter(People, new("p")));
        Assert.Equal(new PathPlace(new("a"), "next"), JourneyEdits.PlaceAfter(Row, new("a")));
        Assert.Null(JourneyEdits.PlaceAfter(Row, new("nobody")));
        Assert.Equal(["p", "q", "r"], JourneyEdits.ForPeople(People).Select(id => id.Value).Order());
    }

    private static string Order(JourneyDocument document) => string.Join(' ', JourneyGraph.Of(document).Order.Select(node => node.Id));
}
