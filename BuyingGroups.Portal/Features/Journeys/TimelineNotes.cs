using BuyingGroups.Data;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Stages;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>What kind of effect a node had.</summary>
public enum TimelineNoteKind
{
    /// <summary>A buying group moved to a stage, or was refused to.</summary>
    Stage = 1,

    /// <summary>A buying group got another status.</summary>
    Status = 2,

    /// <summary>A field of the account, or of people, got another value.</summary>
    Field = 3,

    /// <summary>A message that leaves the house.</summary>
    Message = 4,
}

/// <summary>One effect of a node that is not about members.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="About">The buying group's name, the field, or the kind of message.</param>
/// <param name="From">What it was before; null when there was nothing, and for messages.</param>
/// <param name="To">What it became or was to become.</param>
/// <param name="Count">How many people or messages the line stands for.</param>
public sealed record TimelineNote(TimelineNoteKind Kind, string About, string? From, string? To, int Count = 1)
{
    /// <summary>The buying group, where it is about one.</summary>
    public long? BuyingGroupId { get; init; }

    /// <summary>Why a move was refused; null when it was made.</summary>
    public StageMoveVerdict? Refused { get; init; }

    /// <summary>Where a message stands.</summary>
    public OutboxStatus? Sending { get; init; }

    /// <summary>Why the last try to send it failed.</summary>
    public string? Error { get; init; }
}

/// <summary>Reads them, by indexes of the account and of the node.</summary>
internal static class TimelineNotes
{
    private const int Most = 500;

    /// <summary>What these nodes did to the account while the entry was on its way, by node.</summary>
    /// <param name="database">The database.</param>
    /// <param name="entry">The passage.</param>
    /// <param name="nodes">The nodes passed: number and actor.</param>
    /// <param name="span">When the passage began and ended (UTC); null for no end yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ILookup<int, TimelineNote>> ReadAsync(
        PortalDbContext database, JourneyEntry entry, IReadOnlyList<(int Key, int Actor)> nodes, (DateTime Since, DateTime? Until) span, CancellationToken cancellationToken)
    {
        var (since, until) = span;
        var actors = nodes.Select(node => node.Actor).ToList();
        var keyOf = nodes.DistinctBy(node => node.Actor).ToDictionary(node => node.Actor, node => node.Key);
        var notes = new List<(int Key, TimelineNote Note)>();
        foreach (var (actor, note) in await StagesAsync(database, entry.AccountId, actors, since, until, cancellationToken))
            notes.Add((keyOf[actor], note));
        foreach (var (actor, note) in await ChangesAsync(database, entry.AccountId, actors, since, until, cancellationToken))
            notes.Add((keyOf[actor], note));
        notes.AddRange(await MessagesAsync(database, entry.Id, [.. nodes.Select(node => node.Key)], cancellationToken));
        return notes.ToLookup(one => one.Key, one => one.Note);
    }

    private static async Task<IEnumerable<(int Actor, TimelineNote Note)>> StagesAsync(
        PortalDbContext database, long accountId, List<int> actors, DateTime since, DateTime? until, CancellationToken cancellationToken)
    {
        var rows = await (
            from buyingGroup in database.BuyingGroups
            where buyingGroup.AccountId == accountId
            join change in database.StageChanges on buyingGroup.Id equals change.BuyingGroupId
            where actors.Contains(change.ActorId) && change.At >= since && (until == null || change.At <= until)
            orderby change.Id
            select new
            {
                change.ActorId,
                change.Applied,
                change.Reason,
                buyingGroup.Id,
                buyingGroup.Name,
                From = database.Stages.Where(s => s.Id == change.FromStageId).Select(s => s.Name).FirstOrDefault(),
                To = database.Stages.Where(s => s.Id == change.ToStageId).Select(s => s.Name).FirstOrDefault(),
            }).Take(Most).ToListAsync(cancellationToken);
        return rows.Select(row => (row.ActorId, new TimelineNote(TimelineNoteKind.Stage, row.Name, row.From, row.To)
        {
            BuyingGroupId = row.Id,
            Refused = row.Applied ? null : Enum.TryParse<StageMoveVerdict>(row.Reason, out var reason) ? reason : StageMoveVerdict.NoTransition,
        }));
    }

    private static async Task<IEnumerable<(int Actor, TimelineNote Note)>> ChangesAsync(
        PortalDbContext database, long accountId, List<int> actors, DateTime since, DateTime? until, CancellationToken cancellationToken)
    {
        ChangeEventKind[] told = [ChangeEventKind.Status, ChangeEventKind.AccountData, ChangeEventKind.PersonData];
        var rows = await database.ChangeEvents
            .Where(e => e.AccountId == accountId && actors.Contains(e.ActorId) && told.Contains(e.Kind) && e.At >= since && (until == null || e.At <= until))
            .OrderBy(e => e.Id).Take(Most)
            .Select(e => new { e.ActorId, e.Kind, e.Field, e.Previous, e.Current, e.BuyingGroupId, Group = database.BuyingGroups.Where(g => g.Id == e.BuyingGroupId).Select(g => g.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return rows.Where(row => row.Kind != ChangeEventKind.PersonData)
            .Select(row => (row.ActorId, row.Kind == ChangeEventKind.Status
                ? new TimelineNote(TimelineNoteKind.Status, row.Group ?? "", row.Previous, row.Current) { BuyingGroupId = row.BuyingGroupId }
                : new TimelineNote(TimelineNoteKind.Field, row.Field ?? "", row.Previous, row.Current)))
            .Concat(rows.Where(row => row.Kind == ChangeEventKind.PersonData).GroupBy(row => (row.ActorId, row.Field, row.Current))
                .Select(people => (people.Key.ActorId, new TimelineNote(TimelineNoteKind.Field, people.Key.Field ?? "", null, people.Key.Current, people.Count()))));
    }

    private static async Task<IEnumerable<(int Key, TimelineNote Note)>> MessagesAsync(PortalDbContext database, long entryId, List<int> keys, CancellationToken cancellationToken)
    {
        var rows = await database.OutboxMessages.Where(m => keys.Contains(m.NodeKey) && m.EntryId == entryId)
            .GroupBy(m => new { m.NodeKey, m.Kind, m.Status }).Select(g => new { g.Key.NodeKey, g.Key.Kind, g.Key.Status, Count = g.Count(), Error = g.Max(m => m.Error) })
            .OrderBy(g => g.NodeKey).ThenBy(g => g.Status).ToListAsync(cancellationToken);
        return rows.Select(row => (row.NodeKey, new TimelineNote(TimelineNoteKind.Message, row.Kind, null, null, row.Count) { Sending = row.Status, Error = row.Error }));
    }
}
