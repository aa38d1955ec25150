using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;
using static BuyingGroups.Tests.Journeys.RandomJourneys.JourneyWorld;

namespace BuyingGroups.Tests.Journeys;

public sealed class JourneyEditsTests
{
    private static readonly AccountInterestingMomentSettings Action = new("Hello");

    /// <summary>start → split: path-1 → a → m, path-2 → b → m, path-3 → c; m → d.</summary>
    private static readonly JourneyDocument Split = Document(
        Start("s"),
        Node("s", new SplitByAccountsSettings(), [Branch("path-1", "a"), Branch("path-2", "b"), Branch("path-3", "c")]),
        Moment("a", "m"), Moment("b", "m"), Moment("c"), Merge("m", "d"), Moment("d"));

    /// <summary>start → people split: path-1 → x → y → end, path-2 → end; end → z.</summary>
    private static readonly JourneyDocument People = Document(
        Start("p"), Node("p", new SplitByPeopleSettings(), [PeopleBranch("path-1", "x"), PeopleBranch("path-2", "e")]), OfPeople("x", "y"), OfPeople("y", "e"), PeopleMerge("e", "p", "z"), Moment("z"));

    [Fact]
    public void The_first_node_is_the_start()
    {
        var edit = JourneyEdits.SetStart(JourneyDocument.Empty, new(1, null)).Demand();

        Assert.Equal("account-audience-1", edit.Document.Start?.Value);
        Assert.Equal("Insert Account audience", edit.Description.ToString());
        Assert.Equal(new AccountAudienceSettings(null, 1), JourneyEdits.SetStart(edit.Document, new(null, 1)).Demand().Document.Nodes[edit.Document.Start!.Value].Settings);
    }

    [Fact]
    public void A_node_goes_between_what_a_path_joins()
    {
        var edit = JourneyEdits.Insert(Split, At("a"), Action).Demand();

        Assert.Equal("accountInterestingMoment", edit.Document.Node(edit.Selected)!.Settings.Kind);
        Assert.Equal(Sorted("start>s s=a,b,c a>account-interesting-moment-1 b>m c account-interesting-moment-1>m m>d d"), Drawn(edit.Document));
        Assert.Equal(Split, edit.Before);
    }

    [Fact]
    public void A_split_keeps_what_followed_on_its_first_path_and_one_of_people_behind_its_merge()
    {
        var row = Document(Start("a"), Moment("a"));

        Assert.Equal(Sorted("start>split-by-accounts-1 split-by-accounts-1=a,0 a"), Drawn(JourneyEdits.Insert(row, At("start"), new SplitByAccountsSettings()).Demand().Document));
        Assert.Equal(Sorted("start>split-by-people-1 split-by-people-1=people-merge-1 people-merge-1>a a"), Drawn(JourneyEdits.Insert(row, At("start"), new SplitByPeopleSettings()).Demand().Document));
        var variant = JourneyEdits.Insert(row, At("start"), new VariantSplitSettings(SplitSubject.Accounts)).Demand().Document;
        Assert.Equal(Sorted("start>variant-split-1 variant-split-1=a,0 a"), Drawn(variant));
        Assert.Equal([50, 50], variant.Nodes[new("variant-split-1")].Paths.Select(path => path.Percent!.Value));
    }

    [Fact]
    public void Only_actions_on_people_go_into_a_split_of_people()
    {
        Assert.IsType<OnlyPeopleActionsFit>(JourneyEdits.Insert(People, At("x"), Action).Refusal);
        Assert.IsType<OnlyPeopleActionsFit>(JourneyEdits.Insert(People, At("p", "path-2"), new SplitByPeopleSettings()).Refusal);
        Assert.IsType<OnlyPeopleActionsFit>(JourneyEdits.Move(People, JourneyPiece.OfNode(People, new("z")).Demand(), At("x")).Refusal);
        Assert.Equal(Sorted("start>p p=x,person-interesting-moment-1 x>y y>e person-interesting-moment-1>e e>z z"), Drawn(JourneyEdits.Insert(People, At("p", "path-2"), new PersonInterestingMomentSettings("Hi")).Demand().Document));
    }

    [Theory]
    [InlineData("a", "start>s s=m,b,c b>m c m>d d", "a")]
    [InlineData("d", "start>s s=a,b,c a>m b>m c m", "d")]
    [InlineData("s", "start>d d", "a b c m s")]
    [InlineData("m", "start>s s=a,b,c a>d b c d", "m")]
    [InlineData("start", "", "a b c d m s start")]
    public void Deleting_joins_the_path_and_tells_what_goes_with_it(string node, string drawn, string removed)
    {
        var edit = JourneyEdits.Delete(Split, new NodeId(node)).Demand();

        Assert.Equal(Sorted(drawn), Drawn(edit.Document));
        Assert.Equal(removed, string.Join(' ', edit.Removed.Select(gone => gone.Id.Value)));
    }

    [Fact]
    public void A_split_of_people_goes_with_what_stands_in_it_and_its_merge_only_with_it()
    {
        Assert.Equal(Sorted("start>z z"), Drawn(JourneyEdits.Delete(People, new NodeId("p")).Demand().Document));
        Assert.IsType<GoesWithItsSplit>(JourneyEdits.Delete(People, new NodeId("e")).Refusal);
        Assert.Equal(Sorted("start>z z"), Drawn(JourneyEdits.Delete(People, [new("p"), new("e"), new("y")]).Demand().Document));
        Assert.Equal(Sorted("start>p p=y,e y>e e>z z"), Drawn(JourneyEdits.Delete(People, new NodeId("x")).Demand().Document));
    }

    [Theory]
    [InlineData("a", "start", null, "start>a a>s s=m,b,c b>m c m>d d")]
    [InlineData("a", "c", null, "start>s s=m,b,c b>m c>a a m>d d")]
    [InlineData("s", "d", null, "start>d d>s s=a,b,c a>m b>m c m")]
    [InlineData("d", "a", null, "start>s s=a,b,c a>d d>m b>m c m")]
    public void A_node_moves_with_what_closes_it(string node, string to, string? key, string drawn) =>
        Assert.Equal(Sorted(drawn), Drawn(JourneyEdits.Move(Split, JourneyPiece.OfNode(Split, new(node)).Demand(), At(to, key)).Demand().Document));

    [Fact]
    public void A_branch_moves_with_all_that_hangs_on_it()
    {
        var row = Document(Start("s"), Node("s", new SplitByAccountsSettings(), [Branch("path-1", "a"), Branch("path-2", null)]), Moment("a", "b"), Moment("b"));

        Assert.Equal(Sorted("start>s s=0,a a>b b"), Drawn(JourneyEdits.Move(row, JourneyPiece.OfBranch(row, new("a")).Demand(), At("s", "path-2")).Demand().Document));
        Assert.IsType<IntoItself>(JourneyEdits.Move(row, JourneyPiece.OfBranch(row, new("a")).Demand(), At("b")).Refusal);
        Assert.IsType<StartStays>(JourneyPiece.OfBranch(row, new("start")).Refusal);
        Assert.IsType<MergeStays>(JourneyPiece.OfNode(Split, new("m")).Refusal);
        Assert.IsType<GoesWithItsSplit>(JourneyPiece.OfNode(People, new("e")).Refusal);
    }

    [Fact]
    public void Copies_go_into_other_journeys_with_new_ids()
    {
        var fragment = JourneyFragment.Read(JourneyEdits.Copy(People, JourneyPiece.OfNode(People, new("p")).Demand()).Demand().Write()).Demand();
        var pasted = JourneyEdits.Paste(Split, At("c"), fragment).Demand();

        Assert.Equal(5 - 1, pasted.Added.Count);
        Assert.Equal(new PeopleMergeSettings(new("split-by-people-1")), pasted.Document.Nodes[new("people-merge-1")].Settings);
        Assert.Equal(Split, JourneyEdits.Cut(pasted.Document, JourneyPiece.OfNode(pasted.Document, pasted.Selected!.Value).Demand()).Demand().Document);
        var selection = JourneyEdits.Copy(People, JourneyPiece.OfSelection(People, [new("x"), new("y")]).Demand()).Demand();
        Assert.Equal(Sorted("start>p p=x,e x>y y>e e>z z>person-interesting-moment-1 person-interesting-moment-1>person-interesting-moment-2 person-interesting-moment-2"), Drawn(JourneyEdits.Paste(People, At("z"), selection).Demand().Document));
        Assert.IsType<NotOnePiece>(JourneyPiece.OfSelection(Split, [new("a"), new("c")]).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("""{"schema":1,"nodes":[]}""")]
    [InlineData("""{"schema":1,"fragment":"a","nodes":[],"open":[]}""")]
    [InlineData("""{"schema":1,"fragment":"a","nodes":[{"id":"a","kind":"merge","paths":[{"key":"next","kind":"next","to":"a"}]}]}""")]
    [InlineData("""{"schema":1,"fragment":"a","nodes":[{"id":"a","kind":"webhook","settings":{"url":"x"},"paths":[{"key":"next","kind":"next","to":"b"}]}]}""")]
    [InlineData("""{"schema":1,"fragment":"a","nodes":[{"id":"a","kind":"splitByPeople"}]}""")]
    [InlineData("""{"schema":1,"fragment":"a","nodes":[{"id":"a","kind":"accountAudience","settings":{}}]}""")]
    [InlineData("""{"schema":1,"fragment":"a","nodes":[{"id":"a","kind":"webhook","settings":{"url":"x"},"paths":[{"key":"next","kind":"next"}]}],"open":[["b","next"]]}""")]
    public void What_was_not_copied_here_is_not_pasted(string text) => Assert.IsType<NothingToPaste>(JourneyFragment.Read(text).Refusal);

    [Fact]
    public void Duplicates_stand_behind_the_original_and_paths_beside_it()
    {
        Assert.Equal(Sorted("start>s s=a,b,c a>account-interesting-moment-1 account-interesting-moment-1>m b>m c m>d d"), Drawn(JourneyEdits.Duplicate(Split, JourneyPiece.OfNode(Split, new("a")).Demand()).Demand().Document));
        var copied = JourneyEdits.DuplicatePath(Split, At("s", "path-1")).Demand().Document;
        Assert.Equal(Sorted("start>s s=a,b,c,account-interesting-moment-1 a>m b>m c account-interesting-moment-1>m m>d d"), Drawn(copied));
        Assert.Equal(Split.Nodes[new("s")].Paths[0].Condition, copied.Nodes[new("s")].Paths[3].Condition);
    }

    [Fact]
    public void Paths_are_added_before_others_put_in_order_and_removed_with_what_only_they_lead_to()
    {
        var with = JourneyEdits.AddPath(Split, new("s"), PathKind.Other).Demand().Document;
        var more = JourneyEdits.AddPath(with, new("s")).Demand().Document;

        Assert.Equal(["path-1", "path-2", "path-3", "path-4", "other"], more.Nodes[new("s")].Paths.Select(path => path.Key));
        Assert.Equal(["path-3", "path-1", "path-2", "path-4", "other"], JourneyEdits.ReorderPath(more, At("s", "path-3"), 0).Demand().Document.Nodes[new("s")].Paths.Select(path => path.Key));
        Assert.IsType<PathDoesNotFit>(JourneyEdits.AddPath(more, new("s"), PathKind.Other).Refusal);
        Assert.IsType<PathDoesNotFit>(JourneyEdits.ReorderPath(more, At("s", "other"), 0).Refusal);
        Assert.Equal(Sorted("start>s s=a,b a>m b>m m>d d"), Drawn(JourneyEdits.RemovePath(Split, At("s", "path-3")).Demand().Document));
        Assert.Equal(Sorted("start>s s=b,c b>m c m>d d"), Drawn(JourneyEdits.RemovePath(Split, At("s", "path-1")).Demand().Document));
    }

    [Fact]
    public void Percentages_are_distributed_evenly()
    {
        var document = Document(Start("v"), Node("v", new VariantSplitSettings(SplitSubject.Accounts), [Share("path-1", 10, null), Share("path-2", 90, null)]));
        var three = JourneyEdits.AddPath(document, new("v")).Demand().Document;

        Assert.Equal([33, 33, 34], three.Nodes[new("v")].Paths.Select(path => path.Percent!.Value));
        Assert.Equal([50, 50], JourneyEdits.RemovePath(three, At("v", "path-2")).Demand().Document.Nodes[new("v")].Paths.Select(path => path.Percent!.Value));
        Assert.IsType<PathCountFixed>(JourneyEdits.RemovePath(document, At("v", "path-2")).Refusal);
        Assert.Equal(100, Surgery7().Sum());

        IEnumerable<int> Surgery7()
        {
            var at = document;
            for (var number = 3; number <= 7; number++)
                at = JourneyEdits.AddPath(at, new("v")).Demand().Document;
            return at.Nodes[new("v")].Paths.Select(path => path.Percent!.Value);
        }
    }

    [Fact]
    public void Paths_are_joined_and_taken_apart()
    {
        var joined = JourneyEdits.Join(Split, [At("c"), At("d")]).Demand().Document;

        Assert.IsType<WouldGoRound>(JourneyEdits.Join(Split, [At("c"), At("m"), At("d")]).Refusal);
        Assert.Equal(Sorted("start>s s=a,b,c a>m b>m c>merge-1 m>d d>merge-1 merge-1"), Drawn(joined));
        Assert.Equal(Sorted("start>s s=a,b,c a>m b>m c>merge-1 m>merge-1 merge-1>d d"), Drawn(JourneyEdits.Join(Split, [At("c"), At("m")]).Demand().Document));
        Assert.Equal(Sorted("start>s s=a,b,c a>m b>m c>m m>d d"), Drawn(JourneyEdits.Join(Split, [At("c"), At("a")]).Demand().Document));
        Assert.IsType<PathsLeadElsewhere>(JourneyEdits.Join(Split, [At("s", "path-1"), At("s", "path-2")]).Refusal);
        Assert.IsType<TwoPathsToJoin>(JourneyEdits.Join(Split, [At("c"), At("c")]).Refusal);
        Assert.IsType<WouldGoRound>(JourneyEdits.JoinTo(Split, [At("d")], new("m")).Refusal);
        Assert.IsType<OnlyPeopleActionsFit>(JourneyEdits.Join(People, [At("y"), At("z")]).Refusal);

        var apart = JourneyEdits.Unjoin(Split, At("b")).Demand().Document;
        Assert.Equal(Sorted("start>s s=a,b,c a>m b c m>d d"), Drawn(apart));
        Assert.IsType<LastPathOfMerge>(JourneyEdits.Unjoin(apart, At("a")).Refusal);
        Assert.Equal(Split, JourneyEdits.JoinTo(apart, [At("b")], new("m")).Demand().Document);
    }

    [Fact]
    public void Several_paths_are_joined_at_once_as_one_step()
    {
        var apart = JourneyEdits.Unjoin(Split, At("b")).Demand().Document;

        var made = JourneyEdits.Join(apart, [At("b"), At("c"), At("d")]).Demand();
        var joined = JourneyEdits.JoinTo(apart, [At("b"), At("c")], new("m")).Demand();

        Assert.Equal(Sorted("start>s s=a,b,c a>m b>merge-1 c>merge-1 m>d d>merge-1 merge-1"), Drawn(made.Document));
        Assert.Equal("Join 3 paths", made.Description.ToString());
        Assert.Equal(Sorted("start>s s=a,b,c a>m b>m c>m m>d d"), Drawn(joined.Document));
        Assert.Equal("Join 2 paths to Merge paths", joined.Description.ToString());
        Assert.IsType<WouldGoRound>(JourneyEdits.JoinTo(apart, [At("b"), At("d")], new("m")).Refusal);
        Assert.IsType<PathsLeadElsewhere>(JourneyEdits.JoinTo(apart, [At("c"), At("a")], new("m")).Refusal);
    }

    [Fact]
    public void Settings_change_within_their_kind()
    {
        Assert.IsType<SettingsOfAnotherKind>(JourneyEdits.ChangeSettings(Split, new("a"), new MergeSettings()).Refusal);
        var variant = Document(Start("v"), Node("v", new VariantSplitSettings(SplitSubject.Accounts), [Share("path-1", 50, null), Share("path-2", 50, null)]));
        var people = JourneyEdits.ChangeSettings(variant, new("v"), new VariantSplitSettings(SplitSubject.People)).Demand().Document;
        Assert.Equal(Sorted("start>v v=people-merge-1,people-merge-1 people-merge-1"), Drawn(people));
        Assert.Equal(variant, JourneyEdits.ChangeSettings(people, new("v"), new VariantSplitSettings(SplitSubject.Accounts)).Demand().Document);
        Assert.Equal(new TooLong("Name", 100), JourneyEdits.Rename(Split, new("a"), new string('x', 101)).Refusal);
        Assert.IsType<PathDoesNotFit>(JourneyEdits.ChangeCondition(Split, At("a"), Condition.Everything).Refusal);
    }

    [Fact]
    public void History_tells_its_steps_and_keeps_so_many()
    {
        var history = new JourneyHistory(Split);
        Assert.Null(history.Undo());
        Assert.True(history.Apply(JourneyEdits.Rename(history.Current, new("a"), "Greeting").Demand()));
        Assert.False(history.Apply(JourneyEdits.Rename(Split, new("a"), "Late").Demand()));
        Assert.Equal("Rename Interesting moment of the account to Greeting", history.Undoable?.ToString());
        history.Undo();
        Assert.Equal((null, "Rename Interesting moment of the account to Greeting", Split), (history.Undoable?.ToString(), history.Redoable?.ToString(), history.Current));

        for (var number = 0; number < JourneyLimits.HistorySteps + 5; number++)
            history.Apply(JourneyEdits.Rename(history.Current, new("a"), $"Name {number}").Demand());
        Assert.Equal(JourneyLimits.HistorySteps, history.Steps.Count());
        Assert.Null(history.Redoable);
    }

    private static PathPlace At(string node, string? key = null) => new(new(node), key ?? "next");

    /// <summary>The drawing in words, see JourneyValidationTests; words in alphabetical order.</summary>
    private static string Drawn(JourneyDocument document) => Sorted(string.Join(' ', JourneyGraph.Of(document).Order.Select(node =>
        node.Paths is [{ Kind: PathKind.Next, To: var to }] ? to is null ? node.Id.Value : $"{node.Id}>{to}" : $"{node.Id}={string.Join(',', node.Paths.Select(path => path.To?.Value ?? "0"))}")));

    private static string Sorted(string drawn) => string.Join(' ', drawn.Split(' ').Order(StringComparer.Ordinal));
}
