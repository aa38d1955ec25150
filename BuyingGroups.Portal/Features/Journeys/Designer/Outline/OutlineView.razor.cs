using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.Journeys.Designer.Canvas;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Outline;

/// <summary>The outline of a journey. Moving about happens in the browser; what changes something is one command, the same as the canvas sends.</summary>
public sealed partial class OutlineView : ComponentBase, IAsyncDisposable
{
    private readonly AnsweredCommands answered = new();
    private ElementReference element;
    private ComponentScript script = null!;
    private IJSObjectReference? tree;
    private JourneyDocument? rowsOf;
    private IReadOnlyList<OutlineRow> rows = [];
    private HashSet<NodeId> people = [];
    private Dictionary<NodeId, PathPlace> before = [];
    private Dictionary<NodeId, PathPlace> after = [];

    [Parameter, EditorRequired] public DesignerSession Session { get; set; } = null!;

    /// <summary>Does what the outline asks for.</summary>
    [Parameter, EditorRequired] public Func<CanvasCommand, Task<CanvasAnswer>> Commands { get; set; } = null!;

    /// <summary>Work goes on in the fields of the selected step: Enter, or something was inserted.</summary>
    [Parameter] public EventCallback OnFields { get; set; }

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    /// <summary>A command of the script.</summary>
    [JSInvokable]
    public Task<CanvasAnswer> DoAsync(CanvasCommand command) => answered.OnceAsync(command, Commands);

    /// <summary>Work goes on in the fields.</summary>
    [JSInvokable]
    public Task FieldsAsync() => OnFields.InvokeAsync();

    /// <summary>Puts the focus on a step.</summary>
    public async Task FocusAsync(NodeId node)
    {
        if (tree is not null)
            await tree.InvokeVoidAsync("focusOn", node.Value);
    }

    public ValueTask DisposeAsync() => script.DisposeAsync();

    protected override void OnInitialized() => script = new(Browser, "./Features/Journeys/Designer/Outline/OutlineView.razor.js");

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(rowsOf, Session.Document))
            return;
        rowsOf = Session.Document;
        rows = OutlineRows.Of(rowsOf);
        people = [.. JourneyEdits.ForPeople(rowsOf)];
        var graph = JourneyGraph.Of(rowsOf);
        before = rowsOf.Nodes.Keys.Where(id => graph.Into(id).Count > 0).ToDictionary(id => id, id => new PathPlace(graph.Into(id)[0].From.Id, graph.Into(id)[0].Path.Key));
        after = [];
        foreach (var id in rowsOf.Nodes.Keys)
        {
            if (JourneyEdits.PlaceAfter(rowsOf, id) is { } place)
                after[id] = place;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            tree = await script.AttachAsync("attach", element, script.Reference(this), OutlineTexts.All(T), $"{Session.JourneyId}");
    }

    private bool IsSelected(OutlineRow row) => row.Kind switch
    {
        OutlineKind.Step => Session.SelectedPath is null && Session.Selected.Contains(row.Node.Id),
        _ => row.Kind == OutlineKind.Path && Session.SelectedPath == new PathPlace(row.Node.Id, row.Path!.Key),
    };

    /// <summary>The path on which something stands that comes after a line.</summary>
    private PathPlace? AfterOf(OutlineRow row) => row.Path is { } path ? new PathPlace(row.Node.Id, path.Key) : after.TryGetValue(row.Node.Id, out var place) ? place : null;

    private PathPlace? BeforeOf(OutlineRow row) =>
        row.Kind == OutlineKind.Step && row.Node.Settings is not (AccountAudienceSettings or MergeSettings or PeopleMergeSettings) && before.TryGetValue(row.Node.Id, out var place) ? place : null;

    private string? ProblemOf(OutlineRow row)
    {
        if (row.Kind == OutlineKind.Joins)
            return null;
        var found = Session.Problems.Where(problem => problem.Severity == ProblemSeverity.Error && problem.Node == row.Node.Id)
            .FirstOrDefault(problem => row.Kind == OutlineKind.Step ? problem.PathKey is null : string.Equals(problem.PathKey, row.Path!.Key, StringComparison.Ordinal));
        return found is null ? null : T.Say(found.Refusal);
    }

    private string Name(OutlineRow row) => row.Kind == OutlineKind.Step ? NodeSummary.NameOf(row.Node, T) : PathWords.Spoken(row.Node, row.Path!, T);

    /// <summary>A line as it is heard: what it shows, in the same order, and then what only its place on the screen tells.</summary>
    private string Spoken(OutlineRow row, string? problem)
    {
        var said = row.Kind switch
        {
            OutlineKind.Step => T["{0}. {1}", NodeSummary.NameOf(row.Node, T), problem ?? NodeSummary.Of(row.Node, Session.Catalog, T, Session.Document)].Value,
            OutlineKind.Path when (problem ?? Condition(row)) is { } told => T["{0}. {1}", Shown(row), told],
            OutlineKind.Path => Shown(row),
            _ => T["Goes on at “{0}”", NodeSummary.NameOf(row.Into!, T)].Value,
        };
        if (row.EndsHere)
            said = T["{0}. Ends here", said];
        if (row.Kind == OutlineKind.Path)
            said = T["{0}. A path of “{1}”", said, NodeSummary.NameOf(row.Node, T)];
        return problem is null ? said : T["{0}. This is an error", said];
    }

    /// <summary>What decides who takes a branch, in words.</summary>
    private string? Condition(OutlineRow row) =>
        row.Path is { Condition: { } condition } && NodeKinds.Of(row.Node.Settings).Shape.BranchCondition is { } scope
            ? new ConditionSentence(Session.Catalog.Conditions, new SentenceLanguage((text, arguments) => T[text, arguments], CultureInfo.CurrentCulture)).Clause(condition, scope)
            : null;

    private string Shown(OutlineRow row) => PathWords.Number(row.Node, row.Path!) is { } number ? T["{0} {1}", number, PathWords.Of(row.Node, row.Path!, T)] : PathWords.Of(row.Node, row.Path!, T);
}
