using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Stages;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Records;

/// <summary>From where the lines of a timeline are read.</summary>
internal enum LineKind
{
    Audited = 1,
    Membership = 2,
    Field = 3,
    Stage = 4,
    Status = 5,
    Activity = 6,
}

/// <summary>Where a line stands in time and where the rest of it is found.</summary>
internal sealed class TimelineLine
{
    public DateTime At { get; init; }

    public LineKind Kind { get; init; }

    public long Id { get; init; }
}

/// <summary>The lines of the timeline of an account or person, put together by time in the database.</summary>
/// <param name="database">Where to read.</param>
/// <param name="kind">Account or person.</param>
/// <param name="id">Its id.</param>
/// <param name="withGroups">True when the reader may see buying groups.</param>
internal sealed class TimelineLines(PortalDbContext database, RecordKind kind, long id, bool withGroups)
{
    /// <summary>The action of the audit log that began the record.</summary>
    private readonly string made = "Create" + kind;

    /// <summary>The lines of a part, or of all.</summary>
    public IQueryable<TimelineLine> Of(TimelinePart? part) => part switch
    {
        TimelinePart.Activities => Activities,
        TimelinePart.Groups => Groups,
        TimelinePart.Data => Data,
        _ when withGroups => Data.Concat(Groups).Concat(Activities),
        _ => Data.Concat(Activities),
    };

    /// <summary>True when the audit log tells who made the record.</summary>
    public Task<bool> TellsBeginningAsync(CancellationToken cancellationToken) => Audit.AnyAsync(e => e.Action == made, cancellationToken);

    private IQueryable<TimelineLine> Data =>
        Changes.Select(c => new TimelineLine { At = c.At, Kind = LineKind.Field, Id = c.Id }).Concat(Audit.Select(e => new TimelineLine { At = e.At, Kind = LineKind.Audited, Id = e.Sequence }));

    private IQueryable<TimelineLine> Groups
    {
        get
        {
            var memberships = Memberships.Where(c => c.Applied && withGroups).Select(c => new TimelineLine { At = c.At, Kind = LineKind.Membership, Id = c.Id });
            return kind == RecordKind.Person
                ? memberships
                : memberships
                    .Concat(Moves.Where(c => c.Applied && withGroups).Select(c => new TimelineLine { At = c.At, Kind = LineKind.Stage, Id = c.Id }))
                    .Concat(database.ChangeEvents.Where(e => e.AccountId == id && e.Kind == ChangeEventKind.Status && withGroups).Select(e => new TimelineLine { At = e.At, Kind = LineKind.Status, Id = e.Id }));
        }
    }

    private IQueryable<TimelineLine> Activities => Done.Select(a => new TimelineLine { At = a.OccurredAt, Kind = LineKind.Activity, Id = a.Id });

    private IQueryable<Activity> Done => kind == RecordKind.Person ? database.Activities.Where(a => a.PersonId == id) : database.Activities.Where(a => a.AccountId == id);

    private IQueryable<long> Inside => database.BuyingGroups.Where(g => g.AccountId == id).Select(g => g.Id);

    private IQueryable<MembershipChange> Memberships =>
        kind == RecordKind.Person ? database.MembershipChanges.Where(c => c.PersonId == id) : database.MembershipChanges.Where(c => Inside.Contains(c.BuyingGroupId));

    private IQueryable<StageChange> Moves => database.StageChanges.Where(c => Inside.Contains(c.BuyingGroupId));

    private IQueryable<RecordChange> Changes => database.RecordChanges.Where(c => c.SubjectKind == kind && c.SubjectId == id);

    /// <summary>What the audit log tells that the field changes written with it do not tell already.</summary>
    private IQueryable<AuditEntry> Audit
    {
        get
        {
            var (subject, subjectId) = (kind.ToString(), id.ToString(CultureInfo.InvariantCulture));
            return database.AuditEntries.Where(e => e.SubjectKind == subject && e.SubjectId == subjectId && (e.Action == made || !Changes.Any(c => c.At == e.At && c.ActorId == e.ActorId)));
        }
    }
}
