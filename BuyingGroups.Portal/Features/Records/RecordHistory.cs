using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Records;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Records;

/// <summary>One line of an account's or person's history: a field that changed, or the record's beginning.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Who">Who or what changed it; null when not known, as for what came in before history was kept.</param>
/// <param name="Field">Key of the field; null for the line that tells of the creation.</param>
/// <param name="Before">The value before.</param>
/// <param name="After">The value after.</param>
public sealed record HistoryRow(DateTime At, string? Who, string? Field, string? Before, string? After);

/// <summary>Keeps and reads the field-by-field history of accounts and people.</summary>
public static class RecordHistory
{
    /// <summary>Adds a row per changed field, to be saved with the change, and the event that journeys listen for.</summary>
    /// <param name="context">The command.</param>
    /// <param name="kind">Account or person.</param>
    /// <param name="id">Its id.</param>
    /// <param name="accountId">The account it is, or belongs to after the change.</param>
    /// <param name="changes">What changed.</param>
    public static void NoteChanges(this CommandContext context, RecordKind kind, long id, long accountId, IEnumerable<FieldChange> changes)
    {
        foreach (var change in changes)
        {
            context.Database.RecordChanges.Add(new RecordChange
            {
                SubjectKind = kind,
                SubjectId = id,
                Field = change.Field,
                Before = change.Before,
                After = change.After,
                At = context.Now,
                ActorId = context.ActorId,
            });
            context.Database.ChangeEvents.Add(Event(kind, id, accountId, change.Field, change.Before, change.After, context.ActorId, context.Now));
        }
    }

    /// <summary>The event of one changed field.</summary>
    public static ChangeEvent Event(RecordKind kind, long id, long accountId, string field, string? before, string? after, int actorId, DateTime at) => new()
    {
        Kind = kind == RecordKind.Account ? ChangeEventKind.AccountData : ChangeEventKind.PersonData,
        AccountId = accountId,
        PersonId = kind == RecordKind.Person ? id : null,
        Field = field,
        Previous = before,
        Current = after,
        ActorId = actorId,
        At = at,
    };

    /// <summary>A page of the history, latest first; the creation is its last line.</summary>
    /// <param name="database">Where to read.</param>
    /// <param name="kind">Account or person.</param>
    /// <param name="id">Its id.</param>
    /// <param name="createdAt">When it was first stored.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<PageOf<HistoryRow>> ReadAsync(
        PortalDbContext database, RecordKind kind, long id, DateTime createdAt, PageRequest page, CancellationToken cancellationToken)
    {
        var changes = database.RecordChanges.Where(c => c.SubjectKind == kind && c.SubjectId == id);
        var total = await changes.CountAsync(cancellationToken);
        var rows = await (
            from change in changes
            join actor in database.Actors on change.ActorId equals actor.Id into actors
            from actor in actors.DefaultIfEmpty()
            orderby change.Id descending
            select new HistoryRow(change.At, actor == null ? null : actor.Name, change.Field, change.Before, change.After))
            .Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        if (page.Skip <= total && rows.Count < page.Take)
        {
            var (subject, subjectId) = (kind.ToString(), id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var creator = await database.AuditEntries.Where(e => e.SubjectKind == subject && e.SubjectId == subjectId && e.Action == "Create" + subject)
                .OrderBy(e => e.Sequence).Select(e => e.Actor!.Name).FirstOrDefaultAsync(cancellationToken);
            rows.Add(new HistoryRow(createdAt, creator, null, null, null));
        }
        return new PageOf<HistoryRow>(rows, total + 1);
    }
}
