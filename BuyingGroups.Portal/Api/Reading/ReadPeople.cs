using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Api.Reading;

/// <summary>People with everything known of them and the source key of their account, in the order of their numbers.</summary>
/// <param name="SourceKeys">Only these, whether they have the key themselves or took over the record that had it; null for all.</param>
/// <param name="After">Only those with a larger number: the place where the page before ended.</param>
/// <param name="Most">How many.</param>
[Requires(Permissions.AccountsView)]
public sealed record ReadPeople(IReadOnlyList<string>? SourceKeys, long After, int Most) : IQuery<Portion<Person>>;

/// <summary>Reads them.</summary>
public sealed class ReadPeopleHandler : IQueryHandler<ReadPeople, Portion<Person>>
{
    public async Task<Outcome<Portion<Person>>> HandleAsync(ReadPeople query, QueryContext context, CancellationToken cancellationToken)
    {
        var people = context.Database.People.Where(p => p.Id > query.After);
        if (query.SourceKeys is { } keys)
            people = people.Where(p => keys.Contains(p.SourceKey) || context.Database.MergedKeys.Any(k => k.PersonId == p.Id && keys.Contains(k.SourceKey)));
        var read = await people.OrderBy(p => p.Id).Take(query.Most + 1).Include(p => p.Account).Include(p => p.FieldValues).Include(p => p.RolesInAccount).AsSplitQuery()
            .ToListAsync(cancellationToken);
        var fields = await context.Database.CustomFields.Where(f => f.Target == CustomFieldTarget.Person).ToDictionaryAsync(f => f.Id, cancellationToken);
        return Portion<Person>.Of(read, query.Most, p => p.Id, fields);
    }
}
