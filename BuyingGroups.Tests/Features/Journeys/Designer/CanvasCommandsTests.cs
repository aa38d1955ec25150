using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.Journeys.Designer;
using BuyingGroups.Portal.Features.Journeys.Designer.Canvas;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Radzen;
using static BuyingGroups.Tests.Journeys.RandomJourneys.JourneyWorld;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

/// <summary>What the script may ask for, right or wrong: it comes from a browser.</summary>
public sealed class CanvasCommandsTests : ComponentTest
{
    private static readonly JourneyDocument Split = Document(
        Start("s"), Node("s", new SplitByAccountsSettings(), [Branch("one", "x"), Branch("two", "y"), Other(null)]), Moment("x", "z"), Moment("z"), Moment("y"));

    [Fact]
    public async Task Every_verb_is_one_step_to_undo()
    {
        (string Verb, CanvasCommand Command)[] commands =
        [
            ("insert", new() { Text = "wait", Places = [new("x", "next")] }),
            ("move", new() { Nodes = ["z"], Places = [new("y", "next")], How = "branch" }),
            ("copyTo", new() { Nodes = ["x"], Places = [new("y", "next")], How = "node" }),
            ("duplicate", new() { Nodes = ["x"] }),
            ("cut", new() { Nodes = ["x"] }),
            ("moveUp", new() { Nodes = ["z"] }),
            ("moveDown", new() { Nodes = ["x"] }),
            ("rename", new() { Nodes = ["x"], Text = "Hello" }),
            ("addPath", new() { Nodes = ["s"] }),
            ("join", new() { Places = [new("z", "next"), new("y", "next")] }),
            ("reorder", new() { Places = [new("s", "two")], Count = 0 }),
            ("renamePath", new() { Places = [new("s", "two")], Text = "Small" }),
            ("duplicatePath", new() { Places = [new("s", "two")] }),
            ("delete", new() { Nodes = ["z"] }),
        ];
        foreach (var (verb, command) in commands)
        {
            var (session, canvas) = Open();

            var answer = await canvas.DoAsync(command with { Verb = verb });

            Assert.True(answer.Done, $"{verb}: {answer.Said}");
            Assert.NotEqual(Split, session.Document);
            Assert.Single(session.Steps);
            Assert.True((await canvas.DoAsync(new() { Verb = "undo", Count = 1 })).Done);
            Assert.Equal(Split, session.Document);
            Assert.True((await canvas.DoAsync(new() { Verb = "redo", Count = 1 })).Done, verb);
        }
    }

    [Fact]
    public async Task Paths_are_joined_to_a_merge_and_taken_off_it()
    {
        var (session, canvas) = Open();
        var merge = (await canvas.DoAsync(new() { Verb = "join", Places = [new("z", "next"), new("y", "next")] })).Focus!;

        Assert.True((await canvas.DoAsync(new() { Verb = "joinTo", Nodes = [merge], Places = [new("s", "other")] })).Done);
        Assert.Equal(3, JourneyGraph.Of(session.Document).Into(new(merge)).Count);
        Assert.True((await canvas.DoAsync(new() { Verb = "unjoin", Places = [new("y", "next")] })).Done);
        Assert.Equal(2, JourneyGraph.Of(session.Document).Into(new(merge)).Count);
    }

    [Fact]
    public async Task What_is_copied_here_is_pasted_into_another_journey()
    {
        var (_, here) = Open();
        var copied = (await here.DoAsync(new() { Verb = "copy", Nodes = ["x", "z"] })).Copied!;
        var (other, there) = Open(Document(Start()));

        var pasted = await there.DoAsync(new() { Verb = "paste", Text = copied, Nodes = ["start"] });

        Assert.True(pasted.Done, pasted.Said);
        Assert.Equal("start account-interesting-moment-1 account-interesting-moment-2", string.Join(' ', JourneyGraph.Of(other.Document).Order.Select(node => node.Id)));
    }

    [Fact]
    public async Task Nonsense_is_refused_with_a_reason_and_changes_nothing()
    {
        CanvasCommand[] commands =
        [
            new() { Verb = "explode" },
            new() { Verb = "insert", Text = "noSuchKind", Places = [new("x", "next")] },
            new() { Verb = "insert", Text = "peopleMerge", Places = [new("x", "next")] },
            new() { Verb = "insert", Text = "accountAudience", Places = [new("x", "next")] },
            new() { Verb = "insert", Text = "wait" },
            new() { Verb = "insert", Text = "wait", Places = [new("x", "nowhere")] },
            new() { Verb = "move", Nodes = ["s"], Places = [new("x", "next")], How = "branch" },
            new() { Verb = "move" },
            new() { Verb = "copy" },
            new() { Verb = "cut", Nodes = ["start"] },
            new() { Verb = "paste", Text = "{}", Nodes = ["x"] },
            new() { Verb = "delete", Nodes = ["gone"] },
            new() { Verb = "removePath", Places = [new("x", "next")] },
            new() { Verb = "join", Places = [new("x", "next")] },
            new() { Verb = "reorder", Places = [new("s", "other")], Count = 0 },
            new() { Verb = "undo", Count = 3 },
        ];
        foreach (var command in commands)
        {
            var (session, canvas) = Open();

            var answer = await canvas.DoAsync(command);

            Assert.False(answer.Done, command.ToString());
            Assert.False(string.IsNullOrWhiteSpace(answer.Said));
            Assert.Same(Split, session.Document);
        }
    }

    [Fact]
    public async Task Deleting_a_split_asks_first_and_lists_what_goes_with_it()
    {
        var (session, canvas) = Open(Document(Start("s"), Node("s", new SplitByAccountsSettings(), [Branch("one", "x"), Branch("two", "y")]), Moment("x"), Moment("y")));
        string? asked = null;
        var dialogs = Services.GetRequiredService<DialogService>();
        dialogs.OnOpen += (title, _, parameters, _) => asked = $"{title} {parameters[nameof(ConfirmDialog.Body)]}";

        var answer = canvas.DoAsync(new() { Verb = "delete", Nodes = ["s"] });

        Assert.Equal("Delete 3 steps? These steps go: “Split by accounts”, “Interesting moment of the account”, “Interesting moment of the account”. Undo brings them back.", asked);
        Assert.Equal(4, session.Document.Nodes.Count);
        dialogs.Close(false);
        Assert.False((await answer).Done);
        answer = canvas.DoAsync(new() { Verb = "delete", Nodes = ["s"] });
        dialogs.Close(true);
        Assert.True((await answer).Done);
        Assert.Single(session.Document.Nodes);
    }

    [Fact]
    public async Task A_new_journey_begins_with_its_audience()
    {
        var (session, canvas) = Open(JourneyDocument.Empty);

        Assert.False((await canvas.DoAsync(new() { Verb = "insert", Text = "wait" })).Done);
        var answer = await canvas.DoAsync(new() { Verb = "insert", Text = "accountAudience" });

        Assert.Equal((true, true, session.Document.Start?.Value), (answer.Done, answer.Fields, answer.Focus));
    }

    private (DesignerSession Session, CanvasCommands Canvas) Open(JourneyDocument? document = null)
    {
        var texts = Services.GetRequiredService<IStringLocalizer<Text>>();
        var session = new DesignerSession(new Journey { Id = 9, Name = "This one", Draft = "" }, document ?? Split, Catalog, false, texts);
        return (session, new CanvasCommands(session, Services.GetRequiredService<Confirmation>(), texts));
    }
}
