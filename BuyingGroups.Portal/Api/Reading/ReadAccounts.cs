using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Api.Reading;

/// <summary>Accounts with everything known of them, in the order of their numbers.</summary>
/// <param name="SourceKeys">Only these; null for all.</param>
/// <param name="After">Only those with a larger number: the place where the page before ended.</param>
/// <param name="Most">How many.</param>
[Requires(Permissions.AccountsView)]
public sealed record ReadAccounts(IReadOnlyList<string>? SourceKeys, long After, int Most) : IQuery<Portion<Account>>;

/// <summary>Some records, and where the next ones begin.</summary>
/// <param name="Records">The records.</param>
/// <param name="CustomFields">The custom fields there are, by number.</param>
/// <param name="Next">What to ask for after; null at the end.</param>
public sealed record Portion<T>(IReadOnlyList<T> Records, IReadOnlyDictionary<int, CustomField> CustomFields, long? Next)
{
    /// <summary>Makes a portion of what was read: one more than wanted tells that there is more.</summary>
    public static Portion<T> Of(List<T> read, int most, Func<T, long> id, IReadOnlyDictionary<int, CustomField>? fields = null) =>
        new([.. read.Take(most)], fields ?? new Dictionary<int, CustomField>(), read.Count > most ? id(read[most - 1]) : null);
}

/// <summary>Reads them.</summary>
public sealed class ReadAccountsHandler : IQueryHandler<ReadAccounts, Portion<Account>>
{
    public async Task<Outcome<Portion<Account>>> HandleAsync(ReadAccounts query, QueryContext context, CancellationToken cancellationToken)
    {
        var accounts = context.Database.Accounts.Where(a => a.Id > query.After);
        if (query.SourceKeys is { } keys)
            accounts = accounts.Where(a => keys.Contains(a.SourceKey));
        var read = await accounts.OrderBy(a => a.Id).Take(query.Most + 1).Include(a => a.FieldValues).AsSplitQuery().ToListAsync(cancellationToken);
        var fields = await context.Database.CustomFields.Where(f => f.Target == CustomFieldTarget.Account).ToDictionaryAsync(f => f.Id, cancellationToken);
        return Portion<Account>.Of(read, query.Most, a => a.Id, fields);
    }
}
