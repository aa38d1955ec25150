using System.Linq.Expressions;
using BuyingGroups.Domain.People;

namespace BuyingGroups.Domain.BuyingGroups;

/// <summary>Which role of a template a person gets: the first one, in priority order, whose condition matches (product.md § 4).</summary>
public static class RoleAssignment
{
    /// <summary>No role fits.</summary>
    public const int NoRole = 0;

    /// <summary>
    /// The role id a person gets, or <see cref="NoRole"/>, as one expression: it runs as SQL over a million people and compiles to the
    /// function that answers for one.
    /// </summary>
    /// <param name="rules">The auto-assigned roles of the template, first priority first.</param>
    public static Expression<Func<Person, int>> FirstMatchingRole(IReadOnlyList<RoleRule> rules)
    {
        var person = Expression.Parameter(typeof(Person), "person");
        Expression body = Expression.Constant(NoRole);
        foreach (var rule in rules.Reverse())
            body = Expression.Condition(new Swap(rule.Fits.Parameters[0], person).Visit(rule.Fits.Body), Expression.Constant(rule.RoleId), body);
        return Expression.Lambda<Func<Person, int>>(body, person);
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}

/// <summary>A role and the condition that leads to it, translated.</summary>
/// <param name="RoleId">The role.</param>
/// <param name="Fits">True for a person who fits.</param>
public sealed record RoleRule(int RoleId, Expression<Func<Person, bool>> Fits);
