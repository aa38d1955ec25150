using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>The journeys an account travels or travelled, newest first, paged.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Page">Which page.</param>
[Requires(Permissions.JourneysView)]
public sealed record FindEntriesOfAccount(long AccountId, PageRequest Page) : IQuery<PageOf<AccountEntryRow>>;

/// <summary>One passage of the account.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Journey">Its name.</param>
/// <param name="Entry">The passage.</param>
public sealed record AccountEntryRow(int JourneyId, string Journey, EntryRow Entry);

/// <summary>Reads them.</summary>
public sealed class FindEntriesOfAccountHandler : IQueryHandler<FindEntriesOfAccount, PageOf<AccountEntryRow>>
{
    public async Task<Outcome<PageOf<AccountEntryRow>>> HandleAsync(FindEntriesOfAccount query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var entries =
            from entry in database.JourneyEntries
            where entry.AccountId == query.AccountId
            join journey in database.Journeys on entry.JourneyId equals journey.Id
            select new { Entry = entry, Journey = journey.Name };
        var total = await entries.Take(Listing.Cap + 1).CountAsync(cancellationToken);
        var found = await entries.OrderByDescending(e => e.Entry.EnteredAt).ThenByDescending(e => e.Entry.Id).Skip(query.Page.Skip).Take(query.Page.Take).ToListAsync(cancellationToken);
        var names = await EntryRows.NamesAsync(database, [.. found.Select(f => f.Entry.NodeKey).Distinct()], cancellationToken);
        return new PageOf<AccountEntryRow>(
            [.. found.Select(f => new AccountEntryRow(f.Entry.JourneyId, f.Journey, EntryRows.Row(f.Entry, null, names.GetValueOrDefault(f.Entry.NodeKey, ""))))],
            Math.Min(total, Listing.Cap), total > Listing.Cap);
    }
}
