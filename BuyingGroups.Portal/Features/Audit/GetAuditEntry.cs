using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audit;

/// <summary>One line of the audit log with what was and what is.</summary>
[Requires(Permissions.AuditView)]
public sealed record GetAuditEntry(long Sequence) : IQuery<AuditDetails>;

/// <summary>What a line says in full; before and after as JSON, null when there is nothing or it was erased.</summary>
public sealed record AuditDetails(AuditRow Row, string? Before, string? After, string Hash);

public sealed class GetAuditEntryHandler : IQueryHandler<GetAuditEntry, AuditDetails>
{
    public async Task<Outcome<AuditDetails>> HandleAsync(GetAuditEntry query, QueryContext context, CancellationToken cancellationToken)
    {
        var found = await context.Database.AuditEntries.Where(e => e.Sequence == query.Sequence)
            .Select(e => new AuditDetails(
                new AuditRow(e.Sequence, e.At, e.ActorId, e.Actor!.Name, e.CameFrom, e.Action, e.SubjectKind, e.SubjectId, e.SubjectName), e.Before, e.After, e.Hash))
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? new NotFound("line of the audit log", query.Sequence) : found;
    }
}
