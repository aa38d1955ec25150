using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Journeys.Details;

/// <summary>The accounts of a journey that stand in one way, paged, in the order in which they entered.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Status">How they stand.</param>
/// <param name="Page">Which page.</param>
[Requires(Permissions.JourneysView)]
public sealed record FindEntries(int JourneyId, EntryStatus Status, PageRequest Page) : IQuery<PageOf<EntryRow>>;

/// <summary>Reads them.</summary>
public sealed class FindEntriesHandler : IQueryHandler<FindEntries, PageOf<EntryRow>>
{
    public async Task<Outcome<PageOf<EntryRow>>> HandleAsync(FindEntries query, QueryContext context, CancellationToken cancellationToken) =>
        await EntryRows.PageAsync(context.Database, Of(context.Database, query.JourneyId, query.Status), query.Page, cancellationToken, named: true);

    /// <summary>Each is a range of an index: those on their way by node, all others by status.</summary>
    internal static IQueryable<JourneyEntry> Of(PortalDbContext database, int journeyId, EntryStatus status)
    {
        if (status != EntryStatus.Active)
            return database.JourneyEntries.Where(e => e.JourneyId == journeyId && e.Status == status && e.DueAt == null);
        var keys = JourneyEntries.KeysOf(database, journeyId);
        return database.JourneyEntries.Where(e => keys.Contains(e.NodeKey) && e.DueAt != null);
    }
}
