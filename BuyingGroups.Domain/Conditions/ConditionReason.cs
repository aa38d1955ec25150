using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.People;

namespace BuyingGroups.Domain.Conditions;

/// <summary>
/// Says why something matched: "matches Influencer because <i>job title contains VP</i>" (product.md § 5). Made once for a condition and asked for many.
/// </summary>
/// <typeparam name="T"><see cref="Account"/> or <see cref="Person"/>.</typeparam>
public sealed class ConditionReason<T>
{
    private readonly ConditionCatalog catalog;
    private readonly ConditionSentence sentence;
    private readonly Node root;

    /// <summary>Prepares the reasons of a condition.</summary>
    /// <param name="condition">A valid condition over <typeparamref name="T"/>.</param>
    /// <param name="catalog">Names and clock.</param>
    /// <param name="sentence">Writes the reason.</param>
    /// <exception cref="Refusals.RefusedException">The condition is not valid.</exception>
    public ConditionReason(Condition condition, ConditionCatalog catalog, ConditionSentence sentence)
    {
        var problems = ConditionValidation.Of(condition, ConditionCatalog.ScopeOf<T>(), catalog);
        if (problems.Count > 0)
            throw new Refusals.RefusedException([.. problems.Select(problem => problem.Refusal)]);
        (this.catalog, this.sentence) = (catalog, sentence);
        root = Prepare(condition);
    }

    /// <summary>The reason, or null when <paramref name="item"/> does not match. The navigations the condition reads must be loaded.</summary>
    public string? Why(T item) => Why(root, leaf => leaf.Matches(item));

    /// <summary>What the reason is made of: each stands for itself, so that whoever cannot load an item whole can have them matched elsewhere.</summary>
    public IReadOnlyList<Condition> Leaves => [.. LeavesOf(root)];

    /// <summary>The reason by what is known of each of <see cref="Leaves"/>; null when it does not match.</summary>
    /// <param name="matches">Whether the item matches the leaf of this place.</param>
    public string? Why(IReadOnlyList<bool> matches)
    {
        var known = new Dictionary<object, bool>(ReferenceEqualityComparer.Instance);
        foreach (var (leaf, match) in Leaves.Zip(matches))
            known[leaf] = match;
        return Why(root, leaf => known[leaf.Condition]);
    }

    private static IEnumerable<Condition> LeavesOf(Node node) => node.Condition is ConditionGroup ? node.Parts.SelectMany(LeavesOf) : [node.Condition];

    private Node Prepare(Condition condition) => condition switch
    {
        ConditionGroup group => new(group, _ => true, [.. group.Conditions.Select(Prepare)]),
        // "is any of" is told by the one value that matched.
        FieldFilter { Operator: ConditionOperator.IsAnyOf } filter => new(
            new ConditionGroup(MatchKind.Any, []), _ => true,
            [.. filter.Values.Select(value => Leaf(filter with { Operator = ConditionOperator.Is, Values = [value] }))]),
        _ => Leaf(condition),
    };

    private Node Leaf(Condition condition)
    {
        var matches = new Lazy<Func<T, bool>>(() => ConditionTranslation.Compile(ConditionTranslation.Of<T>(condition, catalog), once: true));
        return new(condition, item => matches.Value(item), []);
    }

    private string? Why(Node node, Func<Node, bool> matches)
    {
        if (node.Condition is not ConditionGroup group)
            return matches(node) ? sentence.Clause(node.Condition, ConditionCatalog.ScopeOf<T>()) : null;
        if (group.Match == MatchKind.Any)
            return node.Parts.Select(part => Why(part, matches)).FirstOrDefault(reason => reason is not null);
        var reasons = new List<string>();
        foreach (var part in node.Parts)
        {
            if (Why(part, matches) is not { } reason)
                return null;
            if (reason.Length > 0)
                reasons.Add(reason);
        }
        return sentence.Join(reasons, MatchKind.All);
    }

    private sealed record Node(Condition Condition, Func<T, bool> Matches, IReadOnlyList<Node> Parts);
}
