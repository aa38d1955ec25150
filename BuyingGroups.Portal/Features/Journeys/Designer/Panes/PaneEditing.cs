using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes;

/// <summary>What the parts of one property pane share: the node, what is wrong with it field by field, and the way to change it. Every change is an edit of the session, so that it can be undone.</summary>
/// <param name="session">The open designer.</param>
/// <param name="node">The node whose properties are shown.</param>
public sealed class PaneEditing(DesignerSession session, NodeId node)
{
    public DesignerSession Session => session;

    public NodeId NodeId => node;

    /// <summary>The node as it is now; null once it is deleted.</summary>
    public JourneyNode? Node => session.Document.Node(node);

    public bool ReadOnly => session.IsReadOnly;

    /// <summary>What is wrong at a field.</summary>
    public IReadOnlyList<JourneyProblem> ProblemsAt(string? field) =>
        field is null || Node is not { } known ? [] : [.. Own.Where(problem => problem.PathKey is null && string.Equals(PaneProblems.FieldOf(problem.Refusal, known.Settings), field, StringComparison.Ordinal))];

    /// <summary>What is wrong at a path, but for its condition, which the condition editor shows at the filter.</summary>
    public IReadOnlyList<JourneyProblem> ProblemsOfPath(string key, bool withCondition = false) =>
        [.. Own.Where(problem => string.Equals(problem.PathKey, key, StringComparison.Ordinal) && (withCondition || problem.Refusal is not Domain.Journeys.Validation.ConditionCannotBeUsed))];

    /// <summary>What is wrong with the node and belongs to none of these fields.</summary>
    public IReadOnlyList<JourneyProblem> ProblemsElsewhere(IReadOnlyList<string> fields) =>
        Node is { } known ? [.. Own.Where(problem => problem.PathKey is null && !fields.Contains(PaneProblems.FieldOf(problem.Refusal, known.Settings), StringComparer.Ordinal))] : [];

    private IEnumerable<JourneyProblem> Own => session.Problems.Where(problem => problem.Node == node);

    /// <summary>Gives the node other settings, made of those it has at that moment.</summary>
    public Outcome<JourneyEdit> Change<T>(Func<T, T> change)
        where T : NodeSettings =>
        Do(document => document.Node(node) is { Settings: T settings } ? JourneyEdits.ChangeSettings(document, node, change(settings)) : new NodeGone(node.Value));

    /// <summary>Gives the node another name.</summary>
    public Outcome<JourneyEdit> Rename(string name) => Do(document => JourneyEdits.Rename(document, node, name));

    /// <summary>
    /// Makes an edit from the pane. The node stays the one that is shown, whatever else the edit touches; and what was typed and counts only once
    /// another node is chosen does not take the selection back.
    /// </summary>
    public Outcome<JourneyEdit> Do(Func<JourneyDocument, Outcome<JourneyEdit>> edit) =>
        session.Do(document => edit(document) is var outcome && outcome.Succeeded ? outcome.Value with { Selected = session.Primary == node ? node : null } : outcome);
}
