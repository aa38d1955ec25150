using System.Globalization;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audit;

/// <summary>A portion of the audit log as the list shows it, oldest first. The download asks for Data.Export besides.</summary>
[Requires(Permissions.AuditView)]
public sealed record ExportAudit(ListState State, long AfterSequence) : IQuery<ExportPortion>;

/// <summary>Offers the audit log for download.</summary>
public sealed class AuditExport : IListExport
{
    public string List => "audit";

    public IQuery<ExportPortion> Portion(ListState state, long afterId) => new ExportAudit(state, afterId);
}

public sealed class ExportAuditHandler : IQueryHandler<ExportAudit, ExportPortion>
{
    public async Task<Outcome<ExportPortion>> HandleAsync(ExportAudit query, QueryContext context, CancellationToken cancellationToken)
    {
        var rows = await AuditFilter.Read(query.State).Apply(context.Database.AuditEntries).Where(e => e.Sequence > query.AfterSequence)
            .OrderBy(e => e.Sequence).Take(ExportPortion.Size).Include(e => e.Actor).ToListAsync(cancellationToken);
        return ExportPortion.Of(
            ["Line", "At (UTC)", "Who", "From", "Action", "Subject kind", "Subject id", "Subject", "Before", "After", "Hash"],
            rows, e => e.Sequence, e =>
            [
                CsvCell.Number(e.Sequence), CsvCell.Plain(e.At.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture)),
                e.Actor!.Name, e.CameFrom, e.Action, e.SubjectKind, e.SubjectId, e.SubjectName, e.Before, e.After, e.Hash,
            ]);
    }
}
