using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>One page of the imports, newest first.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record FindImports(PageRequest Page, ImportKind? Kind = null, string? Search = null) : IQuery<PageOf<ImportLine>>;

public sealed record ImportLine(
    int Id, ImportKind Kind, string FileName, ImportStatus Status, long RowsRead, long Created, long Updated, long Unchanged, long Rejected, string By, DateTime CreatedAt, DateTime? FinishedAt);

internal sealed class FindImportsHandler : IQueryHandler<FindImports, PageOf<ImportLine>>
{
    public async Task<Outcome<PageOf<ImportLine>>> HandleAsync(FindImports query, QueryContext context, CancellationToken cancellationToken)
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
        var ordered = (query.Page.Sort, query.Page.Descending) switch
        {
            ("file", false) => files.OrderBy(f => f.FileName).ThenByDescending(f => f.Id),
            ("file", true) => files.OrderByDescending(f => f.FileName).ThenByDescending(f => f.Id),
            ("started", false) => files.OrderBy(f => f.Id),
            _ => files.OrderByDescending(f => f.Id),
        };
        var lines = await ordered.Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(f => new ImportLine(
                f.Id, f.Kind, f.FileName, f.Status, f.RowsRead, f.Created, f.Updated, f.Unchanged, f.Rejected,
                context.Database.Actors.Where(a => a.Id == f.ActorId).Select(a => a.Name).FirstOrDefault() ?? "", f.CreatedAt, f.FinishedAt))
            .ToListAsync(cancellationToken);
        return new PageOf<ImportLine>(lines, total);
    }
}
