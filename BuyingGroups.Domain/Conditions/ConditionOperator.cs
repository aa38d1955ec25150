namespace BuyingGroups.Domain.Conditions;

/// <summary>
/// The comparisons of product.md § 3. The missing-value rule: "is not", "does not …", "≠" and "is empty" match a missing value, because they
/// say what it is not; every other operator does not, "is false" included.
/// </summary>
public enum ConditionOperator
{
    /// <summary>Text and choice: the same, ignoring case.</summary>
    Is = 1,

    /// <summary>Opposite of <see cref="Is"/>; matches a missing value.</summary>
    IsNot = 2,

    /// <summary>Is one of several.</summary>
    IsAnyOf = 3,

    /// <summary>Text begins with.</summary>
    StartsWith = 4,

    /// <summary>Opposite of <see cref="StartsWith"/>; matches a missing value.</summary>
    DoesNotStartWith = 5,

    /// <summary>Text ends with.</summary>
    EndsWith = 6,

    /// <summary>Text has it somewhere.</summary>
    Contains = 7,

    /// <summary>Opposite of <see cref="Contains"/>; matches a missing value.</summary>
    DoesNotContain = 8,

    /// <summary>The value is missing.</summary>
    IsEmpty = 9,

    /// <summary>There is a value.</summary>
    IsNotEmpty = 10,

    /// <summary>Number or date: =.</summary>
    Equal = 11,

    /// <summary>Number or date: ≠; matches a missing value, like <see cref="IsNot"/>.</summary>
    NotEqual = 12,

    /// <summary>&lt;.</summary>
    Less = 13,

    /// <summary>≤.</summary>
    LessOrEqual = 14,

    /// <summary>&gt;.</summary>
    Greater = 15,

    /// <summary>≥.</summary>
    GreaterOrEqual = 16,

    /// <summary>Both ends included.</summary>
    Between = 17,

    /// <summary>Date: not older than N days and not in the future.</summary>
    InLastDays = 18,

    /// <summary>Boolean: true.</summary>
    IsTrue = 19,

    /// <summary>Boolean: false; a missing value is neither true nor false.</summary>
    IsFalse = 20,
}

/// <summary>What an attribute holds; decides the operators and the value editor.</summary>
public enum AttributeKind
{
    /// <summary>Text.</summary>
    Text = 1,

    /// <summary>A number with at most four decimals.</summary>
    Number = 2,

    /// <summary>A calendar date, or a moment compared by its UTC day.</summary>
    Date = 3,

    /// <summary>True or false.</summary>
    Boolean = 4,

    /// <summary>One of a known list.</summary>
    Choice = 5,
}

/// <summary>Facts about operators.</summary>
public static class ConditionOperators
{
    private static readonly Dictionary<AttributeKind, IReadOnlyList<ConditionOperator>> ByKind = new()
    {
        [AttributeKind.Text] =
        [
            ConditionOperator.Is, ConditionOperator.IsNot, ConditionOperator.IsAnyOf, ConditionOperator.StartsWith, ConditionOperator.DoesNotStartWith,
            ConditionOperator.EndsWith, ConditionOperator.Contains, ConditionOperator.DoesNotContain, ConditionOperator.IsEmpty, ConditionOperator.IsNotEmpty,
        ],
        [AttributeKind.Number] =
        [
            ConditionOperator.Equal, ConditionOperator.NotEqual, ConditionOperator.Less, ConditionOperator.LessOrEqual, ConditionOperator.Greater,
            ConditionOperator.GreaterOrEqual, ConditionOperator.Between, ConditionOperator.IsEmpty, ConditionOperator.IsNotEmpty,
        ],
        [AttributeKind.Date] =
        [
            ConditionOperator.Equal, ConditionOperator.NotEqual, ConditionOperator.Less, ConditionOperator.LessOrEqual, ConditionOperator.Greater,
            ConditionOperator.GreaterOrEqual, ConditionOperator.Between, ConditionOperator.InLastDays, ConditionOperator.IsEmpty, ConditionOperator.IsNotEmpty,
        ],
        [AttributeKind.Boolean] = [ConditionOperator.IsTrue, ConditionOperator.IsFalse],
        [AttributeKind.Choice] =
            [ConditionOperator.Is, ConditionOperator.IsNot, ConditionOperator.IsAnyOf, ConditionOperator.IsEmpty, ConditionOperator.IsNotEmpty],
    };

    /// <summary>How a <see cref="HasFilter"/> may count.</summary>
    public static IReadOnlyList<ConditionOperator> Counting { get; } =
        [ConditionOperator.GreaterOrEqual, ConditionOperator.Equal, ConditionOperator.LessOrEqual];

    /// <summary>The operators of a kind, in the order of the menu.</summary>
    public static IReadOnlyList<ConditionOperator> Of(AttributeKind kind) => ByKind[kind];

    /// <summary>Least and most values an operator takes.</summary>
    public static (int Least, int Most) ValueCount(ConditionOperator @operator) => @operator switch
    {
        ConditionOperator.IsEmpty or ConditionOperator.IsNotEmpty or ConditionOperator.IsTrue or ConditionOperator.IsFalse => (0, 0),
        ConditionOperator.IsAnyOf => (1, ConditionLimits.ValuesPerFilter),
        ConditionOperator.Between => (2, 2),
        _ => (1, 1),
    };

    /// <summary>
    /// The operator as a statement about a value that is there, and whether to turn it round. Negation happens outside, so that a missing value,
    /// a missing row of a custom field and a person without roles all fall on the same side.
    /// </summary>
    public static (ConditionOperator Positive, bool Negated) Positive(ConditionOperator @operator) => @operator switch
    {
        ConditionOperator.IsNot => (ConditionOperator.Is, true),
        ConditionOperator.DoesNotStartWith => (ConditionOperator.StartsWith, true),
        ConditionOperator.DoesNotContain => (ConditionOperator.Contains, true),
        ConditionOperator.IsEmpty => (ConditionOperator.IsNotEmpty, true),
        ConditionOperator.NotEqual => (ConditionOperator.Equal, true),
        _ => (@operator, false),
    };

    /// <summary>The operator as the menu shows it; English, to be localised.</summary>
    public static string Label(ConditionOperator @operator) => @operator switch
    {
        ConditionOperator.Is => "is",
        ConditionOperator.IsNot => "is not",
        ConditionOperator.IsAnyOf => "is any of",
        ConditionOperator.StartsWith => "starts with",
        ConditionOperator.DoesNotStartWith => "does not start with",
        ConditionOperator.EndsWith => "ends with",
        ConditionOperator.Contains => "contains",
        ConditionOperator.DoesNotContain => "does not contain",
        ConditionOperator.IsEmpty => "is empty",
        ConditionOperator.IsNotEmpty => "is not empty",
        ConditionOperator.Equal => "=",
        ConditionOperator.NotEqual => "≠",
        ConditionOperator.Less => "<",
        ConditionOperator.LessOrEqual => "≤",
        ConditionOperator.Greater => ">",
        ConditionOperator.GreaterOrEqual => "≥",
        ConditionOperator.Between => "between",
        ConditionOperator.InLastDays => "in the last days",
        ConditionOperator.IsTrue => "is true",
        ConditionOperator.IsFalse => "is false",
        _ => throw new ArgumentOutOfRangeException(nameof(@operator)),
    };
}
