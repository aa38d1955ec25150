using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Records;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Records;

/// <summary>One line of an account's or person's history: a field that changed, a role in a buying group, or something else that was done to it, such as making it.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Who">Who or what changed it; null when not known, as for what came in before history was kept.</param>
/// <param name="Field">Key of the field; null when the line is about none.</param>
/// <param name="Before">The value before; in a buying group the role.</param>
/// <param name="After">The value after; in a buying group the role, null when removed.</param>
/// <param name="Action">What was done, as the audit log names it; null for the beginning of a record that an import made.</param>
/// <param name="BuyingGroup">The buying group in which the person's role changed.</param>
public sealed record HistoryRow(DateTime At, string? Who, string? Field, string? Before, string? After, string? Action = null, HistoryGroup? BuyingGroup = null);

/// <summary>A buying group as the history names it.</summary>
public sealed record HistoryGroup(long Id, string Name);

/// <summary>Keeps and reads the field-by-field history of accounts and people.</summary>
public static class RecordHistory
{
    /// <summary>Adds a row per changed field, to be saved with the change, and the event that journeys listen for.</summary>
    /// <param name="context">The command.</param>
    /// <param name="kind">Account or person.</param>
    /// <param name="id">Its id.</param>
    /// <param name="accountId">The account it is, or belongs to after the change.</param>
    /// <param name="changes">What changed.</param>
    public static void NoteChanges(this CommandContext context, RecordKind kind, long id, long accountId, IEnumerable<FieldChange> changes) =>
        NoteChanges(context.Database, kind, id, accountId, changes, context.ActorId, context.Now);

    /// <summary>The same for who changes without a command, such as a journey.</summary>
    public static void NoteChanges(PortalDbContext database, RecordKind kind, long id, long accountId, IEnumerable<FieldChange> changes, int actorId, DateTime at)
    {
        foreach (var change in changes)
        {
            database.RecordChanges.Add(new RecordChange
            {
                SubjectKind = kind,
                SubjectId = id,
                Field = change.Field,
                Before = change.Before,
                After = change.After,
                At = at,
                ActorId = actorId,
            });
            database.ChangeEvents.Add(Event(kind, id, accountId, change.Field, change.Before, change.After, actorId, at));
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
}
