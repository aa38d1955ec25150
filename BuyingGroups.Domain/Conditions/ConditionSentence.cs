using System.Globalization;
using BuyingGroups.Domain.Conditions.Attributes;

namespace BuyingGroups.Domain.Conditions;

/// <summary>The language a sentence is written in.</summary>
/// <param name="Text">Translates an English composite format and fills it.</param>
/// <param name="Culture">Writes numbers and dates.</param>
public sealed record SentenceLanguage(Func<string, object[], string> Text, CultureInfo Culture)
{
    /// <summary>Marks the words a sentence turns on (attribute names), such as by bold type; leaves them alone by default.</summary>
    public Func<string, string> Emphasis { get; init; } = text => text;

    /// <summary>English, for the command line, the API and tests.</summary>
    public static SentenceLanguage English { get; } =
        new((text, arguments) => arguments.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, arguments), CultureInfo.GetCultureInfo("en-US"));
}

/// <summary>
/// Reads a condition back as one plain sentence (product.md § 3): "Accounts where industry is Logistics or Transport and number of employees ≥ 200".
/// Built from whole clauses that are each translated, never from words. Also reads what is unfinished or names something deleted.
/// </summary>
/// <param name="catalog">Names.</param>
/// <param name="language">The language.</param>
public sealed class ConditionSentence(ConditionCatalog catalog, SentenceLanguage language)
{
    /// <summary>The sentence of a condition over accounts or people.</summary>
    public string Of(Condition condition, ConditionScope scope)
    {
        if (condition is ConditionGroup { Conditions.Count: 0, Match: MatchKind.All })
            return scope == ConditionScope.Person ? T("All people") : T("All accounts");
        return scope == ConditionScope.Person ? T("People where {0}", Clause(condition, scope)) : T("Accounts where {0}", Clause(condition, scope));
    }

    /// <summary>The clause of one condition, such as "job title contains VP".</summary>
    public string Clause(Condition condition, ConditionScope scope) => condition switch
    {
        ConditionGroup { Conditions.Count: 0 } => T("(nothing yet)"),
        ConditionGroup group => Join([.. group.Conditions.Select(part => Nested(part, scope))], group.Match),
        FieldFilter filter => Field(filter, catalog.Attribute(scope, filter.Attribute)),
        HasFilter has => Has(has, scope),
        _ => T("(a condition that cannot be read)"),
    };

    /// <summary>Puts clauses together with commas and "and" or "or".</summary>
    public string Join(IReadOnlyList<string> clauses, MatchKind match)
    {
        if (clauses.Count == 0)
            return "";
        var start = clauses[0];
        for (var index = 1; index < clauses.Count - 1; index++)
            start = T("{0}, {1}", start, clauses[index]);
        if (clauses.Count == 1)
            return start;
        return match == MatchKind.All ? T("{0} and {1}", start, clauses[^1]) : T("{0} or {1}", start, clauses[^1]);
    }

    /// <summary>An attribute's label as it stands in a list or menu.</summary>
    public string Label(ConditionAttribute attribute) => attribute.LabelIsName ? attribute.Label : T(attribute.Label, [.. attribute.LabelArguments]);

    /// <summary>A value as people write it.</summary>
    public string Value(string value, ConditionAttribute? attribute) => attribute switch
    {
        { Kind: AttributeKind.Choice } when attribute.Option(value) is { } option => option.IsName ? option.Label : T(option.Label),
        { Kind: AttributeKind.Choice } => T("(deleted: {0})", value),
        { Kind: AttributeKind.Number } when ConditionValue.TryNumber(value, out var number) => number.ToString("#,0.####", language.Culture),
        { Kind: AttributeKind.Date } when ConditionValue.TryDate(value, out var date) => date.ToString("d", language.Culture),
        _ => value,
    };

    private string Nested(Condition condition, ConditionScope scope) =>
        condition is ConditionGroup { Conditions.Count: > 1 } ? T("({0})", Clause(condition, scope)) : Clause(condition, scope);

    private string Field(FieldFilter filter, ConditionAttribute? attribute)
    {
        var label = language.Emphasis(attribute is null ? T("(deleted field {0})", filter.Attribute) : InSentence(attribute));
        if (filter.Operator == ConditionOperator.InLastDays)
            return filter.Values.Count == 0 ? T("{0} is in the last {1} days", label, "…") : T("{0} is in the last {1} days", label, filter.Values[0]);
        var values = filter.Values.Select(value => string.IsNullOrWhiteSpace(value) ? "…" : Value(value, attribute)).ToList();
        while (values.Count < ConditionOperators.ValueCount(filter.Operator).Least)
            values.Add("…");
        return filter.Operator switch
        {
            ConditionOperator.Is => T("{0} is {1}", label, values[0]),
            ConditionOperator.IsNot => T("{0} is not {1}", label, values[0]),
            ConditionOperator.IsAnyOf => T("{0} is {1}", label, Join(values, MatchKind.Any)),
            ConditionOperator.StartsWith => T("{0} starts with {1}", label, values[0]),
            ConditionOperator.DoesNotStartWith => T("{0} does not start with {1}", label, values[0]),
            ConditionOperator.EndsWith => T("{0} ends with {1}", label, values[0]),
            ConditionOperator.Contains => T("{0} contains {1}", label, values[0]),
            ConditionOperator.DoesNotContain => T("{0} does not contain {1}", label, values[0]),
            ConditionOperator.IsEmpty => T("{0} is empty", label),
            ConditionOperator.IsNotEmpty => T("{0} is not empty", label),
            ConditionOperator.Equal => T("{0} = {1}", label, values[0]),
            ConditionOperator.NotEqual => T("{0} ≠ {1}", label, values[0]),
            ConditionOperator.Less => T("{0} < {1}", label, values[0]),
            ConditionOperator.LessOrEqual => T("{0} ≤ {1}", label, values[0]),
            ConditionOperator.Greater => T("{0} > {1}", label, values[0]),
            ConditionOperator.GreaterOrEqual => T("{0} ≥ {1}", label, values[0]),
            ConditionOperator.Between => T("{0} is between {1} and {2}", label, values[0], values[1]),
            ConditionOperator.IsTrue => T("{0} is true", label),
            _ => T("{0} is false", label),
        };
    }

    private string Has(HasFilter has, ConditionScope scope)
    {
        if (ConditionCatalog.Relation(scope, has.Relation) is not { } relation)
            return T("(deleted field {0})", has.Relation);
        var count = has.Count.ToString("N0", language.Culture);
        var clause = (has.Comparison, has.Count) switch
        {
            (ConditionOperator.GreaterOrEqual, 1) => T(relation.Clauses.Some),
            (ConditionOperator.Equal or ConditionOperator.LessOrEqual, 0) => T(relation.Clauses.None),
            (ConditionOperator.GreaterOrEqual, _) => T(relation.Clauses.AtLeast, count),
            (ConditionOperator.LessOrEqual, _) => T(relation.Clauses.AtMost, count),
            _ => T(relation.Clauses.Exactly, count),
        };
        clause = language.Emphasis(clause);
        return has.Where.Conditions.Count == 0 ? clause : T("{0} where {1}", clause, Nested(has.Where, relation.Items));
    }

    /// <summary>Inside a sentence "Industry" is "industry"; "SIC code" and names given by people stay.</summary>
    private string InSentence(ConditionAttribute attribute)
    {
        var label = Label(attribute);
        return attribute.LabelIsName || label.Length < 2 || char.IsUpper(label[1]) ? label : char.ToLower(label[0], language.Culture) + label[1..];
    }

    private string T(string text, params object[] arguments) => language.Text(text, arguments);
}
