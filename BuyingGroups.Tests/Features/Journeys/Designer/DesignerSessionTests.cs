using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.Journeys.Designer;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using static BuyingGroups.Tests.Journeys.RandomJourneys.JourneyWorld;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

public sealed class DesignerSessionTests : ComponentTest
{
    private static readonly NodeId A = new("a"), B = new("b");
    private static readonly JourneyDocument Row = Document(Start("a"), Moment("a", "b"), Moment("b"));

    private readonly List<JourneyEdit> edits = [];
    private int changes;

    [Fact]
    public void An_edit_lays_out_checks_selects_says_and_can_be_undone_and_done_again()
    {
        var session = Session();

        var edit = session.Do(document => JourneyEdits.Insert(document, new(A, "next"), new AccountInterestingMomentSettings(""))).Demand();

        Assert.True(session.Layout.Nodes.ContainsKey(edit.Selected!.Value));
        Assert.Contains(session.Problems, problem => problem.Node == edit.Selected);
        Assert.Equal((edit.Selected, "Insert Interesting moment of the account"), (session.Primary, session.Announcement));
        Assert.Equal(["Insert Interesting moment of the account"], session.Steps.Select(session.Say));
        Assert.True(session.Undo());
        Assert.Equal((Row, "Undone: Insert Interesting moment of the account"), (session.Document, session.Announcement));
        Assert.Equal("Insert Interesting moment of the account", session.Say(session.Redoable!));
        Assert.True(session.Redo());
        Assert.Equal(edit.Document, session.Document);
        // Whoever saves hears each of the three, as what it was before and is after.
        Assert.Equal([(Row, edit.Document), (edit.Document, Row), (Row, edit.Document)], edits.Select(each => (each.Before, each.Document)));
    }

    [Fact]
    public void Several_steps_are_undone_at_once_and_no_more_than_there_are()
    {
        var session = Session();
        session.Do(document => JourneyEdits.Rename(document, A, "First"));
        session.Do(document => JourneyEdits.Rename(document, B, "Second"));
        session.Do(document => JourneyEdits.Rename(document, B, "Third"));

        Assert.True(session.Undo(2));
        Assert.Equal(("First", null), (session.Document.Nodes[A].Name, session.Document.Nodes[B].Name));
        Assert.True(session.Redo(9));
        Assert.Equal("Third", session.Document.Nodes[B].Name);
        Assert.False(session.Redo());
    }

    [Fact]
    public void A_refused_edit_changes_nothing_and_says_why()
    {
        var session = Session();

        var outcome = session.Do(document => JourneyEdits.Delete(document, new NodeId("gone")));

        Assert.IsType<NodeGone>(outcome.Refusal);
        Assert.Same(Row, session.Document);
        Assert.Equal(outcome.Refusals, session.Refused);
        Assert.StartsWith("The node “gone” is not there any more.", session.Announcement, StringComparison.Ordinal);
        Assert.Empty(edits);
        session.Do(document => JourneyEdits.Rename(document, A, "First"));
        Assert.Null(session.Refused);
    }

    [Fact]
    public void Who_may_only_look_changes_nothing()
    {
        var session = Session(readOnly: true);

        Assert.IsType<DraftIsReadOnly>(session.Do(document => JourneyEdits.Delete(document, A)).Refusal);
        Assert.False(session.Undo());
        Assert.Same(Row, session.Document);
        session.Select(A);
        Assert.Equal(A, session.Primary);
    }

    [Fact]
    public void Nodes_are_selected_alone_added_toggled_and_forgotten_once_they_are_gone()
    {
        var session = Session();
        session.Select(A);
        session.Select(B, SelectionMode.Add);
        Assert.Equal([A, B], session.Selected.Order());
        Assert.Equal(B, session.Primary);
        session.Select(B, SelectionMode.Toggle);
        Assert.Equal(A, session.Primary);
        session.SelectPath(new(B, "next"));
        Assert.Equal((B, new PathPlace(B, "next")), (session.Primary!.Value, session.SelectedPath!.Value));

        session.Do(document => JourneyEdits.Delete(document, B));

        Assert.DoesNotContain(B, session.Selected);
        Assert.Null(session.SelectedPath);
        session.SelectAll([A, new("nobody")]);
        Assert.Equal([A], session.Selected);
        session.Select(null);
        Assert.Empty(session.Selected);
        Assert.True(changes > 0);
    }

    [Fact]
    public void The_document_of_somebody_else_takes_the_place_of_ours()
    {
        var session = Session();
        session.Do(document => JourneyEdits.Rename(document, A, "First"));
        session.Select(B);

        session.ReplaceWith(Document(Start("a"), Moment("a")), 7);

        Assert.Equal((7, 2), (session.Version, session.Layout.Nodes.Count));
        Assert.Null(session.Undoable);
        Assert.Null(session.Primary);
    }

    private DesignerSession Session(bool readOnly = false)
    {
        var journey = new Journey { Id = 9, Name = "This one", Draft = "" };
        var session = new DesignerSession(journey, Row, Catalog, readOnly, Services.GetRequiredService<IStringLocalizer<Text>>());
        session.Edited += edits.Add;
        session.Changed += () => changes++;
        return session;
    }
}
