using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>One page of the imports, newest first.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record FindImports(int Skip, int Take, ImportKind? Kind = null, string? Search = null) : IQuery<ImportPage>;

public sealed record ImportPage(int Total, IReadOnlyList<ImportLine> Lines);

public sealed record ImportLine(
    int Id, ImportKind Kind, string FileName, ImportStatus Status, long RowsRead, long Created, long Updated, long Unchanged, long Rejected, string By, DateTime CreatedAt, DateTime? FinishedAt);

internal sealed class FindImportsHandler : IQueryHandler<FindImports, ImportPage>
{
    private const int TakeMost = 200;

    public async Task<Outcome<ImportPage>> HandleAsync(FindImports query, QueryContext context, CancellationToken cancellationToken)
    {
        var files = context.Database.ImportFiles.AsQueryable();
        if (query.Kind is { } kind)
            files = files.Where(f => f.Kind == kind);
        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            var wanted = query.Search.Trim();
            files = files.Where(f => f.FileName.Contains(wanted));
        }
        var total = await files.CountAsync(cancellationToken);
        var lines = await files.OrderByDescending(f => f.Id).Skip(Math.Max(0, query.Skip)).Take(Math.Clamp(query.Take, 1, TakeMost))
            .Join(context.Database.Actors, f => f.ActorId, a => a.Id, (f, a) => new { f, a.Name })
            .OrderByDescending(x => x.f.Id)
            .Select(x => new ImportLine(
                x.f.Id, x.f.Kind, x.f.FileName, x.f.Status, x.f.RowsRead, x.f.Created, x.f.Updated, x.f.Unchanged, x.f.Rejected, x.Name, x.f.CreatedAt, x.f.FinishedAt))
            .ToListAsync(cancellationToken);
        return new ImportPage(total, lines);
    }
}
