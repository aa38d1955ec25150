using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Records;

/// <summary>
/// Reads the history of an account or person: its field changes, what else the audit log tells of it, and for a person the roles in buying
/// groups. The three are merged and paged in the database by time alone; what a page shows is read afterwards.
/// </summary>
/// <param name="database">Where to read.</param>
/// <param name="kind">Account or person.</param>
/// <param name="id">Its id.</param>
/// <param name="withGroups">True when the reader may see buying groups.</param>
public sealed class ReadHistory(PortalDbContext database, RecordKind kind, long id, bool withGroups)
{
    private const int Audited = 1;
    private const int Membership = 2;
    private const int Field = 3;

    /// <summary>A page, latest first.</summary>
    /// <param name="createdAt">When the record was first stored; the last line when nobody wrote down who did it, as in an import.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PageOf<HistoryRow>> PageAsync(DateTime createdAt, PageRequest page, CancellationToken cancellationToken)
    {
        var lines = Changes.Select(c => new Line { At = c.At, Kind = Field, Id = c.Id }).Concat(Audit.Select(e => new Line { At = e.At, Kind = Audited, Id = e.Sequence }));
        if (kind == RecordKind.Person && withGroups)
            lines = lines.Concat(Memberships.Select(c => new Line { At = c.At, Kind = Membership, Id = c.Id }));
        var total = await lines.CountAsync(cancellationToken);
        var shown = await lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Kind).ThenByDescending(l => l.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        var rows = await RowsAsync(shown, cancellationToken);
        List<HistoryRow> found = [.. shown.Select(line => rows[(line.Kind, line.Id)])];
        var made = "Create" + kind;
        if (await Audit.AnyAsync(e => e.Action == made, cancellationToken))
            return new PageOf<HistoryRow>(found, total);
        if (page.Skip <= total && found.Count < page.Take)
            found.Add(new HistoryRow(createdAt, null, null, null, null));
        return new PageOf<HistoryRow>(found, total + 1);
    }

    private IQueryable<RecordChange> Changes => database.RecordChanges.Where(c => c.SubjectKind == kind && c.SubjectId == id);

    /// <summary>What the audit log tells that the field changes written with it do not tell already.</summary>
    private IQueryable<AuditEntry> Audit
    {
        get
        {
            var (subject, subjectId, made) = (kind.ToString(), id.ToString(CultureInfo.InvariantCulture), "Create" + kind);
            return database.AuditEntries.Where(e => e.SubjectKind == subject && e.SubjectId == subjectId && (e.Action == made || !Changes.Any(c => c.At == e.At && c.ActorId == e.ActorId)));
        }
    }

    private IQueryable<MembershipChange> Memberships => database.MembershipChanges.Where(c => c.PersonId == id && c.Applied);

    private async Task<Dictionary<(int Kind, long Id), HistoryRow>> RowsAsync(List<Line> lines, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<(int, long), HistoryRow>();
        var ids = lines.Where(l => l.Kind == Field).Select(l => l.Id).ToList();
        foreach (var c in await (from change in database.RecordChanges.Where(c => ids.Contains(c.Id))
                                 join actor in database.Actors on change.ActorId equals actor.Id into actors
                                 from actor in actors.DefaultIfEmpty()
                                 select new { change.Id, change.At, Who = actor == null ? null : actor.Name, change.Field, change.Before, change.After }).ToListAsync(cancellationToken))
            rows[(Field, c.Id)] = new HistoryRow(c.At, c.Who, c.Field, c.Before, c.After);
        var sequences = lines.Where(l => l.Kind == Audited).Select(l => l.Id).ToList();
        foreach (var e in await database.AuditEntries.Where(e => sequences.Contains(e.Sequence)).Select(e => new { e.Sequence, e.At, Who = e.Actor!.Name, e.Action }).ToListAsync(cancellationToken))
            rows[(Audited, e.Sequence)] = new HistoryRow(e.At, e.Who, null, null, null, e.Action);
        var memberships = lines.Where(l => l.Kind == Membership).Select(l => l.Id).ToList();
        foreach (var c in await database.MembershipChanges.Where(c => memberships.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.At,
                c.Kind,
                Who = database.Actors.Where(a => a.Id == c.ActorId).Select(a => a.Name).FirstOrDefault(),
                Role = database.BuyingGroupRoles.Where(r => r.Id == c.RoleId).Select(r => r.Name).FirstOrDefault(),
                Previous = database.BuyingGroupRoles.Where(r => r.Id == c.PreviousRoleId).Select(r => r.Name).FirstOrDefault(),
                Group = database.BuyingGroups.Where(g => g.Id == c.BuyingGroupId).Select(g => new HistoryGroup(g.Id, g.Name)).FirstOrDefault(),
            }).ToListAsync(cancellationToken))
        {
            var removed = c.Kind == MembershipChangeKind.Remove;
            rows[(Membership, c.Id)] = new HistoryRow(c.At, c.Who, "buyingGroup", removed ? c.Previous ?? c.Role : c.Previous, removed ? null : c.Role, BuyingGroup: c.Group);
        }
        return rows;
    }

    /// <summary>Where a line stands in time and in which of the three it is found.</summary>
    private sealed class Line
    {
        public DateTime At { get; init; }

        public int Kind { get; init; }

        public long Id { get; init; }
    }
}
