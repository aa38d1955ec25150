using BuyingGroups.Domain.Conditions.Attributes;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Conditions;

/// <summary>Whether the operator and the values of a filter fit its attribute.</summary>
internal static class FilterCheck
{
    public static IEnumerable<Refusal> Of(FieldFilter filter, ConditionAttribute attribute)
    {
        var label = attribute.EnglishLabel;
        if (!attribute.Operators.Contains(filter.Operator))
            return [new OperatorDoesNotFit(label, ConditionOperators.Label(filter.Operator))];
        var (least, most) = ConditionOperators.ValueCount(filter.Operator);
        if (filter.Values.Count > most)
            return [new TooManyValues(label, most)];
        if (filter.Values.Count < least || filter.Values.Any(string.IsNullOrWhiteSpace))
            return [new ValueMissing(label)];
        var wrong = filter.Values.Select(value => Wrong(value, filter.Operator, attribute)).OfType<Refusal>().DistinctBy(refusal => refusal.ToString(), StringComparer.Ordinal).ToList();
        if (wrong.Count == 0 && filter.Operator == ConditionOperator.Between && IsReversed(filter.Values, attribute.Kind))
            wrong.Add(new RangeReversed(label));
        return wrong;
    }

    private static Refusal? Wrong(string value, ConditionOperator @operator, ConditionAttribute attribute)
    {
        var label = attribute.EnglishLabel;
        if (@operator == ConditionOperator.InLastDays)
            return ConditionValue.TryDays(value, out _) ? null : new DaysOutOfRange(label, ConditionLimits.LastDays);
        return attribute.Kind switch
        {
            AttributeKind.Number when attribute.IsWhole => ConditionValue.TryWhole(value, out _) ? null : new NotAWholeNumber(label, value),
            AttributeKind.Number => ConditionValue.TryNumber(value, out _) ? null : new NotANumber(label, value),
            AttributeKind.Date => ConditionValue.TryDate(value, out _) ? null : new NotADate(label, value),
            AttributeKind.Choice => attribute.Option(value) is not null ? null : new OptionUnknown(label, value),
            _ => value.Length <= ConditionLimits.TextMaxLength ? null : new ValueTooLong(label, ConditionLimits.TextMaxLength),
        };
    }

    private static bool IsReversed(IReadOnlyList<string> values, AttributeKind kind) =>
        kind == AttributeKind.Date
            ? ConditionValue.Date(values[0]) > ConditionValue.Date(values[1])
            : (decimal)ConditionValue.NumberAs(values[0], typeof(decimal)) > (decimal)ConditionValue.NumberAs(values[1], typeof(decimal));
}
