using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Records;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Records;

/// <summary>Keeps the field-by-field history of accounts and people.</summary>
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
