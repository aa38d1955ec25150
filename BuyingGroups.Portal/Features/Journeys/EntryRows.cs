using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Pages of entries with the names of accounts and, where asked for, of nodes.</summary>
internal static class EntryRows
{
    /// <summary>One page; counting stops at the cap of every list.</summary>
    /// <param name="database">The database.</param>
    /// <param name="entries">Which entries.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="named">True to name the node of each.</param>
    public static async Task<PageOf<EntryRow>> PageAsync(PortalDbContext database, IQueryable<JourneyEntry> entries, PageRequest page, CancellationToken cancellationToken, bool named = false)
    {
        var total = await entries.Select(e => e.Id).Take(Listing.Cap + 1).CountAsync(cancellationToken);
        var found = await entries.OrderBy(e => e.Id).Skip(page.Skip).Take(page.Take)
            .Select(e => new { Entry = e, Account = database.Accounts.Where(a => a.Id == e.AccountId).Select(a => a.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var names = named ? await NamesAsync(database, [.. found.Select(f => f.Entry.NodeKey).Distinct()], cancellationToken) : [];
        return new PageOf<EntryRow>(
            [.. found.Select(f => Row(f.Entry, f.Account, names.GetValueOrDefault(f.Entry.NodeKey, "")))], Math.Min(total, Listing.Cap), total > Listing.Cap);
    }

    /// <summary>An entry as listed.</summary>
    public static EntryRow Row(JourneyEntry entry, string? account, string node) => new(
        entry.Id, entry.AccountId, account, entry.EntryNumber, entry.Status, entry.NodeKey, node,
        JourneyEntries.Moment(entry.EnteredAt), JourneyEntries.Moment(entry.ArrivedAt), JourneyEntries.Moment(entry.DueAt), entry.Error);

    /// <summary>Names of nodes by key. The documents are read once per version.</summary>
    public static async Task<Dictionary<int, string>> NamesAsync(PortalDbContext database, IReadOnlyCollection<int> keys, CancellationToken cancellationToken)
    {
        var rows = await database.JourneyNodeKeys.Where(k => keys.Contains(k.Id)).ToListAsync(cancellationToken);
        var versionIds = rows.Select(k => k.JourneyVersionId).Distinct().ToList();
        var documents = await database.JourneyVersions.Where(v => versionIds.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Document, cancellationToken);
        var read = documents.ToDictionary(pair => pair.Key, pair => JourneyDrafts.Stored(pair.Value));
        return rows.ToDictionary(k => k.Id, k => read[k.JourneyVersionId].Node(new NodeId(k.NodeId)) is { } node ? NodeWords.Name(node) : k.NodeId);
    }
}
