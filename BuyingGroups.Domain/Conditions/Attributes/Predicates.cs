using System.Linq.Expressions;
using System.Reflection;

namespace BuyingGroups.Domain.Conditions.Attributes;

/// <summary>Puts predicates together without invocations, which databases cannot translate.</summary>
internal static class Predicates
{
    private static readonly MethodInfo AnyMethod = typeof(Enumerable).GetMethods().Single(method => method.Name == nameof(Enumerable.Any) && method.GetParameters().Length == 2);
    private static readonly MethodInfo CountMethod = typeof(Enumerable).GetMethods().Single(method => method.Name == nameof(Enumerable.Count) && method.GetParameters().Length == 2);
    private static readonly MethodInfo AnyRowMethod = typeof(Enumerable).GetMethods().Single(method => method.Name == nameof(Enumerable.Any) && method.GetParameters().Length == 1);

    public static Expression<Func<T, bool>> All<T>(IEnumerable<Expression<Func<T, bool>>> parts) => parts.Aggregate((Expression<Func<T, bool>>?)null, AndOptional) ?? (_ => true);

    public static Expression<Func<T, bool>> Any<T>(IEnumerable<Expression<Func<T, bool>>> parts) => parts.Aggregate((Expression<Func<T, bool>>?)null, OrOptional) ?? (_ => false);

    public static Expression<Func<T, bool>> And<T>(Expression<Func<T, bool>> first, Expression<Func<T, bool>> second) =>
        Expression.Lambda<Func<T, bool>>(Expression.AndAlso(first.Body, second.On(first.Parameters[0])), first.Parameters);

    public static Expression<Func<T, bool>> Not<T>(Expression<Func<T, bool>> part) => Expression.Lambda<Func<T, bool>>(Expression.Not(part.Body), part.Parameters);

    public static Expression<Func<T, bool>> HasAny<T, TRow>(this Expression<Func<T, ICollection<TRow>>> rows, Expression<Func<TRow, bool>> test) =>
        Expression.Lambda<Func<T, bool>>(
            test.Body is ConstantExpression { Value: true }
                ? Expression.Call(AnyRowMethod.MakeGenericMethod(typeof(TRow)), rows.Body)
                : Expression.Call(AnyMethod.MakeGenericMethod(typeof(TRow)), rows.Body, test),
            rows.Parameters);

    public static Expression<Func<T, int>> CountOf<T, TRow>(this Expression<Func<T, ICollection<TRow>>> rows, Expression<Func<TRow, bool>> test) =>
        Expression.Lambda<Func<T, int>>(Expression.Call(CountMethod.MakeGenericMethod(typeof(TRow)), rows.Body, test), rows.Parameters);

    private static Expression<Func<T, bool>> AndOptional<T>(Expression<Func<T, bool>>? first, Expression<Func<T, bool>> second) => first is null ? second : And(first, second);

    private static Expression<Func<T, bool>> OrOptional<T>(Expression<Func<T, bool>>? first, Expression<Func<T, bool>> second) =>
        first is null ? second : Expression.Lambda<Func<T, bool>>(Expression.OrElse(first.Body, second.On(first.Parameters[0])), first.Parameters);

    private static Expression On<T>(this Expression<Func<T, bool>> predicate, ParameterExpression parameter) =>
        new Substitution(predicate.Parameters[0], parameter).Visit(predicate.Body);

    private sealed class Substitution(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
