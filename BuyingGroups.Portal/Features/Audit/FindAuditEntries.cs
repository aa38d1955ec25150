using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Audit;

/// <summary>A page of the audit log, latest first.</summary>
[Requires(Permissions.AuditView)]
public sealed record FindAuditEntries(AuditFilter Filter, PageRequest Page) : IQuery<PageOf<AuditRow>>;

/// <summary>A line of the audit log.</summary>
public sealed record AuditRow(long Sequence, DateTime At, int ActorId, string Actor, string CameFrom, string Action, string SubjectKind, string SubjectId, string? SubjectName);

public sealed class FindAuditEntriesHandler : IQueryHandler<FindAuditEntries, PageOf<AuditRow>>
{
    public async Task<Outcome<PageOf<AuditRow>>> HandleAsync(FindAuditEntries query, QueryContext context, CancellationToken cancellationToken)
    {
        var entries = context.Database.AuditEntries;
        return await Listing.PageAsync(
            entries, query.Filter.Apply(entries), e => e.Sequence, rows => query.Page is { Sort: "at", Descending: false } ? rows.OrderBy(e => e.Sequence) : rows.OrderByDescending(e => e.Sequence),
            e => new AuditRow(e.Sequence, e.At, e.ActorId, e.Actor!.Name, e.CameFrom, e.Action, e.SubjectKind, e.SubjectId, e.SubjectName),
            query.Page, cancellationToken);
    }
}
