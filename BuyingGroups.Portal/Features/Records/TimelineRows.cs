using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Activities;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Records;

/// <summary>Reads what the lines of a page say, one small statement for each kind of line.</summary>
/// <param name="database">Where to read.</param>
/// <param name="kind">Whose timeline: that of a person does not name the person.</param>
internal sealed class TimelineRows(PortalDbContext database, RecordKind kind)
{
    private readonly Dictionary<(LineKind Kind, long Id), TimelineRow> rows = [];

    /// <returns>The rows by kind and id of their line.</returns>
    public async Task<IReadOnlyDictionary<(LineKind Kind, long Id), TimelineRow>> ReadAsync(IReadOnlyList<TimelineLine> lines, CancellationToken cancellationToken)
    {
        foreach (var same in lines.GroupBy(line => line.Kind))
        {
            var ids = same.Select(line => line.Id).ToList();
            await (same.Key switch
            {
                LineKind.Field => FieldsAsync(ids, cancellationToken),
                LineKind.Audited => AuditedAsync(ids, cancellationToken),
                LineKind.Membership => MembershipsAsync(ids, cancellationToken),
                LineKind.Stage => StagesAsync(ids, cancellationToken),
                LineKind.Status => StatusesAsync(ids, cancellationToken),
                _ => ActivitiesAsync(ids, cancellationToken),
            });
        }
        return rows;
    }

    private async Task FieldsAsync(List<long> ids, CancellationToken cancellationToken)
    {
        foreach (var c in await database.RecordChanges.Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.At, Who = database.Actors.Where(a => a.Id == c.ActorId).Select(a => a.Name).FirstOrDefault(), c.Field, c.Before, c.After }).ToListAsync(cancellationToken))
            rows[(LineKind.Field, c.Id)] = new TimelineRow(c.At, c.Who, c.Field, c.Before, c.After);
    }

    private async Task AuditedAsync(List<long> ids, CancellationToken cancellationToken)
    {
        foreach (var e in await database.AuditEntries.Where(e => ids.Contains(e.Sequence)).Select(e => new { e.Sequence, e.At, Who = e.Actor!.Name, e.Action }).ToListAsync(cancellationToken))
            rows[(LineKind.Audited, e.Sequence)] = new TimelineRow(e.At, e.Who, null, null, null, e.Action);
    }

    private async Task MembershipsAsync(List<long> ids, CancellationToken cancellationToken)
    {
        foreach (var c in await database.MembershipChanges.Where(c => ids.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.At,
                c.Kind,
                Who = database.Actors.Where(a => a.Id == c.ActorId).Select(a => a.Name).FirstOrDefault(),
                Role = database.BuyingGroupRoles.Where(r => r.Id == c.RoleId).Select(r => r.Name).FirstOrDefault(),
                Previous = database.BuyingGroupRoles.Where(r => r.Id == c.PreviousRoleId).Select(r => r.Name).FirstOrDefault(),
                Group = database.BuyingGroups.Where(g => g.Id == c.BuyingGroupId).Select(g => new TimelineGroup(g.Id, g.Name)).FirstOrDefault(),
                Person = database.People.Where(p => p.Id == c.PersonId).Select(p => new { p.Id, p.FirstName, p.LastName, p.Email }).FirstOrDefault(),
            }).ToListAsync(cancellationToken))
        {
            var removed = c.Kind == MembershipChangeKind.Remove;
            // Who was erased is not named any more.
            var person = kind == RecordKind.Person || c.Person is null ? null : new TimelinePerson(c.Person.Id, PersonName.Display(c.Person.FirstName, c.Person.LastName, c.Person.Email));
            rows[(LineKind.Membership, c.Id)] = new TimelineRow(
                c.At, c.Who, "buyingGroup", removed ? c.Previous ?? c.Role : c.Previous, removed ? null : c.Role, BuyingGroup: c.Group, Person: person);
        }
    }

    private async Task StagesAsync(List<long> ids, CancellationToken cancellationToken)
    {
        foreach (var c in await database.StageChanges.Where(c => ids.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.At,
                Who = database.Actors.Where(a => a.Id == c.ActorId).Select(a => a.Name).FirstOrDefault(),
                From = database.Stages.Where(s => s.Id == c.FromStageId).Select(s => s.Name).FirstOrDefault(),
                To = database.Stages.Where(s => s.Id == c.ToStageId).Select(s => s.Name).FirstOrDefault(),
                Group = database.BuyingGroups.Where(g => g.Id == c.BuyingGroupId).Select(g => new TimelineGroup(g.Id, g.Name)).FirstOrDefault(),
            }).ToListAsync(cancellationToken))
            rows[(LineKind.Stage, c.Id)] = new TimelineRow(c.At, c.Who, "stage", c.From, c.To, BuyingGroup: c.Group);
    }

    private async Task StatusesAsync(List<long> ids, CancellationToken cancellationToken)
    {
        foreach (var e in await database.ChangeEvents.Where(e => ids.Contains(e.Id))
            .Select(e => new
            {
                e.Id,
                e.At,
                Who = database.Actors.Where(a => a.Id == e.ActorId).Select(a => a.Name).FirstOrDefault(),
                e.Previous,
                e.Current,
                Group = database.BuyingGroups.Where(g => g.Id == e.BuyingGroupId).Select(g => new TimelineGroup(g.Id, g.Name)).FirstOrDefault(),
            }).ToListAsync(cancellationToken))
            rows[(LineKind.Status, e.Id)] = new TimelineRow(e.At, e.Who, "status", e.Previous, e.Current, BuyingGroup: e.Group);
    }

    private async Task ActivitiesAsync(List<long> ids, CancellationToken cancellationToken)
    {
        foreach (var a in await ActivityRows.ReadAsync(database, database.Activities.Where(a => ids.Contains(a.Id)), cancellationToken))
        {
            rows[(LineKind.Activity, a.Id)] = new TimelineRow(a.OccurredAt, a.Person, null, null, null, Person: kind == RecordKind.Account && a.PersonId is { } person ? new TimelinePerson(person, a.Person!) : null)
            {
                Activity = a.Type,
                Known = a.Known,
            };
        }
    }
}
