using BuyingGroups.Data;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Conditions.Relations;
using BuyingGroups.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Conditions;

/// <summary>Finds what names a thing in its conditions, so that a refusal to delete it can say so.</summary>
public static class ConditionUses
{
    /// <summary>Names of the role templates, personas, audiences and account lists that have a filter for which <paramref name="uses"/> holds.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(PortalDbContext database, Func<FieldFilter, bool> uses, CancellationToken cancellationToken)
    {
        var cards = await database.RoleCards.AsNoTracking().Where(card => card.Condition != null)
            .Join(database.RoleTemplates, card => card.RoleTemplateId, template => template.Id, (card, template) => new { template.Name, card.Condition })
            .ToListAsync(cancellationToken);
        var personas = await database.Personas.AsNoTracking().ToListAsync(cancellationToken);
        var audiences = await database.Audiences.AsNoTracking().ToListAsync(cancellationToken);
        var lists = await database.AccountLists.AsNoTracking().Where(list => list.Condition != null).ToListAsync(cancellationToken);
        return
        [
            .. cards.Where(card => Names(card.Condition!, uses)).Select(card => $"the role template “{card.Name}”").Distinct(StringComparer.Ordinal),
            .. personas.Where(persona => Names(persona.Condition, uses)).Select(persona => $"the persona “{persona.Name}”"),
            .. audiences.Where(audience => Names(audience.Condition, uses)).Select(audience => $"the audience “{audience.Name}”"),
            .. lists.Where(list => Names(list.Condition!, uses)).Select(list => $"the account list “{list.Name}”"),
        ];
    }

    /// <summary>A filter whose attribute is <paramref name="attribute"/> and one of whose values is <paramref name="id"/>.</summary>
    public static Func<FieldFilter, bool> Value(string attribute, int id)
    {
        var text = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return filter => filter.Attribute == attribute && filter.Values.Contains(text, StringComparer.Ordinal);
    }

    /// <summary>
    /// Loads what conditions that run in memory read of a person's activities: all of them when a condition asks, none otherwise, because there may be thousands.
    /// </summary>
    public static IQueryable<Person> WithActivitiesFor(this IQueryable<Person> people, IEnumerable<Condition?> conditions) =>
        conditions.Any(condition => condition is not null && Asks(condition)) ? people.Include(p => p.Activities).ThenInclude(a => a.Attributes) : people;

    private static bool Asks(Condition condition) => condition is HasFilter { Relation: ConditionRelation.Activities } || condition.Children.Any(Asks);

    private static bool Names(Condition condition, Func<FieldFilter, bool> uses) =>
        (condition is FieldFilter filter && uses(filter)) || condition.Children.Any(child => Names(child, uses));
}
