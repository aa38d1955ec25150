using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;

namespace BuyingGroups.Portal.Security.Gateway;

/// <summary>What a query handler works with.</summary>
/// <param name="Database">A context for reading.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Now">UTC, taken once per request.</param>
public sealed record QueryContext(PortalDbContext Database, Caller Caller, DateTime Now);

/// <summary>What a command handler works with: one transaction, the caller, the clock, and the trail it leaves.</summary>
public sealed class CommandContext(PortalDbContext database, Caller caller, int actorId, DateTime now)
{
    private readonly List<AuditNote> _notes = [];
    private readonly List<Action> _afterCommit = [];

    /// <summary>A tracking context inside the transaction. The gateway saves and commits.</summary>
    public PortalDbContext Database { get; } = database;

    /// <summary>Who asks.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>The caller's row in the actors table.</summary>
    public int ActorId { get; } = actorId;

    /// <summary>UTC, taken once per command.</summary>
    public DateTime Now { get; } = now;

    internal IReadOnlyList<AuditNote> Notes => _notes;

    internal IReadOnlyList<Action> AfterCommitActions => _afterCommit;

    /// <summary>Adds a line to the audit log. A command that adds none gets one made of its own name and members.</summary>
    /// <param name="subjectKind">Kind of thing, such as BuyingGroup.</param>
    /// <param name="subjectId">Its id; may be a function, for ids that the database gives when saving.</param>
    /// <param name="subjectName">Its name.</param>
    /// <param name="before">What was, or null.</param>
    /// <param name="after">What is, or null.</param>
    public void Audit(string subjectKind, object subjectId, string? subjectName, object? before = null, object? after = null) =>
        _notes.Add(new AuditNote(subjectKind, subjectId, subjectName, before, after));

    /// <summary>Runs once the transaction is committed: to wake a job, to tell open pages.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <summary>Puts a background job in the queue; it starts right after the commit.</summary>
    public BackgroundJob Enqueue(BackgroundJob job)
    {
        job.ActorId = ActorId;
        job.UserId ??= Caller.UserId;
        job.CreatedAt = Now;
        Database.Jobs.Add(job);
        AfterCommit(() => Features.Jobs.JobSignal.Ring());
        return job;
    }

    internal sealed record AuditNote(string SubjectKind, object SubjectId, string? SubjectName, object? Before, object? After);
}
