using System.Text.Json.Serialization;

namespace BuyingGroups.Domain.Conditions;

/// <summary>
/// A condition over accounts or people (product.md § 3): a tree of groups and filters. One model serves role templates, audiences,
/// account lists, journey splits and event filters. Stored as JSON by <see cref="ConditionJson"/>. Two conditions with the same content are equal.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ConditionGroup), "group")]
[JsonDerivedType(typeof(FieldFilter), "field")]
[JsonDerivedType(typeof(HasFilter), "has")]
public abstract record Condition
{
    /// <summary>Every account, or every person: an empty "match all".</summary>
    public static ConditionGroup Everything { get; } = new(MatchKind.All, []);

    /// <summary>The conditions directly below this one, in order; what a <see cref="ConditionPath"/> counts.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<Condition> Children { get; }

    /// <summary>This condition with other children of the same number and kind of place.</summary>
    public abstract Condition WithChildren(IReadOnlyList<Condition> children);
}

/// <summary>How the parts of a group combine.</summary>
public enum MatchKind
{
    /// <summary>Every part must match; an empty group matches.</summary>
    All = 1,

    /// <summary>At least one part must match; an empty group matches nobody.</summary>
    Any = 2,
}

/// <summary>Match all or match any of several conditions.</summary>
/// <param name="Match">All or any.</param>
/// <param name="Conditions">The parts, in the order shown.</param>
public sealed record ConditionGroup(MatchKind Match, IReadOnlyList<Condition> Conditions) : Condition
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<Condition> Children => Conditions;

    /// <inheritdoc />
    public override Condition WithChildren(IReadOnlyList<Condition> children) => this with { Conditions = children };

    /// <summary>Same match and equal parts in the same order.</summary>
    public bool Equals(ConditionGroup? other) => other is not null && Match == other.Match && Conditions.SequenceEqual(other.Conditions);

    /// <inheritdoc />
    public override int GetHashCode() => Conditions.Aggregate((int)Match, HashCode.Combine);
}

/// <summary>An attribute, an operator, values: "job title contains VP", "persona is CXO/EVP", "annual revenue ≥ 1000000".</summary>
/// <param name="Attribute">Key of the attribute in its scope, such as "industry", "custom:7", "peopleInRole:1". See <see cref="ConditionCatalog"/>.</param>
/// <param name="Operator">The comparison; must fit the attribute's kind.</param>
/// <param name="Values">
/// What is compared with, as many as the operator takes. Texts as typed; numbers invariant ("1250.5"); dates ISO ("2026-01-31");
/// choices by <see cref="Attributes.AttributeOption.Value"/> (ids of roles, stages, personas, solution interests).
/// </param>
public sealed record FieldFilter(string Attribute, ConditionOperator Operator, IReadOnlyList<string> Values) : Condition
{
    /// <summary>A filter with its values listed.</summary>
    public static FieldFilter Of(string attribute, ConditionOperator @operator, params IReadOnlyList<string> values) => new(attribute, @operator, values);

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<Condition> Children => [];

    /// <inheritdoc />
    public override Condition WithChildren(IReadOnlyList<Condition> children) => this;

    /// <summary>Same attribute, operator and values in the same order.</summary>
    public bool Equals(FieldFilter? other) =>
        other is not null && string.Equals(Attribute, other.Attribute, StringComparison.Ordinal) && Operator == other.Operator
        && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Attribute), Operator, Values.Count);
}

/// <summary>
/// Counts related things that match a condition of their own: an account <i>has people</i>, <i>has matched buying group</i>,
/// <i>has opportunity</i>; a person is <i>member of buying group</i>, has an <i>activity history</i>. "Has none" is "exactly 0".
/// </summary>
/// <param name="Relation">Key of the relation: "people", "buyingGroups", "opportunities", "memberships", "activities". See <see cref="Relations.ConditionRelation"/>.</param>
/// <param name="Comparison">≥ at least, = exactly, ≤ at most.</param>
/// <param name="Count">How many.</param>
/// <param name="Where">What is counted; an empty group counts all. Its filters are about the related thing.</param>
public sealed record HasFilter(string Relation, ConditionOperator Comparison, int Count, ConditionGroup Where) : Condition
{
    /// <summary>At least one that matches all of <paramref name="filters"/>.</summary>
    public static HasFilter Some(string relation, params IReadOnlyList<Condition> filters) =>
        new(relation, ConditionOperator.GreaterOrEqual, 1, new ConditionGroup(MatchKind.All, filters));

    /// <summary>None that matches all of <paramref name="filters"/>.</summary>
    public static HasFilter None(string relation, params IReadOnlyList<Condition> filters) =>
        new(relation, ConditionOperator.Equal, 0, new ConditionGroup(MatchKind.All, filters));

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<Condition> Children => [Where];

    /// <inheritdoc />
    public override Condition WithChildren(IReadOnlyList<Condition> children) => this with { Where = (ConditionGroup)children[0] };
}

/// <summary>
/// Stored text that could not be read as a condition, kept as it is so that nothing is lost. It matches nothing because it cannot be translated:
/// validation names it, and the editor offers to start again.
/// </summary>
/// <param name="Json">The text as stored.</param>
public sealed record UnreadableCondition(string Json) : Condition
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<Condition> Children => [];

    /// <inheritdoc />
    public override Condition WithChildren(IReadOnlyList<Condition> children) => this;
}
