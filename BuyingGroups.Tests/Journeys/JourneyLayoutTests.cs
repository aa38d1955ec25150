using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Tests.Journeys.RandomJourneys;
using static BuyingGroups.Tests.Journeys.RandomJourneys.JourneyWorld;

namespace BuyingGroups.Tests.Journeys;

public sealed class JourneyLayoutTests
{
    [Fact]
    public void A_row_runs_straight_down()
    {
        var layout = JourneyLayout.Of(Document(Start("a"), Moment("a", "b"), Moment("b")));

        Assert.Single(layout.Nodes.Values.Select(box => box.Center).Distinct());
        Assert.True(layout.Nodes[new("start")].Bottom < layout.Nodes[new("a")].Y && layout.Nodes[new("a")].Bottom < layout.Nodes[new("b")].Y);
        Assert.NotNull(layout.Paths.Single(line => line.Place.Node.Value == "b").End);
        InOrder(Document(Start("a"), Moment("a", "b"), Moment("b")), layout);
    }

    [Fact]
    public void Paths_stand_in_their_order_and_a_merge_under_the_middle_of_what_it_joins()
    {
        var document = Document(
            Start("s"), Node("s", new SplitByAccountsSettings(), [Branch("path-1", "z"), Branch("path-2", "y"), Branch("path-3", "x")]), Moment("z", "m"), Moment("y", "m"), Moment("x"), Merge("m"));
        var layout = JourneyLayout.Of(document);
        LayoutBox At(string id) => layout.Nodes[new(id)];

        Assert.True(At("z").Right < At("y").X && At("y").Right < At("x").X);
        Assert.Equal((At("z").Center + At("y").Center) / 2, At("m").Center);
        Assert.Equal((At("z").Center + At("x").Center) / 2, At("s").Center);
        Assert.True(At("m").Y > At("z").Bottom);
        InOrder(document, layout);
    }

    [Fact]
    public void Random_journeys_are_laid_out_without_overlaps()
    {
        for (var seed = 0; seed < 80; seed++)
        {
            var document = RandomJourney.Make(seed, 5 + seed);
            var layout = JourneyLayout.Of(document);
            InOrder(document, layout);
            NothingIsCrossed(document, layout);
            Assert.Equal(layout.Nodes.OrderBy(entry => entry.Key), JourneyLayout.Of(JourneyJson.Read(JourneyJson.Write(document)).Document!).Nodes.OrderBy(entry => entry.Key));
        }
    }

    [Fact]
    public void So_is_every_document_on_the_way_of_random_edits()
    {
        for (var seed = 100; seed < 115; seed++)
        {
            var (document, edits) = (RandomJourney.Make(seed, 20), new RandomEdits(seed));
            for (var step = 0; step < 60; step++)
            {
                if (edits.Try(document) is not { Succeeded: true, Value: { } edit } || edit.Document.Nodes.Count > 150)
                    continue;
                document = edit.Document;
                InOrder(document, JourneyLayout.Of(document));
            }
        }
    }

    [Fact]
    public void Broken_drafts_are_laid_out_too()
    {
        var random = new Random(4);
        for (var seed = 0; seed < 300; seed++)
        {
            var document = RandomJourney.Make(seed, 12);
            var ids = document.Nodes.Keys.ToList();
            foreach (var node in document.Nodes.Values.Where(_ => random.Next(3) == 0))
                document = document.With(node with { Paths = [.. node.Paths.Select(path => path with { To = random.Next(4) == 0 ? new NodeId("gone") : ids[random.Next(ids.Count)] })] });
            if (random.Next(5) == 0)
                document = document with { Start = null };
            NoOverlaps(document, JourneyLayout.Of(document));
        }
        Assert.Empty(JourneyLayout.Of(JourneyDocument.Empty).Nodes);
    }

    [Fact]
    public void A_thousand_nodes_and_25_by_25_paths_are_laid_out_in_order()
    {
        foreach (var document in new[] { RandomJourney.Nested(25, 25), RandomJourney.Row(JourneyLimits.Nodes), RandomJourney.Make(3, 1000) })
        {
            Assert.Equal(document.Nodes.Count, JourneyLayout.Of(document).Nodes.Count);
            InOrder(document, JourneyLayout.Of(document));
        }
    }

    [Fact]
    public void A_box_stands_around_what_lies_in_a_split_of_people_and_nothing_else()
    {
        var document = Document(
            Start("p"), Node("p", new SplitByPeopleSettings(), [PeopleBranch("path-1", "x"), PeopleBranch("path-2", "e")]), OfPeople("x", "y"), OfPeople("y", "e"), PeopleMerge("e", "p", "z"), Moment("z"));
        var layout = JourneyLayout.Of(document);

        Assert.Equal(["e", "p", "x", "y"], layout.Nodes.Where(entry => entry.Value.Overlaps(layout.Regions[new("p")])).Select(entry => entry.Key.Value).Order(StringComparer.Ordinal));
    }

    private static void InOrder(JourneyDocument document, JourneyLayout layout)
    {
        NoOverlaps(document, layout);
        foreach (var node in document.Nodes.Values)
        {
            var lines = layout.Paths.Where(line => line.Place.Node == node.Id).ToList();
            Assert.Equal(node.Paths.Select(path => path.Key), lines.Select(line => line.Place.PathKey));
            Assert.Equal(lines.Select(line => line.Plus.X).Order(), lines.Select(line => line.Plus.X));
            Assert.Equal(lines.Count, lines.Select(line => line.Plus.X).Distinct().Count());
            foreach (var to in node.Paths.Select(path => path.To).OfType<NodeId>())
                Assert.True(layout.Nodes[to].Y > layout.Nodes[node.Id].Bottom, $"{to} does not stand under {node.Id}.");
        }
        foreach (var (split, region) in layout.Regions)
        {
            var inside = layout.Nodes.Where(entry => entry.Value.Overlaps(region)).Select(entry => document.Nodes[entry.Key]).ToList();
            Assert.All(inside, node => Assert.True(node.Id == split || node.Settings is PeopleActionSettings || node.Settings is PeopleMergeSettings { Split: var closed } && closed == split, $"{node.Id} lies in the box of {split}."));
        }
    }

    internal static void NoOverlaps(JourneyDocument document, JourneyLayout layout)
    {
        Assert.Equal(document.Nodes.Keys, layout.Nodes.Keys.Order());
        Assert.Equal(document.Nodes.Values.Sum(node => node.Paths.Count), layout.Paths.Count);
        List<LayoutBox> boxes =
        [
            .. layout.Nodes.Values,
            .. layout.Paths.Where(line => line.End is not null).Select(line => new LayoutBox(line.End!.Value.X - 50, line.End.Value.Y - 14, 100, 28)),
            .. layout.Paths.Where(line => line.Label is not null).Select(line => new LayoutBox(line.Label!.Value.X - 75, line.Label.Value.Y - 12, 150, 24)),
            .. layout.Paths.Select(line => new LayoutBox(line.Plus.X - 11, line.Plus.Y - 11, 22, 22)),
        ];
        foreach (var box in boxes)
            Assert.True(box.X >= 0 && box.Y >= 0 && box.Right <= layout.Width && box.Bottom <= layout.Height, $"{box} lies outside.");
        // By rows, so that thousands need not all be compared with each other.
        boxes.Sort((left, right) => left.Y.CompareTo(right.Y));
        for (var one = 0; one < boxes.Count; one++)
        {
            for (var other = one + 1; other < boxes.Count && boxes[other].Y < boxes[one].Bottom; other++)
                Assert.False(boxes[one].Overlaps(boxes[other]), $"{boxes[one]} overlaps {boxes[other]}.");
        }
        foreach (var line in layout.Paths)
        {
            foreach (var (from, to) in line.Points.Zip(line.Points.Skip(1)))
                Assert.True(from.X == to.X || from.Y == to.Y, $"{line.Place} runs askew.");
        }
    }

    /// <summary>Lines run beside nodes, not through them.</summary>
    private static void NothingIsCrossed(JourneyDocument document, JourneyLayout layout)
    {
        foreach (var line in layout.Paths)
        {
            foreach (var (from, to) in line.Points.Zip(line.Points.Skip(1)))
            {
                var part = new LayoutBox(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(from.X - to.X), Math.Abs(from.Y - to.Y));
                foreach (var (id, box) in layout.Nodes.Where(entry => entry.Key != line.Place.Node && entry.Key != document.Node(line.Place.Node)!.Paths.First(path => path.Key == line.Place.PathKey).To))
                    Assert.False(part.X < box.Right && box.X < part.Right + 0.01 && part.Y < box.Bottom && box.Y < part.Bottom + 0.01 && part.Right > box.X - 0.01, $"{line.Place} runs through {id}.");
            }
        }
    }
}
