using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Paths;

/// <summary>The paths of a split: added, named, put in order, removed; each with its condition and how many match it now, or its share.</summary>
public sealed partial class PathList : ComponentBase, IDisposable
{
    private readonly Dictionary<Condition, int?> matching = [];
    private readonly LatestRun counting = new();
    private Matches? any;
    private Condition? anyOf;
    private string? open;
    private bool began;
    private Refusal? refused;

    /// <summary>The split.</summary>
    [Parameter, EditorRequired] public JourneyNode Node { get; set; } = null!;

    /// <summary>What stands above the list.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [CascadingParameter] public PaneEditing Pane { get; set; } = null!;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    private PathShape Shape => NodeKinds.Of(Node.Settings).Shape;

    private IReadOnlyList<JourneyPath> Branches => [.. Node.Paths.Where(path => path.Kind == PathKind.Branch)];

    private JourneyPath? Other => Node.Paths.FirstOrDefault(path => path.Kind == PathKind.Other);

    private int Sum => Branches.Sum(path => path.Percent ?? 0);

    private bool OfPeople => Node.Settings is SplitByPeopleSettings;

    private string OtherLabel => OfPeople ? T["Other people"] : T["Other accounts"];

    private string OtherHelp => OfPeople ? T["People who match no path go past."] : T["For accounts that match no path the journey ends here."];

    private string OtherCount => any is null ? "" : T["{0} match no path", Number(any.Total - any.Count)];

    public void Dispose()
    {
        counting.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (!began)
        {
            began = true;
            open = Pane.Session.SelectedPath is { } place && place.Node == Node.Id ? place.PathKey
                : Branches.FirstOrDefault(path => Pane.ProblemsOfPath(path.Key, withCondition: true).Count > 0)?.Key ?? (Branches.Count > 0 ? Branches[0].Key : null);
        }
        if (Shape.BranchCondition is { } scope)
            _ = CountAsync(scope);
    }

    private static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);

    private int? MatchingOf(JourneyPath path) => path.Condition is { } condition ? matching.GetValueOrDefault(condition) : null;

    private void Toggle(string key) => open = string.Equals(open, key, StringComparison.Ordinal) ? null : key;

    private void Counted(Condition? condition, int count)
    {
        if (condition is not null)
            matching[condition] = count;
    }

    /// <summary>Counts the paths that are not open – the open one counts itself – and those that match none. A newer change stops what still runs.</summary>
    private async Task CountAsync(ConditionScope scope)
    {
        var conditions = Branches.Select(path => path.Condition).OfType<Condition>().Where(IsWhole).Distinct().ToList();
        var whole = conditions.Count == 0 ? null : new ConditionGroup(MatchKind.Any, conditions);
        var missing = Branches.Where(path => path.Key != open).Select(path => path.Condition).OfType<Condition>().Where(condition => IsWhole(condition) && !matching.ContainsKey(condition)).Distinct().ToList();
        if (missing.Count == 0 && Equals(whole, anyOf))
            return;
        var token = counting.Begin();
        try
        {
            foreach (var condition in missing)
                matching[condition] = (await Gateway.AskAsync(new CountMatches(condition, scope), token)).Value?.Count;
            if (!Equals(whole, anyOf))
                (any, anyOf) = (whole is null ? null : (await Gateway.AskAsync(new CountMatches(whole, scope), token)).Value, whole);
            token.ThrowIfCancellationRequested();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // A newer count is on its way, or the pane is gone.
        }

        bool IsWhole(Condition condition) => ConditionValidation.Of(condition, scope, Pane.Session.Catalog.Conditions).Count == 0;
    }

    private void Add()
    {
        var outcome = Pane.Do(document => JourneyEdits.AddPath(document, Node.Id));
        refused = outcome.Refusal;
        if (outcome.Succeeded && outcome.Value.Document.Node(Node.Id) is { } now)
            open = now.Paths.LastOrDefault(path => path.Kind == PathKind.Branch)?.Key;
    }

    private void DistributeEvenly() => refused = Pane.Do(document => JourneyEdits.DistributeEvenly(document, Node.Id)).Refusal;

    private Task OtherAsync(bool wanted)
    {
        if (!wanted && Other is { } other)
            return RemoveAsync(other);
        refused = Pane.Do(document => JourneyEdits.AddPath(document, Node.Id, PathKind.Other)).Refusal;
        return Task.CompletedTask;
    }

    private async Task RemoveAsync(JourneyPath path) =>
        refused = (await PathRemoval.AskAndDoAsync(Pane, Confirmation, T, document => JourneyEdits.RemovePath(document, new(Node.Id, path.Key)), NodeSummary.NameOf(Node, path, T)))?.Refusal;
}
