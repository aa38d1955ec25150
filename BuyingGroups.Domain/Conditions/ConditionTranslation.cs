using System.Linq.Expressions;
using System.Reflection;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions.Attributes;
using BuyingGroups.Domain.Conditions.Relations;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Conditions;

/// <summary>
/// The one translation of conditions. The expression runs as SQL through Entity Framework and, compiled by <see cref="Compile{T}"/>, in memory;
/// a property test holds the two together. In memory, the navigations a condition reads must be loaded: field values, roles in account,
/// memberships with their group, activities with their attributes, and for accounts people, groups with role fills, opportunities and the parent.
/// </summary>
public static class ConditionTranslation
{
    /// <summary>The accounts that match; refused with every problem when the condition is not valid.</summary>
    public static Outcome<Expression<Func<Account, bool>>> OfAccounts(Condition condition, ConditionCatalog catalog) =>
        Checked<Account>(condition, ConditionScope.Account, catalog);

    /// <summary>The people that match; refused with every problem when the condition is not valid.</summary>
    public static Outcome<Expression<Func<Person, bool>>> OfPeople(Condition condition, ConditionCatalog catalog) =>
        Checked<Person>(condition, ConditionScope.Person, catalog);

    /// <summary>The same answer in memory: text is compared by ordinal, as the databases do, whatever the culture of the thread.</summary>
    /// <param name="expression">What <see cref="OfAccounts"/> or <see cref="OfPeople"/> gave.</param>
    /// <param name="once">True when it will be called a few times only: starts sooner, runs slower.</param>
    public static Func<T, bool> Compile<T>(Expression<Func<T, bool>> expression, bool once = false) =>
        ((Expression<Func<T, bool>>)new OrdinalText().Visit(expression)).Compile(preferInterpretation: once);

    /// <summary>Translates what has been found valid.</summary>
    internal static Expression<Func<T, bool>> Of<T>(Condition condition, ConditionCatalog catalog)
    {
        switch (condition)
        {
            case ConditionGroup group:
                var parts = group.Conditions.Select(part => Of<T>(part, catalog));
                return group.Match == MatchKind.All ? Predicates.All(parts) : Predicates.Any(parts);
            case FieldFilter filter:
                var (positive, negated) = ConditionOperators.Positive(filter.Operator);
                var holds = catalog.Attribute<T>(filter.Attribute)!.Holds(positive, filter.Values, catalog);
                return negated ? Predicates.Not(holds) : holds;
            case HasFilter has:
                return ((ConditionRelation<T>)ConditionCatalog.Relation(ConditionCatalog.ScopeOf<T>(), has.Relation)!).Holds(has, catalog);
            default:
                throw new InvalidOperationException($"{condition.GetType().Name} cannot be translated.");
        }
    }

    private static Outcome<Expression<Func<T, bool>>> Checked<T>(Condition condition, ConditionScope scope, ConditionCatalog catalog)
    {
        var problems = ConditionValidation.Of(condition, scope, catalog);
        return problems.Count > 0
            ? Outcome<Expression<Func<T, bool>>>.Refused([.. problems.Select(problem => problem.Refusal)])
            : Of<T>(condition, catalog);
    }

    /// <summary>Databases have no culture for StartsWith and EndsWith; .NET does, and it is not wanted.</summary>
    private sealed class OrdinalText : ExpressionVisitor
    {
        private static readonly Dictionary<MethodInfo, MethodInfo> Ordinal = new[] { nameof(string.StartsWith), nameof(string.EndsWith) }.ToDictionary(
            name => typeof(string).GetMethod(name, [typeof(string)])!, name => typeof(string).GetMethod(name, [typeof(string), typeof(StringComparison)])!);

        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            Ordinal.TryGetValue(node.Method, out var ordinal)
                ? Expression.Call(Visit(node.Object), ordinal, Visit(node.Arguments[0]), Expression.Constant(StringComparison.Ordinal))
                : base.VisitMethodCall(node);
    }
}
