using System.Linq.Expressions;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions.Attributes;
using BuyingGroups.Domain.Opportunities;
using BuyingGroups.Domain.People;

namespace BuyingGroups.Domain.Conditions.Relations;

/// <summary>Related things a <see cref="HasFilter"/> can count. Adding one is one entry in <see cref="All"/>.</summary>
public abstract class ConditionRelation
{
    /// <summary>Key of <i>has people</i>.</summary>
    public const string People = "people";

    /// <summary>Key of <i>has matched buying group</i>.</summary>
    public const string BuyingGroups = "buyingGroups";

    /// <summary>Key of <i>has opportunity</i>.</summary>
    public const string Opportunities = "opportunities";

    /// <summary>Key of <i>member of buying group</i>.</summary>
    public const string Memberships = "memberships";

    /// <summary>Key of <i>activity history</i>; "none within a look-back window" is inactivity.</summary>
    public const string Activities = "activities";

    /// <summary>Stable key.</summary>
    public required string Key { get; init; }

    /// <summary>As the palette shows it; English, a localisation key.</summary>
    public required string Label { get; init; }

    /// <summary>What has the related things.</summary>
    public abstract ConditionScope Owner { get; }

    /// <summary>What is counted, and what the filters inside are about.</summary>
    public abstract ConditionScope Items { get; }

    /// <summary>Clauses of the plain sentence, localisation keys.</summary>
    public required RelationClauses Clauses { get; init; }

    /// <summary>Every relation.</summary>
    public static IReadOnlyList<ConditionRelation> All { get; } =
    [
        new ConditionRelation<Account, Person>(account => account.People, ConditionScope.Account, ConditionScope.Person)
        {
            Key = People, Label = "Has people",
            Clauses = new("there are people", "there are no people", "there are at least {0} people", "there are exactly {0} people", "there are at most {0} people"),
        },
        new ConditionRelation<Account, BuyingGroup>(account => account.BuyingGroups, ConditionScope.Account, ConditionScope.BuyingGroup)
        {
            Key = BuyingGroups, Label = "Has matched buying group",
            Clauses = new(
                "there is a matched buying group", "there is no matched buying group", "there are at least {0} matched buying groups",
                "there are exactly {0} matched buying groups", "there are at most {0} matched buying groups"),
        },
        new ConditionRelation<Account, Opportunity>(account => account.Opportunities, ConditionScope.Account, ConditionScope.Opportunity)
        {
            Key = Opportunities, Label = "Has opportunity",
            Clauses = new(
                "there is an opportunity", "there is no opportunity", "there are at least {0} opportunities", "there are exactly {0} opportunities", "there are at most {0} opportunities"),
        },
        new ConditionRelation<Person, Member>(person => person.Memberships, ConditionScope.Person, ConditionScope.Membership)
        {
            Key = Memberships, Label = "Member of buying group",
            Clauses = new(
                "there is a membership of a buying group", "there is no membership of a buying group", "there are memberships of at least {0} buying groups",
                "there are memberships of exactly {0} buying groups", "there are memberships of at most {0} buying groups"),
            // A removed member is remembered but is no member; who wants the removed asks for them.
            Unless = where => Mentions(where, MembershipAttributes.Removed) ? null : member => member.IsActive,
        },
        new ConditionRelation<Person, Activity>(person => person.Activities, ConditionScope.Person, ConditionScope.Activity)
        {
            Key = Activities, Label = "Activity history",
            Clauses = new(
                "there is an activity", "there is no activity", "there are at least {0} activities", "there are exactly {0} activities", "there are at most {0} activities"),
        },
    ];

    private static bool Mentions(Condition condition, string attribute) =>
        (condition is FieldFilter filter && string.Equals(filter.Attribute, attribute, StringComparison.Ordinal)) || condition.Children.Any(child => Mentions(child, attribute));
}

/// <summary>How a relation reads in a sentence; {0} is the count.</summary>
/// <param name="Some">At least one.</param>
/// <param name="None">None.</param>
/// <param name="AtLeast">At least {0}.</param>
/// <param name="Exactly">Exactly {0}.</param>
/// <param name="AtMost">At most {0}.</param>
public sealed record RelationClauses(string Some, string None, string AtLeast, string Exactly, string AtMost);

/// <summary>A relation whose owner is known.</summary>
/// <typeparam name="TOwner">The owner.</typeparam>
public abstract class ConditionRelation<TOwner> : ConditionRelation
{
    internal abstract Expression<Func<TOwner, bool>> Holds(HasFilter filter, ConditionCatalog catalog);
}

/// <summary>A relation along a navigation.</summary>
/// <typeparam name="TOwner">The owner.</typeparam>
/// <typeparam name="TItem">What is counted.</typeparam>
public sealed class ConditionRelation<TOwner, TItem> : ConditionRelation<TOwner>
{
    private readonly Expression<Func<TOwner, ICollection<TItem>>> items;

    internal ConditionRelation(Expression<Func<TOwner, ICollection<TItem>>> items, ConditionScope owner, ConditionScope item) =>
        (this.items, Owner, Items) = (items, owner, item);

    /// <inheritdoc />
    public override ConditionScope Owner { get; }

    /// <inheritdoc />
    public override ConditionScope Items { get; }

    /// <summary>What counts although the filters do not say so; null when they do.</summary>
    internal Func<Condition, Expression<Func<TItem, bool>>?> Unless { get; init; } = _ => null;

    internal override Expression<Func<TOwner, bool>> Holds(HasFilter filter, ConditionCatalog catalog)
    {
        var where = ConditionTranslation.Of<TItem>(filter.Where, catalog);
        if (Unless(filter.Where) is { } silent)
            where = filter.Where.Conditions.Count == 0 ? silent : Predicates.And(silent, where);
        // EXISTS stops at the first row; counting does not. The two commonest questions are asked the cheap way.
        if (filter is { Comparison: ConditionOperator.GreaterOrEqual, Count: 1 })
            return items.HasAny(where);
        if (filter is { Comparison: ConditionOperator.Equal or ConditionOperator.LessOrEqual, Count: 0 })
            return Predicates.Not(items.HasAny(where));
        var count = items.CountOf(where);
        return Expression.Lambda<Func<TOwner, bool>>(
            ValueTest.Build(count.Body, filter.Comparison, [ConditionValue.Of(filter.Count)], catalog.Now), count.Parameters);
    }
}
