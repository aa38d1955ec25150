using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Conditions.Attributes;
using BuyingGroups.Domain.Conditions.Relations;
using FsCheck;
using FsCheck.Fluent;
using static BuyingGroups.Tests.Conditions.ConditionWorld;

namespace BuyingGroups.Tests.Conditions;

/// <summary>Makes random valid conditions over the attributes that the catalog lists, so that a new attribute is tried without a new test.</summary>
public static class RandomConditions
{
    /// <summary>Texts that databases like to disagree about.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "VP", "VP Sales", "vp sales", "Vice President", "SVP Finance", "Sales manager", "Sales Manager 100%", "under_score", "[a-c]", "back\\slash", "O'Neill",
        "Åsa", "ÅSA ÖBERG", "Strasse", "Straße", "İstanbul", "ISPARTA", "中文職稱", "Ελλάδα", "ΣΊΣΥΦΟΣ", "e\u0301clair", "éclair", "👩‍💻 dev", "Sweden", "Germany", "a", "%", "_", "--", "\"quoted\"",
        "logistics", "Transport",
    ];

    public static Arbitrary<Condition> Over(ConditionScope scope) => Arb.From(
        from seed in Gen.Choose(int.MinValue, int.MaxValue)
        select Tree(new Random(seed), scope, 3),
        condition => Smaller(condition, scope));

    public static Condition Tree(Random random, ConditionScope scope, int levels) => random.Next(10) switch
    {
        < 4 when levels > 0 => Group(random, scope, levels),
        < 7 when levels > 0 && ConditionCatalog.Relations(scope).ToList() is { Count: > 0 } relations => Has(random, relations[random.Next(relations.Count)], levels),
        _ => Filter(random, scope),
    };

    private static ConditionGroup Group(Random random, ConditionScope scope, int levels, int least = 1) => new(
        random.Next(2) == 0 ? MatchKind.All : MatchKind.Any,
        [.. Enumerable.Range(0, random.Next(least, 4)).Select(_ => Tree(random, scope, levels - 1))]);

    private static HasFilter Has(Random random, ConditionRelation relation, int levels)
    {
        var comparison = ConditionOperators.Counting[random.Next(3)];
        var where = Group(random, relation.Items, levels, least: 0);
        return new(
            relation.Key, comparison, random.Next(comparison == ConditionOperator.GreaterOrEqual ? 1 : 0, 4), where.Conditions.Count == 0 ? Condition.Everything : where);
    }

    private static FieldFilter Filter(Random random, ConditionScope scope)
    {
        var attributes = Catalog.Attributes(scope);
        var attribute = attributes[random.Next(attributes.Count)];
        var operators = attribute.Operators.ToList();
        var chosen = operators[random.Next(operators.Count)];
        var (least, most) = ConditionOperators.ValueCount(chosen);
        var values = Enumerable.Range(0, random.Next(least, Math.Min(most, 4) + 1)).Select(_ => Value(random, attribute, chosen)).ToList();
        if (chosen == ConditionOperator.Between)
            values = attribute.Kind == AttributeKind.Date ? [.. values.Order(StringComparer.Ordinal)] : [.. values.OrderBy(value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture))];
        return new(attribute.Key, chosen, values);
    }

    private static string Value(Random random, ConditionAttribute attribute, ConditionOperator @operator) => attribute.Kind switch
    {
        _ when @operator == ConditionOperator.InLastDays => ConditionValue.Of(random.Next(1, 60)),
        AttributeKind.Number when attribute.IsWhole => ConditionValue.Of(random.Next(-1, 6)),
        AttributeKind.Number => ConditionValue.Of(Number(random)),
        AttributeKind.Date => ConditionValue.Of(Date(random)),
        AttributeKind.Choice => attribute.Options[random.Next(attribute.Options.Count)].Value,
        _ => Piece(random, Texts[random.Next(Texts.Count)]),
    };

    public static decimal Number(Random random) => random.Next(-4, 20) / 4m;

    public static DateOnly Date(Random random) => DateOnly.FromDateTime(Now).AddDays(random.Next(-40, 10));

    /// <summary>A whole text or a part of it that does not cut a character in two.</summary>
    private static string Piece(Random random, string text)
    {
        var runes = text.EnumerateRunes().ToList();
        if (random.Next(3) == 0 || runes.Count < 2)
            return text;
        var start = random.Next(runes.Count);
        var piece = string.Concat(runes.Skip(start).Take(random.Next(1, runes.Count - start + 1)));
        return string.IsNullOrWhiteSpace(piece) ? text : piece;
    }

    private static IEnumerable<Condition> Smaller(Condition condition, ConditionScope scope) => condition switch
    {
        ConditionGroup group =>
        [
            .. group.Conditions,
            .. group.Conditions.Count > 1 ? Enumerable.Range(0, group.Conditions.Count).Select(index => condition.Remove(ConditionPath.Root.Child(index))) : [],
            .. group.Conditions.SelectMany((part, index) => Smaller(part, scope).Select(smaller => condition.Replace(ConditionPath.Root.Child(index), smaller))),
        ],
        HasFilter { Where.Conditions.Count: > 0 } has => [has with { Where = Condition.Everything }, .. Smaller(has.Where, scope).OfType<ConditionGroup>().Select(where => has with { Where = where })],
        FieldFilter { Operator: ConditionOperator.IsAnyOf, Values.Count: > 1 } filter => filter.Values.Select(value => filter with { Values = [value] }),
        _ => [],
    };
}
