using BuyingGroups.Data;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>What happened to one account in one journey: every node it passed, the path it took, what was done, and what was refused and why.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="AccountId">The account.</param>
/// <param name="EntryNumber">Which passage; null for the latest.</param>
[Requires(Permissions.JourneysView)]
public sealed record GetJourneyTimeline(int JourneyId, long AccountId, int? EntryNumber = null) : IQuery<JourneyTimeline>;

/// <summary>A passage of an account through a journey.</summary>
/// <param name="Journey">The journey's name.</param>
/// <param name="JourneyStatus">The journey's state.</param>
/// <param name="Account">The account's name; null when it was deleted.</param>
/// <param name="Entries">How many passages there are.</param>
/// <param name="Number">The version it travels.</param>
/// <param name="Entry">The passage: where it is, or how it ended.</param>
/// <param name="Steps">The nodes it passed, in order.</param>
public sealed record JourneyTimeline(string Journey, JourneyStatus JourneyStatus, string? Account, int Entries, int Number, EntryRow Entry, IReadOnlyList<TimelineStep> Steps);

/// <summary>One node passed.</summary>
/// <param name="NodeKey">The node's number.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Name">The name the marketer gave it; null for none.</param>
/// <param name="At">When (UTC); null when that part of the history was trimmed.</param>
/// <param name="Path">Place of the path taken, from 1; 0: the journey ended there.</param>
/// <param name="PathKind">What that path is for; null when the journey ended there.</param>
/// <param name="PathName">The name on it; null for none.</param>
/// <param name="PathIsOnly">True when there was no other way.</param>
/// <param name="Detail">What came of it where that is not the usual.</param>
/// <param name="Effects">What it did to people, and what was refused.</param>
/// <param name="Notes">What else it did: stages, statuses, fields, messages.</param>
public sealed record TimelineStep(
    int NodeKey, string Kind, string? Name, DateTime? At, int Path, PathKind? PathKind, string? PathName, bool PathIsOnly, string? Detail, IReadOnlyList<TimelineEffect> Effects,
    IReadOnlyList<TimelineNote> Notes);

/// <summary>One effect of a node on a person.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Person">The person's name; null when erased.</param>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="BuyingGroup">Its name.</param>
/// <param name="Kind">What was asked.</param>
/// <param name="Role">Which role.</param>
/// <param name="Applied">False when refused.</param>
/// <param name="StandingBy">When refused: who made the change that stands.</param>
public sealed record TimelineEffect(long PersonId, string? Person, long BuyingGroupId, string? BuyingGroup, MembershipChangeKind Kind, string? Role, bool Applied, string? StandingBy);

/// <summary>Reads it.</summary>
public sealed class GetJourneyTimelineHandler : IQueryHandler<GetJourneyTimeline, JourneyTimeline>
{
    private const int MostEffects = 500;

    public async Task<Outcome<JourneyTimeline>> HandleAsync(GetJourneyTimeline query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var journey = await database.Journeys.Select(j => new { j.Id, j.Name, j.Status }).FirstOrDefaultAsync(j => j.Id == query.JourneyId, cancellationToken);
        if (journey is null)
            return new NotFound("journey", query.JourneyId);
        var account = await database.Accounts.Where(a => a.Id == query.AccountId).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
        var entries = database.JourneyEntries.Where(e => e.AccountId == query.AccountId && e.JourneyId == query.JourneyId);
        var entry = await entries.Where(e => query.EntryNumber == null || e.EntryNumber == query.EntryNumber).OrderByDescending(e => e.EntryNumber).FirstOrDefaultAsync(cancellationToken);
        if (entry is null)
            return account is null ? new NotFound("account", query.AccountId) : new NeverEntered(account, journey.Name);
        var version = await database.JourneyNodeKeys.Where(k => k.Id == entry.NodeKey).Join(database.JourneyVersions, k => k.JourneyVersionId, v => v.Id, (k, v) => v).SingleAsync(cancellationToken);
        var document = JourneyDrafts.Stored(version.Document);
        var visits = await (
            from key in database.JourneyNodeKeys
            where key.JourneyVersionId == version.Id
            join visit in database.JourneyVisits on new { NodeKey = key.Id, EntryId = entry.Id } equals new { visit.NodeKey, visit.EntryId }
            join batch in database.JourneyBatches on visit.BatchId equals batch.Id into batches
            from batch in batches.DefaultIfEmpty()
            orderby key.Id
            select new { key.NodeId, key.ActorId, visit.NodeKey, visit.Path, visit.Detail, At = (long?)batch.At }).ToListAsync(cancellationToken);
        var effects = await EffectsAsync(database, entry, [.. visits.Select(v => v.ActorId)], cancellationToken);
        var notes = await TimelineNotes.ReadAsync(database, entry, [.. visits.Select(v => (v.NodeKey, v.ActorId))], SpanOf(entry), cancellationToken);
        var here = document.Node(new NodeId(await database.JourneyNodeKeys.Where(k => k.Id == entry.NodeKey).Select(k => k.NodeId).SingleAsync(cancellationToken)));
        return new JourneyTimeline(
            journey.Name, journey.Status, account, await entries.CountAsync(cancellationToken), version.Number, EntryRows.Row(entry, account, here is null ? "" : NodeWords.Name(here)),
            [.. visits.Select(v => Step(document.Node(new NodeId(v.NodeId)), v.NodeKey, v.Path, v.Detail, v.At, [.. effects[v.ActorId]], [.. notes[v.NodeKey]]))]);
    }

    private static TimelineStep Step(JourneyNode? node, int key, short path, string? detail, long? at, IReadOnlyList<TimelineEffect> effects, IReadOnlyList<TimelineNote> notes)
    {
        // Accounts go past a split of people, whichever paths those took.
        var taken = node is not null && node.Settings is not (SplitByPeopleSettings or VariantSplitSettings { Subject: SplitSubject.People }) && path >= 1 && path <= node.Paths.Count ? node.Paths[path - 1] : null;
        return new TimelineStep(
            key, node?.Settings.Kind ?? "", node?.Name, JourneyEntries.Moment(at), path, taken?.Kind, taken?.Name, node?.Paths.Count == 1, detail, effects, notes);
    }

    /// <summary>Membership changes of the account's groups that these nodes asked for while the entry was on its way.</summary>
    internal static async Task<ILookup<int, TimelineEffect>> EffectsAsync(PortalDbContext database, JourneyEntry entry, IReadOnlyList<int> actors, CancellationToken cancellationToken)
    {
        var (since, until) = SpanOf(entry);
        var rows = await (
            from change in database.MembershipChanges
            join buyingGroup in database.BuyingGroups on change.BuyingGroupId equals buyingGroup.Id
            where buyingGroup.AccountId == entry.AccountId && actors.Contains(change.ActorId) && change.At >= since && (until == null || change.At <= until)
            orderby change.Id
            select new
            {
                Change = change,
                BuyingGroup = buyingGroup.Name,
                Person = database.People.Where(p => p.Id == change.PersonId).Select(p => new { p.FirstName, p.LastName, p.Email }).FirstOrDefault(),
                Role = database.BuyingGroupRoles.Where(r => r.Id == change.RoleId).Select(r => r.Name).FirstOrDefault(),
                StandingBy = database.Actors.Where(a => a.Id == change.StandingActorId).Select(a => a.Name).FirstOrDefault(),
            }).Take(MostEffects).ToListAsync(cancellationToken);
        return rows.ToLookup(
            row => row.Change.ActorId,
            row => new TimelineEffect(
                row.Change.PersonId, row.Person is null ? null : PersonName.Display(row.Person.FirstName, row.Person.LastName, row.Person.Email), row.Change.BuyingGroupId,
                row.BuyingGroup, row.Change.Kind, row.Role, row.Change.Applied, row.StandingBy));
    }

    /// <summary>When a passage began, and ended. The database may keep a moment less exactly than the clock; the next entry begins later than this one ends.</summary>
    private static (DateTime Since, DateTime? Until) SpanOf(JourneyEntry entry) => (
        JourneyEntries.Moment(entry.EnteredAt) ?? DateTime.UnixEpoch,
        entry.DueAt is null && entry.Status != EntryStatus.Parked ? JourneyEntries.Moment(entry.ArrivedAt + 1) : null);
}
