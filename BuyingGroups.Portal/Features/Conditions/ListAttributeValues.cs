using BuyingGroups.Domain;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Conditions;

/// <summary>Values of a text attribute that stand in the database, for suggestions while typing.</summary>
/// <param name="Scope">What the attribute is about.</param>
/// <param name="Attribute">Its key.</param>
/// <param name="Part">What was typed; empty for all.</param>
/// <param name="Take">How many, at most 50.</param>
[Requires(Permissions.AccountsView)]
public sealed record ListAttributeValues(ConditionScope Scope, string Attribute, string Part = "", int Take = 20) : IQuery<AttributeValues>;

/// <summary>The answer.</summary>
/// <param name="Values">As written, in order.</param>
public sealed record AttributeValues(IReadOnlyList<string> Values);

/// <summary>Finds them; each once whatever its capitals.</summary>
public sealed class ListAttributeValuesHandler : IQueryHandler<ListAttributeValues, AttributeValues>
{
    private const int Most = 50;

    public async Task<Outcome<AttributeValues>> HandleAsync(ListAttributeValues query, QueryContext context, CancellationToken cancellationToken)
    {
        var catalog = await context.Database.ReadConditionCatalogAsync(context.Now, cancellationToken);
        var take = Math.Clamp(query.Take, 1, Most);
        var part = query.Part.Length > ConditionLimits.TextMaxLength ? query.Part[..ConditionLimits.TextMaxLength] : query.Part;
        var values = query.Scope switch
        {
            ConditionScope.Account => Of(context.Database.Accounts),
            ConditionScope.Person => Of(context.Database.People),
            ConditionScope.BuyingGroup => Of(context.Database.BuyingGroups),
            ConditionScope.Membership => Of(context.Database.Members),
            _ => null,
        };
        if (values is null)
            return new AttributeValues([]);
        // Spellings that differ in capitals only are one value to a condition: some more are read so that enough remain.
        var found = await values.Where(value => value != null).Distinct().OrderBy(value => value).Take(take * 2).ToListAsync(cancellationToken);
        return new AttributeValues([.. found.OfType<string>().DistinctBy(NormalizedText.Of, StringComparer.Ordinal).Take(take)]);

        IQueryable<string?>? Of<T>(IQueryable<T> entities) => catalog.Attribute<T>(query.Attribute)?.Suggestions(entities, part);
    }
}
