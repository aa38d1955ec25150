using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Conditions.Attributes;
using BuyingGroups.Domain.Conditions.Relations;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Conditions.Editor;

/// <summary>What the parts of one condition editor share: the tree as it stands, what may be named, what is wrong with it, and the way to change it.</summary>
public sealed class ConditionEditing
{
    /// <summary>Steps that can be taken back; nobody remembers more.</summary>
    private const int MostSteps = 100;

    private readonly Dictionary<Condition, int> counts = [];
    private readonly LinkedList<Condition> before = [];
    private readonly Stack<Condition> after = [];
    private ILookup<string, Refusal> problems = Array.Empty<ConditionProblem>().ToLookup(problem => problem.Path.Text, problem => problem.Refusal, StringComparer.Ordinal);

    /// <summary>Account or Person.</summary>
    public required ConditionScope Scope { get; init; }

    public required ConditionCatalog Catalog { get; init; }

    public required ConditionSentence Sentence { get; init; }

    public bool ReadOnly { get; set; }

    /// <summary>Only fields may be filtered: a persona.</summary>
    public bool FieldsOnly { get; init; }

    /// <summary>The tree; always a group at the top, unless it cannot be read.</summary>
    public Condition Root { get; private set; } = Condition.Everything;

    /// <summary>Tells the editor that <see cref="Root"/> changed and where the focus goes; null leaves it.</summary>
    public required Func<ConditionPath?, Task> Changed { get; init; }

    /// <summary>Every problem, from the top.</summary>
    public IReadOnlyList<ConditionProblem> Problems { get; private set; } = [];

    /// <summary>True when there is a change to take back.</summary>
    public bool CanUndo => !ReadOnly && before.Count > 0;

    /// <summary>True when there is a change to make again.</summary>
    public bool CanRedo => !ReadOnly && after.Count > 0;

    /// <summary>Takes over a tree from outside, with no changes to take back.</summary>
    public void Begin(Condition condition)
    {
        before.Clear();
        after.Clear();
        Show(condition);
    }

    /// <summary>Takes the last change back.</summary>
    public Task UndoAsync()
    {
        if (!CanUndo)
            return Task.CompletedTask;
        after.Push(Root);
        var root = before.Last!.Value;
        before.RemoveLast();
        Show(root);
        return Changed(null);
    }

    /// <summary>Makes the change again that was taken back last.</summary>
    public Task RedoAsync()
    {
        if (!CanRedo)
            return Task.CompletedTask;
        before.AddLast(Root);
        Show(after.Pop());
        return Changed(null);
    }

    private void Show(Condition condition)
    {
        Root = condition is ConditionGroup or UnreadableCondition ? condition : new ConditionGroup(MatchKind.All, [condition]);
        Problems = FieldsOnly ? ConditionValidation.OfPersona(Root, Catalog) : ConditionValidation.Of(Root, Scope, Catalog);
        problems = Problems.ToLookup(problem => problem.Path.Text, problem => problem.Refusal, StringComparer.Ordinal);
    }

    /// <summary>Puts another tree in place.</summary>
    public Task ChangeAsync(Condition root, ConditionPath? focus = null)
    {
        if (ReadOnly || root == Root)
            return Task.CompletedTask;
        before.AddLast(Root);
        if (before.Count > MostSteps)
            before.RemoveFirst();
        after.Clear();
        Show(root);
        return Changed(focus);
    }

    /// <summary>What is wrong at exactly this place.</summary>
    public IEnumerable<Refusal> ProblemsAt(ConditionPath path) => problems[path.Text ?? ""];

    /// <summary>How many match this part alone; null while unknown.</summary>
    public int? CountOf(Condition condition) => counts.TryGetValue(condition, out var count) ? count : null;

    public void Remember(Condition condition, int count) => counts[condition] = count;

    public void ForgetCounts() => counts.Clear();

    /// <summary>The filters that are about what the whole condition is about: those whose own count means something.</summary>
    public IEnumerable<Condition> Filters() => Filters(Root);

    /// <summary>A new filter on an attribute, with the operator asked for most.</summary>
    public static FieldFilter New(ConditionAttribute attribute) => new(
        attribute.Key,
        attribute.Kind switch
        {
            AttributeKind.Number => ConditionOperator.GreaterOrEqual,
            AttributeKind.Date => ConditionOperator.InLastDays,
            AttributeKind.Boolean => ConditionOperator.IsTrue,
            _ => ConditionOperator.Is,
        },
        []);

    /// <summary>A new "has" filter.</summary>
    public static HasFilter New(ConditionRelation relation) => HasFilter.Some(relation.Key);

    /// <summary>What the palette's key stands for, or null when it does not fit in the scope.</summary>
    public Condition? FromPalette(string key, ConditionScope scope) =>
        Catalog.Attribute(scope, key) is { } attribute ? New(attribute)
        : !FieldsOnly && ConditionCatalog.Relation(scope, key) is { } relation ? New(relation)
        : null;

    /// <summary>Adds to a group, at the end or before a child.</summary>
    public Task AddAsync(ConditionPath group, Condition condition, int? index = null)
    {
        var at = Math.Min(index ?? int.MaxValue, Root.At(group)?.Children.Count ?? 0);
        return ChangeAsync(Root.Insert(group, at, condition), group.Child(at));
    }

    private static IEnumerable<Condition> Filters(Condition condition) => condition switch
    {
        ConditionGroup group => group.Conditions.SelectMany(Filters),
        FieldFilter or HasFilter => [condition],
        _ => [],
    };
}
