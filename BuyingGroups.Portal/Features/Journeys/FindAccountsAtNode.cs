using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Features.Journeys.History;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Which accounts of a node are listed.</summary>
public enum AtNode
{
    /// <summary>Those there now, parked ones included.</summary>
    Here = 1,

    /// <summary>Those that passed it.</summary>
    Passed = 2,
}

/// <summary>Accounts at a node of a journey, paged: those there now, or those that passed.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="NodeKey">The node's number.</param>
/// <param name="Which">Which of them.</param>
/// <param name="Page">Which page; in the order in which they entered.</param>
/// <param name="Search">Only accounts whose name begins so.</param>
[Requires(Permissions.JourneysView)]
public sealed record FindAccountsAtNode(int JourneyId, int NodeKey, AtNode Which, PageRequest Page, string? Search = null) : IQuery<PageOf<EntryRow>>;

/// <summary>The parked accounts of a journey, paged.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Page">Which page; in the order in which they entered.</param>
[Requires(Permissions.JourneysView)]
public sealed record FindParkedEntries(int JourneyId, PageRequest Page) : IQuery<PageOf<EntryRow>>;

/// <summary>A node of a published version, for headings.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="NodeKey">The node's number.</param>
[Requires(Permissions.JourneysView)]
public sealed record GetJourneyNode(int JourneyId, int NodeKey) : IQuery<JourneyNodeName>;

/// <summary>One passage of an account through a journey, as listed.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Account">Its name; null when it was deleted.</param>
/// <param name="EntryNumber">1 for the account's first passage.</param>
/// <param name="Status">How it stands.</param>
/// <param name="NodeKey">The node it is at, or was at when it ended.</param>
/// <param name="Node">That node's name; empty when the list is about one node.</param>
/// <param name="EnteredAt">When it entered (UTC).</param>
/// <param name="ArrivedAt">When it arrived at that node, or ended (UTC).</param>
/// <param name="DueAt">When that node lets it go at the latest (UTC); null: not known, or not on its way.</param>
/// <param name="Error">Why it is parked.</param>
public sealed record EntryRow(
    long EntryId, long AccountId, string? Account, int EntryNumber, EntryStatus Status, int NodeKey, string Node, DateTime? EnteredAt, DateTime? ArrivedAt, DateTime? DueAt, string? Error);

/// <summary>A node and where it belongs.</summary>
/// <param name="Journey">The journey's name.</param>
/// <param name="Number">The version.</param>
/// <param name="NodeId">Its id in the drawing.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Name">The name the marketer gave it; null for none.</param>
/// <param name="HistoryDays">For how many days accounts that left the journey are listed as having passed; null: for ever.</param>
public sealed record JourneyNodeName(string Journey, int Number, string NodeId, string Kind, string? Name, int? HistoryDays);

/// <summary>Reads them.</summary>
public sealed class FindAccountsAtNodeHandler : IQueryHandler<FindAccountsAtNode, PageOf<EntryRow>>
{
    public async Task<Outcome<PageOf<EntryRow>>> HandleAsync(FindAccountsAtNode query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var entries = Of(database, query.JourneyId, query.NodeKey, query.Which);
        if (NormalizedText.Of(query.Search) is { } search)
        {
            // Accounts that begin so are one range of an index; whether they are here is looked up one by one.
            var (start, end) = Prefix.Of(search);
            entries = entries.Where(e => database.Accounts.Any(a => a.Id == e.AccountId && string.Compare(a.NormalizedName, start) >= 0 && string.Compare(a.NormalizedName, end) < 0));
        }
        return await EntryRows.PageAsync(database, entries, query.Page, cancellationToken);
    }

    /// <summary>Each list is one range of an index; parked ones stand before those on their way.</summary>
    internal static IQueryable<JourneyEntry> Of(PortalDbContext database, int journeyId, int nodeKey, AtNode which)
    {
        var entries = which == AtNode.Passed
            ? database.JourneyVisits.Where(v => v.NodeKey == nodeKey).Join(database.JourneyEntries, v => v.EntryId, e => e.Id, (v, e) => e)
            : database.JourneyEntries.Where(e => e.NodeKey == nodeKey && e.DueAt != null)
                .Concat(JourneyEntries.ParkedOf(database, journeyId).Where(e => e.NodeKey == nodeKey));
        return entries.Where(e => e.JourneyId == journeyId);
    }
}

/// <summary>Reads them.</summary>
public sealed class FindParkedEntriesHandler : IQueryHandler<FindParkedEntries, PageOf<EntryRow>>
{
    public async Task<Outcome<PageOf<EntryRow>>> HandleAsync(FindParkedEntries query, QueryContext context, CancellationToken cancellationToken) =>
        await EntryRows.PageAsync(context.Database, JourneyEntries.ParkedOf(context.Database, query.JourneyId), query.Page, cancellationToken, named: true);
}

/// <summary>Reads it.</summary>
public sealed class GetJourneyNodeHandler(HistoryKeeping keeping) : IQueryHandler<GetJourneyNode, JourneyNodeName>
{
    public async Task<Outcome<JourneyNodeName>> HandleAsync(GetJourneyNode query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var found = await (
            from key in database.JourneyNodeKeys
            where key.Id == query.NodeKey
            join version in database.JourneyVersions on key.JourneyVersionId equals version.Id
            join journey in database.Journeys on version.JourneyId equals journey.Id
            where journey.Id == query.JourneyId
            select new { key.NodeId, version.Number, version.Document, journey.Name }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return new NotFound("node", query.NodeKey);
        var node = JourneyDrafts.Stored(found.Document).Node(new NodeId(found.NodeId));
        return new JourneyNodeName(found.Name, found.Number, found.NodeId, node?.Settings.Kind ?? "", node?.Name, keeping.Days);
    }
}
