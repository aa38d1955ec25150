using System.Globalization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Canvas;
using BuyingGroups.Portal.Features.Journeys.Designer.Drafts;
using BuyingGroups.Portal.Features.Journeys.Designer.Outline;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes;
using BuyingGroups.Portal.Features.Journeys.Designer.Review;
using BuyingGroups.Portal.Features.Journeys.Designer.Settings;
using BuyingGroups.Portal.Features.Journeys.Designer.Simulate;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer;

/// <summary>The designer of one journey: palette, canvas, pane, problems (mock-up 04a).</summary>
public sealed partial class DesignerPage : ComponentBase, IAsyncDisposable
{
    private DesignerSession? session;
    private DraftKeeper? keeper;
    private CanvasCommands? commands;
    private SimulationView? simulation;
    private JourneyCanvas? canvas;
    private OutlineView? lines;
    private bool outline;
    private PropertyPane? pane;
    private ElementReference simulateButton;
    private JourneySettingsDialog? settings;
    private ReviewDialog? review;
    private IReadOnlyList<JourneyProblem>? problemsFrom;
    private Dictionary<NodeId, string> problems = [];
    private IReadOnlyList<Refusal>? refusals;
    private int loaded;

    [Parameter] public int Id { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private IStringLocalizer<Text> Texts { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private LeftDesigners Left { get; set; } = null!;

    /// <summary>False where the drawing is only looked at.</summary>
    private bool IsDrawing => session is { IsReadOnly: false } && simulation is null;

    /// <summary>A simulation is walked on the canvas.</summary>
    private bool IsOutline => outline && simulation is null;

    private int UserId => int.TryParse(User.Id, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public async ValueTask DisposeAsync() => await ForgetAsync();

    protected override Task OnParametersSetAsync() => loaded == Id ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        loaded = Id;
        await ForgetAsync();
        var opening = await Gateway.AskAsync(new OpenDesigner(Id));
        refusals = opening.Succeeded ? null : opening.Refusals;
        if (!opening.Succeeded)
            return;
        var (journey, document, catalog) = opening.Value;
        var readOnly = !User.May(Permissions.JourneysManage) || JourneyRules.ToSaveDraft(journey) is not null;
        var left = readOnly ? null : Left.Take(UserId, Id, document);
        session = new DesignerSession(journey, document, catalog, readOnly, Texts, left?.History);
        session.SelectAll(left?.Selected ?? []);
        session.Changed += Show;
        keeper = new DraftKeeper(session, journey.UpdatedAt, Gateway, Clock, InvokeAsync);
        keeper.Changed += Show;
        commands = new CanvasCommands(session, Confirmation, Texts);
    }

    /// <summary>What is drawn is stored, and its steps are kept for who comes back.</summary>
    private async Task ForgetAsync()
    {
        LeaveSimulation();
        var (leftSession, leftKeeper) = (session, keeper);
        (session, keeper, commands) = (null, null, null);
        if (leftSession is null || leftKeeper is null)
            return;
        leftSession.Changed -= Show;
        leftKeeper.Changed -= Show;
        await leftKeeper.DisposeAsync();
        if (!leftSession.IsReadOnly)
            Left.Keep(UserId, leftSession.JourneyId, leftSession.History, leftSession.Selected);
    }

    /// <summary>What canvas and outline ask for; what the browser held from before comes first.</summary>
    private async Task<CanvasAnswer> DoAsync(CanvasCommand command)
    {
        if (keeper is { } open)
            await open.Ready;
        return commands is null ? new CanvasAnswer(false) : await commands.DoAsync(command);
    }

    private void Show() => _ = InvokeAsync(StateHasChanged);

    private Task CentreAsync(NodeId node) => (IsOutline ? lines?.FocusAsync(node) : canvas?.CentreAsync(node)) ?? Task.CompletedTask;

    /// <summary>Goes where a problem is: its step in sight, the focus on the first field that is wrong.</summary>
    private async Task GoToProblemAsync(NodeId node)
    {
        await CentreAsync(node);
        if (IsDrawing)
            await FocusFieldsAsync();
    }

    private Task FocusFieldsAsync() => pane?.FocusFirstAsync() ?? Task.CompletedTask;

    private Task OpenSettingsAsync() => settings?.OpenAsync() ?? Task.CompletedTask;

    /// <summary>Writes the draft as it is drawn, for publishing; gives back its version.</summary>
    private Task<Outcome<int>> SaveAsync() => keeper!.SaveNowAsync();

    private async Task RunAsync(string verb, NodeId node)
    {
        var answer = await DoAsync(new CanvasCommand { Verb = verb, Nodes = [node.Value] });
        if (answer is { Done: true, Focus: { } focus })
            await CentreAsync(new NodeId(focus));
    }

    private async Task SimulateAsync()
    {
        if (simulation is not null)
        {
            await LeaveSimulationAsync();
            return;
        }
        simulation = new SimulationView();
        simulation.Changed += Show;
    }

    /// <summary>The focus goes back to where the simulation was begun.</summary>
    private async Task LeaveSimulationAsync()
    {
        LeaveSimulation();
        await simulateButton.FocusAsync();
    }

    private void LeaveSimulation()
    {
        if (simulation is not null)
            simulation.Changed -= Show;
        simulation = null;
    }

    private string SummaryOf(JourneyNode node) => NodeSummary.Of(node, session!.Catalog, Texts, session.Document);

    /// <summary>The first error of a node, read from the problems once they are others.</summary>
    private string? ProblemOf(NodeId node)
    {
        if (!ReferenceEquals(problemsFrom, session!.Problems))
        {
            problemsFrom = session.Problems;
            problems = problemsFrom.Where(problem => problem is { Node: not null, Severity: ProblemSeverity.Error })
                .GroupBy(problem => problem.Node!.Value).ToDictionary(group => group.Key, group => Texts.Say(group.First().Refusal));
        }
        return problems.GetValueOrDefault(node);
    }

    private RenderFragment Badge(JourneyNode node) => builder =>
    {
        builder.OpenComponent<SimulationBadge>(0);
        builder.AddComponentParameter(1, nameof(SimulationBadge.View), simulation);
        builder.AddComponentParameter(2, nameof(SimulationBadge.Node), node.Id);
        builder.CloseComponent();
    };

    private RenderFragment Taking(PathPlace place) => builder =>
    {
        if (simulation?.Taking(place) is not { } accounts)
            return;
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "taking num");
        builder.AddContent(2, Texts.Count(accounts, "1 account", "{0} accounts"));
        builder.CloseElement();
    };
}
