using System.Linq.Expressions;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.People;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>The conditions of a split as one expression: the lane of the first that matches.</summary>
public static class Routing
{
    /// <summary>For accounts.</summary>
    public static Expression<Func<Account, int>> OfAccounts(PlanNode split, ConditionCatalog catalog) =>
        Of(split, condition => ConditionTranslation.OfAccounts(condition, catalog).Demand());

    /// <summary>For people.</summary>
    public static Expression<Func<Person, int>> OfPeople(PlanNode split, ConditionCatalog catalog) =>
        Of(split, condition => ConditionTranslation.OfPeople(condition, catalog).Demand());

    /// <summary>The first of some conditions that matches, by number.</summary>
    public static Expression<Func<T, int>> First<T>(IEnumerable<(Expression<Func<T, bool>> Condition, int Number)> cases, int otherwise)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression body = Expression.Constant(otherwise);
        foreach (var (condition, number) in cases.Reverse())
            body = Expression.Condition(new Substitution(condition.Parameters[0], row).Visit(condition.Body), Expression.Constant(number), body);
        return Expression.Lambda<Func<T, int>>(body, row);
    }

    /// <summary>The body of <paramref name="inner"/> about another row.</summary>
    public static Expression On<T, TResult>(this Expression<Func<T, TResult>> inner, Expression row) => new Substitution(inner.Parameters[0], row).Visit(inner.Body);

    private static Expression<Func<T, int>> Of<T>(PlanNode split, Func<Condition, Expression<Func<T, bool>>> translate)
    {
        var paths = split.Node.Paths;
        var cases = new List<(Expression<Func<T, bool>>, int)>();
        for (var path = 1; path <= paths.Count; path++)
        {
            if (paths[path - 1] is { Kind: PathKind.Branch, Condition: { } condition })
                cases.Add((translate(condition), split.FirstLane + path));
        }
        return First(cases, split.FirstLane + split.PathOf(PathKind.Other));
    }

    private sealed class Substitution(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
