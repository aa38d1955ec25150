using BuyingGroups.Domain.Conditions.Attributes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Domain.Conditions;

/// <summary>Finds everything that is wrong with a condition, each at its place. A condition that names something deleted is an error, never "matches nobody".</summary>
public static class ConditionValidation
{
    /// <summary>The problems of a condition over <paramref name="scope"/>; empty when it can be used.</summary>
    public static IReadOnlyList<ConditionProblem> Of(Condition condition, ConditionScope scope, ConditionCatalog catalog)
    {
        var walk = new Walk(catalog);
        walk.Visit(condition, scope, ConditionPath.Root, depth: 1);
        if (walk.Nodes > ConditionLimits.Nodes || walk.Values > ConditionLimits.Values)
            walk.Problems.Insert(0, new(ConditionPath.Root, new ConditionTooLarge(ConditionLimits.Nodes, ConditionLimits.Values)));
        return walk.Problems;
    }

    /// <summary>The problems of a persona's condition: one group of 1 to 5 filters on fields of the person (product.md § 4).</summary>
    public static IReadOnlyList<ConditionProblem> OfPersona(Condition condition, ConditionCatalog catalog) =>
        IsFlat(condition)
            ? Of(condition, ConditionScope.Person, catalog)
            : [new(ConditionPath.Root, condition is UnreadableCondition ? new ConditionUnreadable() : new PersonaNotFlat(Persona.MaxAttributes))];

    private static bool IsFlat(Condition condition) =>
        condition is ConditionGroup { Conditions.Count: >= 1 and <= Persona.MaxAttributes } group
        && group.Conditions.All(part => part is FieldFilter filter && !string.Equals(filter.Attribute, PersonAttributes.Persona, StringComparison.Ordinal));

    private sealed class Walk(ConditionCatalog catalog)
    {
        public List<ConditionProblem> Problems { get; } = [];

        public int Nodes { get; private set; }

        public int Values { get; private set; }

        public void Visit(Condition condition, ConditionScope scope, ConditionPath path, int depth)
        {
            Nodes++;
            switch (condition)
            {
                case ConditionGroup group:
                    VisitGroup(group, scope, path, depth, mayBeEmpty: path.IsRoot && group.Match == MatchKind.All);
                    break;
                case HasFilter has:
                    VisitHas(has, scope, path, depth);
                    break;
                case FieldFilter filter:
                    VisitField(filter, scope, path);
                    break;
                default:
                    Problems.Add(new(path, new ConditionUnreadable()));
                    break;
            }
        }

        private void VisitGroup(ConditionGroup group, ConditionScope scope, ConditionPath path, int depth, bool mayBeEmpty)
        {
            if (depth > ConditionLimits.Depth)
            {
                Problems.Add(new(path, new ConditionTooDeep(ConditionLimits.Depth)));
                return;
            }
            if (group.Conditions.Count == 0 && !mayBeEmpty)
                Problems.Add(new(path, new GroupEmpty()));
            for (var index = 0; index < group.Conditions.Count; index++)
                Visit(group.Conditions[index], scope, path.Child(index), depth + 1);
        }

        private void VisitHas(HasFilter has, ConditionScope scope, ConditionPath path, int depth)
        {
            if (ConditionCatalog.Relation(scope, has.Relation) is not { } relation)
            {
                Problems.Add(new(path, new RelationUnknown(has.Relation)));
                return;
            }
            if (!ConditionOperators.Counting.Contains(has.Comparison))
                Problems.Add(new(path, new OperatorDoesNotFit(relation.Label, ConditionOperators.Label(has.Comparison))));
            var least = has.Comparison == ConditionOperator.GreaterOrEqual ? 1 : 0;
            if (has.Count < least || has.Count > ConditionLimits.LargestCount)
                Problems.Add(new(path, new CountOutOfRange(ConditionLimits.LargestCount)));
            Nodes++;
            VisitGroup(has.Where, relation.Items, path.Child(0), depth + 1, mayBeEmpty: has.Where.Match == MatchKind.All);
        }

        private void VisitField(FieldFilter filter, ConditionScope scope, ConditionPath path)
        {
            Values += filter.Values.Count;
            if (catalog.Attribute(scope, filter.Attribute) is not { } attribute)
            {
                Problems.Add(new(path, new AttributeUnknown(filter.Attribute)));
                return;
            }
            var problems = FilterCheck.Of(filter, attribute).ToList();
            if (problems.Count == 0 && scope == ConditionScope.Person && string.Equals(attribute.Key, PersonAttributes.Persona, StringComparison.Ordinal))
                problems.AddRange(filter.Values.Select(id => catalog.Persona(id)!).Select(PersonaProblem).OfType<Refusal>());
            Problems.AddRange(problems.Select(refusal => new ConditionProblem(path, refusal)));
        }

        private PersonaBroken? PersonaProblem(Persona persona)
        {
            Values += persona.Condition.Children.OfType<FieldFilter>().Sum(filter => filter.Values.Count);
            return OfPersona(persona.Condition, catalog).Count > 0 ? new PersonaBroken(persona.Name) : null;
        }
    }
}
