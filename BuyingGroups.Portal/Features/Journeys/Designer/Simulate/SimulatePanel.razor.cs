using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using BuyingGroups.Portal.Features.Journeys.Simulation;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Simulate;

/// <summary>The side panel of a simulation; what it walks and counts is the document of the session, saved or not.</summary>
public sealed partial class SimulatePanel : ComponentBase, IDisposable
{
    private readonly Dictionary<string, string> choices = new(StringComparer.Ordinal);
    private readonly LatestRun runs = new();
    private SimulationView? watched;
    private IReadOnlyList<Refusal>? refusals;
    private long? account;
    private string? name;
    private bool all;
    private bool asking;

    [Parameter, EditorRequired] public DesignerSession Session { get; set; } = null!;

    /// <summary>What the canvas shows of it.</summary>
    [Parameter, EditorRequired] public SimulationView View { get; set; } = null!;

    /// <summary>The simulation is left.</summary>
    [Parameter] public EventCallback OnLeave { get; set; }

    /// <summary>Puts a node into the middle of the canvas.</summary>
    [Parameter] public EventCallback<NodeId> OnJump { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    private IReadOnlyList<JourneyProblem> Errors => [.. Session.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)];

    public void Dispose()
    {
        runs.Dispose();
        if (watched is not null)
            watched.Changed -= Refresh;
        View.Leave();
    }

    protected override void OnParametersSet()
    {
        if (watched == View)
            return;
        if (watched is not null)
            watched.Changed -= Refresh;
        watched = View;
        watched.Changed += Refresh;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private string Say(SimulatedText text) => T[text.Text, text.Arguments];

    private string NameOf(string node) => Session.Document.Node(new NodeId(node)) is { } known ? NodeSummary.NameOf(known, T) : node;

    private string PathOf(string node, JourneyPath path) =>
        Session.Document.Node(new NodeId(node)) is { } known && known.Paths.FirstOrDefault(one => string.Equals(one.Key, path.Key, StringComparison.Ordinal)) is { } on ? NodeSummary.NameOf(known, on, T) : path.Name ?? path.Key;

    /// <summary>How much journey time went by up to the step that is looked at.</summary>
    private string Time(JourneySimulation walk)
    {
        if (walk.Steps.Count == 0)
            return "";
        var until = View.IsOver ? walk.EndsAt : walk.Steps[View.At].ArrivedAt;
        var passed = until - walk.Steps[0].ArrivedAt;
        return passed.TotalDays >= 1 ? T.Count((long)passed.TotalDays, "{0} day of journey time", "{0} days of journey time")
            : passed.TotalHours >= 1 ? T.Count((long)passed.TotalHours, "{0} hour of journey time", "{0} hours of journey time")
            : T["at once"];
    }

    private Task ChooseAsync(long? chosen)
    {
        account = chosen;
        choices.Clear();
        return WalkAsync(0);
    }

    private Task AssumeAsync(string node, string choice)
    {
        choices[node] = choice;
        return WalkAsync(View.At);
    }

    private Task OneAsync()
    {
        all = false;
        return WalkAsync(0);
    }

    private async Task WalkAsync(int at)
    {
        if (account is not { } walks)
        {
            Stop();
            (name, refusals) = (null, null);
            View.Leave();
            return;
        }
        var language = new SentenceLanguage((text, arguments) => T[text, arguments], CultureInfo.CurrentCulture);
        var answer = await RunAsync(token => Gateway.AskAsync(new SimulateJourney(Session.JourneyId, walks, JourneyJson.Write(Session.Document), choices, language), token));
        if (answer is null)
            return;
        name = answer.Value?.Account ?? T["Account {0}", walks];
        View.Show(answer.Value, at);
    }

    private async Task AllAsync()
    {
        all = true;
        View.Leave();
        if (Errors.Count > 0)
            return;
        if (await RunAsync(token => Gateway.AskAsync(new CountPaths(Session.JourneyId, JourneyJson.Write(Session.Document)), token)) is { } answer)
            View.Show(answer.Value);
    }

    /// <summary>Asks, unless something else is asked meanwhile; null then.</summary>
    private async Task<Outcome<TAnswer>?> RunAsync<TAnswer>(Func<CancellationToken, Task<Outcome<TAnswer>>> ask)
    {
        var token = runs.Begin();
        (refusals, asking) = (null, true);
        try
        {
            var answer = await ask(token);
            if (token.IsCancellationRequested)
                return null;
            refusals = answer.Succeeded ? null : answer.Refusals;
            return answer;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            asking &= token.IsCancellationRequested;
        }
    }

    private void Stop()
    {
        runs.Stop();
        asking = false;
    }

    private Task GoAsync(JourneyProblem problem) => problem.Node is { } node ? ShowNodeAsync(node) : Task.CompletedTask;

    private Task ShowNodeAsync(NodeId node)
    {
        Session.Select(node);
        return OnJump.InvokeAsync(node);
    }

    private Task LeaveAsync()
    {
        View.Leave();
        return OnLeave.InvokeAsync();
    }

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
