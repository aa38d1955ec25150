using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.Journeys.Designer.Outline;
using BuyingGroups.Tests.Journeys.RandomJourneys;
using static BuyingGroups.Tests.Journeys.RandomJourneys.JourneyWorld;

namespace BuyingGroups.Tests.Features.Journeys.Designer.Outline;

public sealed class OutlineRowsTests
{
    [Fact]
    public void Steps_in_a_row_are_siblings_paths_are_children_and_a_merge_stands_behind_its_split()
    {
        var document = Document(
            Start("s"), Node("s", new SplitByAccountsSettings(), [Branch("path-1", "p"), Branch("path-2", "m"), Other(null)]),
            Node("p", new SplitByPeopleSettings(), [PeopleBranch("path-1", "x")]), OfPeople("x", "e"), PeopleMerge("e", "p", "m"), Merge("m", "z"), Moment("z"));

        Assert.Equal(
            [
                "1 start", "1 s", "2 s/path-1", "3 p", "4 p/path-1", "5 x", "5 →e", "3 e", "3 →m", "2 s/path-2", "3 →m", "2 s/other ∎", "1 m", "1 z ∎",
            ],
            OutlineRows.Of(document).Select(Short));
    }

    [Fact]
    public void Paths_of_nested_splits_that_join_outside_stand_until_all_have_come()
    {
        var document = Document(
            Start("a"), Node("a", new SplitByAccountsSettings(), [Branch("path-1", "b"), Branch("path-2", "m")]),
            Node("b", new SplitByAccountsSettings(), [Branch("path-1", "m"), Branch("path-2", "n")]), Merge("m", "n"), Merge("n"));

        Assert.Equal(
            ["1 start", "1 a", "2 a/path-1", "3 b", "4 b/path-1", "5 →m", "4 b/path-2", "5 →n", "2 a/path-2", "3 →m", "1 m", "1 →n", "1 n ∎"],
            OutlineRows.Of(document).Select(Short));
    }

    [Fact]
    public void A_merge_of_paths_inside_and_outside_of_a_split_stands_behind_the_outer_one()
    {
        var document = Document(
            Start("a"), Node("a", new SplitByAccountsSettings(), [Branch("path-1", "m"), Branch("path-2", "b")]),
            Node("b", new SplitByAccountsSettings(), [Branch("path-1", "m"), Branch("path-2", "m")]), Merge("m"));

        Assert.Equal(
            ["1 start", "1 a", "2 a/path-1", "3 →m", "2 a/path-2", "3 b", "4 b/path-1", "5 →m", "4 b/path-2", "5 →m", "1 m ∎"],
            OutlineRows.Of(document).Select(Short));
    }

    [Fact]
    public void Every_step_and_path_of_any_draft_stands_there_once_and_siblings_are_counted()
    {
        var random = new Random(7);
        for (var seed = 0; seed < 120; seed++)
        {
            var document = RandomJourney.Make(seed, 5 + seed);
            if (seed % 3 == 0)
            {
                var ids = document.Nodes.Keys.ToList();
                foreach (var node in document.Nodes.Values.Where(_ => random.Next(3) == 0))
                    document = document.With(node with { Paths = [.. node.Paths.Select(path => path with { To = random.Next(4) == 0 ? new NodeId("gone") : ids[random.Next(ids.Count)] })] });
            }

            var rows = OutlineRows.Of(document);

            Assert.Equal(document.Nodes.Keys, rows.Where(row => row.Kind == OutlineKind.Step).Select(row => row.Node.Id).Order());
            Assert.Equal(rows.Count, rows.Select(row => row.Key).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(
                document.Nodes.Values.Where(node => node.Paths is not [{ Kind: PathKind.Next }]).Sum(node => node.Paths.Count), rows.Count(row => row.Kind == OutlineKind.Path));
            for (var index = 0; index < rows.Count; index++)
            {
                var next = index + 1 < rows.Count ? rows[index + 1] : null;
                Assert.Equal(rows[index].HasChildren, next?.Level > rows[index].Level);
                Assert.True(next is null || next.Level <= rows[index].Level + 1);
                if (next?.Level == rows[index].Level)
                    Assert.Equal((rows[index].Position + 1, rows[index].Siblings), (next.Position, next.Siblings));
            }
        }
        Assert.Empty(OutlineRows.Of(JourneyDocument.Empty));
    }

    private static string Short(OutlineRow row) => $"{row.Level} " + row.Kind switch
    {
        OutlineKind.Step => $"{row.Node.Id}",
        OutlineKind.Path => $"{row.Node.Id}/{row.Path!.Key}",
        _ => $"→{row.Into!.Id}",
    }
    + (row.EndsHere ? " ∎" : "");
}
