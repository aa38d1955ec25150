using System.Linq.Expressions;
using System.Reflection;

namespace BuyingGroups.Domain.Conditions.Attributes;

/// <summary>
/// The one place where an operator becomes an expression over a value. Values travel in <see cref="Parameter{TValue}"/> objects, which
/// databases see as parameters, so that the same tree with other values uses the same query plan.
/// </summary>
internal static class ValueTest
{
    private static readonly MethodInfo StartsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;
    private static readonly MethodInfo EndsWith = typeof(string).GetMethod(nameof(string.EndsWith), [typeof(string)])!;
    private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    public static bool IsWhole(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(int);

    public static bool CanBeEmpty(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary><paramref name="value"/> is there and the positive <paramref name="operator"/> holds.</summary>
    public static Expression Build(Expression value, ConditionOperator @operator, IReadOnlyList<string> values, DateTime now)
    {
        if (@operator == ConditionOperator.IsNotEmpty)
            return CanBeEmpty(value.Type) ? Expression.NotEqual(value, Expression.Constant(null, value.Type)) : Expression.Constant(true);
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (type == typeof(bool))
            return Expression.Equal(value, Expression.Constant(@operator == ConditionOperator.IsTrue, value.Type));
        if (type == typeof(string))
            return Text(value, @operator, [.. values.Select(NormalizedText.Required)]);
        if (type == typeof(DateTime))
            return Moment(value, @operator, values, now);
        if (type == typeof(DateOnly))
            return Date(value, @operator, values, now);
        return Number(value, @operator, [.. values.Select(text => ConditionValue.NumberAs(text, type))]);
    }

    /// <summary>The value is there and contains what was typed.</summary>
    public static Expression<Func<T, bool>> Suggest<T, TValue>(Expression<Func<T, TValue>> value, string part) => Expression.Lambda<Func<T, bool>>(
        NormalizedText.Of(part) is null
            ? Build(value.Body, ConditionOperator.IsNotEmpty, [], default)
            : Build(value.Body, ConditionOperator.Contains, [part], default),
        value.Parameters);

    private static Expression Text(Expression value, ConditionOperator @operator, List<string> values) => @operator switch
    {
        ConditionOperator.Is => Expression.Equal(value, Of(values[0], value.Type)),
        ConditionOperator.IsAnyOf => Expression.Call(Of(values, typeof(List<string>)), nameof(List<>.Contains), null, value),
        ConditionOperator.StartsWith => WhenThere(value, Expression.Call(value, StartsWith, Of(values[0], value.Type))),
        ConditionOperator.EndsWith => WhenThere(value, Expression.Call(value, EndsWith, Of(values[0], value.Type))),
        ConditionOperator.Contains => WhenThere(value, Expression.Call(value, Contains, Of(values[0], value.Type))),
        _ => throw NotFor(@operator, value),
    };

    private static Expression Number(Expression value, ConditionOperator @operator, List<object> values) => @operator switch
    {
        ConditionOperator.Is => Expression.Equal(value, Of(values[0], value.Type)),
        ConditionOperator.IsAnyOf => values.Select(one => (Expression)Expression.Equal(value, Of(one, value.Type))).Aggregate(Expression.OrElse),
        _ => Compare(value, @operator, [.. values.Select(one => Of(one, value.Type))]),
    };

    private static Expression Date(Expression value, ConditionOperator @operator, IReadOnlyList<string> values, DateTime now)
    {
        if (@operator == ConditionOperator.InLastDays)
        {
            var today = DateOnly.FromDateTime(now);
            return Compare(value, ConditionOperator.Between, [Of(today.AddDays(-ConditionValue.Days(values[0])), value.Type), Of(today, value.Type)]);
        }
        return Compare(value, @operator, [.. values.Select(text => Of(ConditionValue.Date(text), value.Type))]);
    }

    /// <summary>A moment is compared by its UTC day: "= 3 May" is from midnight to the next.</summary>
    private static Expression Moment(Expression value, ConditionOperator @operator, IReadOnlyList<string> values, DateTime now)
    {
        if (@operator == ConditionOperator.InLastDays)
            return Compare(value, ConditionOperator.Between, [Of(now.AddDays(-ConditionValue.Days(values[0])), value.Type), Of(now, value.Type)]);
        Expression Begin(int index) => Of(ConditionValue.Date(values[index]).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), value.Type);
        Expression End(int index) => Of(ConditionValue.Date(values[index]).AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), value.Type);
        Expression Within(int first, int last) => Expression.AndAlso(Expression.GreaterThanOrEqual(value, Begin(first)), Expression.LessThan(value, End(last)));
        return @operator switch
        {
            ConditionOperator.Equal => Within(0, 0),
            ConditionOperator.Between => Within(0, 1),
            ConditionOperator.Less => Expression.LessThan(value, Begin(0)),
            ConditionOperator.LessOrEqual => Expression.LessThan(value, End(0)),
            ConditionOperator.Greater => Expression.GreaterThanOrEqual(value, End(0)),
            ConditionOperator.GreaterOrEqual => Expression.GreaterThanOrEqual(value, Begin(0)),
            _ => throw NotFor(@operator, value),
        };
    }

    private static Expression Compare(Expression value, ConditionOperator @operator, List<Expression> operands) => @operator switch
    {
        ConditionOperator.Equal => Expression.Equal(value, operands[0]),
        ConditionOperator.Less => Expression.LessThan(value, operands[0]),
        ConditionOperator.LessOrEqual => Expression.LessThanOrEqual(value, operands[0]),
        ConditionOperator.Greater => Expression.GreaterThan(value, operands[0]),
        ConditionOperator.GreaterOrEqual => Expression.GreaterThanOrEqual(value, operands[0]),
        ConditionOperator.Between => Expression.AndAlso(Expression.GreaterThanOrEqual(value, operands[0]), Expression.LessThanOrEqual(value, operands[1])),
        _ => throw NotFor(@operator, value),
    };

    private static BinaryExpression WhenThere(Expression value, Expression test) =>
        Expression.AndAlso(Expression.NotEqual(value, Expression.Constant(null, value.Type)), test);

    private static MemberExpression Of(object operand, Type type) =>
        Expression.Property(Expression.Constant(typeof(Parameter<>).MakeGenericType(type).GetConstructors()[0].Invoke([operand])), nameof(Parameter<>.Value));

    private static InvalidOperationException NotFor(ConditionOperator @operator, Expression value) => new($"{@operator} is no operator of {value.Type}.");

    private sealed class Parameter<TValue>(TValue value)
    {
        public TValue Value { get; } = value;
    }
}
