using System.Globalization;
using System.Linq.Expressions;

namespace BuyingGroups.Domain.Conditions.Attributes;

/// <summary>One value of an attribute with a known list.</summary>
/// <param name="Value">As stored in the condition: an id, or the choice's text.</param>
/// <param name="Label">As shown.</param>
/// <param name="IsName">True for a name given by people, false for an English word of the portal that is to be localised.</param>
public sealed record AttributeOption(string Value, string Label, bool IsName = true);

/// <summary>Something of an account, person, membership, buying group or opportunity that a filter can compare.</summary>
public abstract class ConditionAttribute
{
    /// <summary>Stable key, unique in its scope.</summary>
    public required string Key { get; init; }

    /// <summary>English label, a localisation key; a custom field's own name when <see cref="LabelIsName"/>.</summary>
    public required string Label { get; init; }

    /// <summary>What fills the places of <see cref="Label"/>, such as a role's name.</summary>
    public IReadOnlyList<object> LabelArguments { get; init; } = [];

    /// <summary>True when the label is a name given by people and not to be localised.</summary>
    public bool LabelIsName { get; init; }

    /// <summary>What it holds.</summary>
    public required AttributeKind Kind { get; init; }

    /// <summary>Under which heading the palette shows it; English, a localisation key.</summary>
    public string Section { get; init; } = "";

    /// <summary>The known values of a choice; empty for other kinds.</summary>
    public IReadOnlyList<AttributeOption> Options { get; init; } = [];

    /// <summary>True for a number without decimals that fits 32 bits.</summary>
    public bool IsWhole { get; protected init; }

    /// <summary>False where a value is always there, so that "is empty" would be senseless.</summary>
    public bool CanBeEmpty { get; protected init; } = true;

    /// <summary>The operators offered for it.</summary>
    public IEnumerable<ConditionOperator> Operators => ConditionOperators.Of(Kind)
        .Where(@operator => CanBeEmpty || @operator is not (ConditionOperator.IsEmpty or ConditionOperator.IsNotEmpty));

    /// <summary>The known value that a filter names, ignoring case; null when there is none (any more).</summary>
    public AttributeOption? Option(string value) =>
        Options.FirstOrDefault(option => string.Equals(NormalizedText.Of(option.Value), NormalizedText.Of(value), StringComparison.Ordinal));

    /// <summary>The label in English, for refusals.</summary>
    internal string EnglishLabel => LabelArguments.Count == 0 ? Label : string.Format(CultureInfo.InvariantCulture, Label, [.. LabelArguments]);
}

/// <summary>An attribute of <typeparamref name="T"/> with its expression.</summary>
/// <typeparam name="T">The entity.</typeparam>
public abstract class ConditionAttribute<T> : ConditionAttribute
{
    /// <summary>
    /// The values as written that contain a text, for suggestions while typing; null where there is nothing to suggest.
    /// </summary>
    /// <param name="entities">All of them.</param>
    /// <param name="part">What was typed; empty for all values.</param>
    public virtual IQueryable<string?>? Suggestions(IQueryable<T> entities, string part) => null;

    /// <summary>"The value is there and <paramref name="positive"/> holds", ready for SQL and for memory.</summary>
    /// <param name="positive">A positive operator; see <see cref="ConditionOperators.Positive"/>.</param>
    /// <param name="values">Valid values.</param>
    /// <param name="catalog">Names and clock.</param>
    internal abstract Expression<Func<T, bool>> Holds(ConditionOperator positive, IReadOnlyList<string> values, ConditionCatalog catalog);
}

/// <summary>An attribute that is one column, or one expression over columns.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TValue">string, int, int?, double, decimal?, DateOnly?, DateTime, bool or bool?.</typeparam>
public sealed class ColumnAttribute<T, TValue> : ConditionAttribute<T>
{
    private readonly Expression<Func<T, TValue>> value;

    internal ColumnAttribute(Expression<Func<T, TValue>> value)
    {
        this.value = value;
        (IsWhole, CanBeEmpty) = (ValueTest.IsWhole(typeof(TValue)), ValueTest.CanBeEmpty(typeof(TValue)));
    }

    /// <summary>The value as written; null when values are not suggested (nobody picks an email address from a list).</summary>
    internal Expression<Func<T, string?>>? Written { get; init; }

    /// <inheritdoc />
    public override IQueryable<string?>? Suggestions(IQueryable<T> entities, string part) =>
        Written is null ? null : entities.Where(ValueTest.Suggest(value, part)).Select(Written);

    internal override Expression<Func<T, bool>> Holds(ConditionOperator positive, IReadOnlyList<string> values, ConditionCatalog catalog) =>
        Expression.Lambda<Func<T, bool>>(ValueTest.Build(value.Body, positive, values, catalog.Now), value.Parameters);
}

/// <summary>An attribute that lives in rows of its own: custom fields, roles in the account. It holds when it holds for any row.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TValue">The row's value; see <see cref="ColumnAttribute{T, TValue}"/>.</typeparam>
public sealed class RowsAttribute<T, TRow, TValue> : ConditionAttribute<T>
{
    private readonly Expression<Func<T, ICollection<TRow>>> rows;
    private readonly Expression<Func<TRow, bool>>? filter;
    private readonly Expression<Func<TRow, TValue>> value;

    internal RowsAttribute(Expression<Func<T, ICollection<TRow>>> rows, Expression<Func<TRow, bool>>? filter, Expression<Func<TRow, TValue>> value)
    {
        (this.rows, this.filter, this.value) = (rows, filter, value);
        IsWhole = ValueTest.IsWhole(typeof(TValue));
    }

    /// <summary>The value as written; null when values are not suggested.</summary>
    internal Expression<Func<TRow, string?>>? Written { get; init; }

    /// <inheritdoc />
    public override IQueryable<string?>? Suggestions(IQueryable<T> entities, string part)
    {
        if (Written is null)
            return null;
        var all = entities.SelectMany(Expression.Lambda<Func<T, IEnumerable<TRow>>>(rows.Body, rows.Parameters));
        return (filter is null ? all : all.Where(filter)).Where(ValueTest.Suggest(value, part)).Select(Written);
    }

    internal override Expression<Func<T, bool>> Holds(ConditionOperator positive, IReadOnlyList<string> values, ConditionCatalog catalog)
    {
        var test = Expression.Lambda<Func<TRow, bool>>(ValueTest.Build(value.Body, positive, values, catalog.Now), value.Parameters);
        return rows.HasAny(filter is null ? test : Predicates.And(filter, test));
    }
}

/// <summary>A choice each of whose options is a condition of its own: personas, the state of an opportunity.</summary>
/// <typeparam name="T">The entity.</typeparam>
public sealed class PredicateAttribute<T> : ConditionAttribute<T>
{
    private readonly Func<string, ConditionCatalog, Expression<Func<T, bool>>> predicateOf;

    internal PredicateAttribute(Func<string, ConditionCatalog, Expression<Func<T, bool>>> predicateOf)
    {
        this.predicateOf = predicateOf;
        CanBeEmpty = false;
    }

    internal override Expression<Func<T, bool>> Holds(ConditionOperator positive, IReadOnlyList<string> values, ConditionCatalog catalog) =>
        Predicates.Any(values.Distinct(StringComparer.Ordinal).Select(value => predicateOf(Option(value)!.Value, catalog)));
}
