using BuyingGroups.Data;
using BuyingGroups.Data.Imports;
using BuyingGroups.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>
/// Writes a batch of a file inside the caller's transaction: its records, and rejections and counts with them, so that a crash loses the
/// whole batch or nothing of it.
/// </summary>
public sealed class BatchWriter<TRecord>(int fileId, int actorId, RowPlan<TRecord> plan, RecordTable<TRecord> table, IBulkInsert bulk)
    where TRecord : class
{
    private readonly RecordWriter<TRecord> _records = new(actorId, plan, table, bulk);

    public async Task WriteAsync(PortalDbContext context, RowBatch<TRecord> batch, DateTime now, CancellationToken cancellationToken)
    {
        var written = await _records.WriteAsync(context, batch.Rows, now, cancellationToken);
        List<ImportRejection> rejections = [.. batch.Rejections, .. written.Rejected.Select(r => batch.Reject(fileId, r.Row, r.Reason))];
        if (rejections.Count > 0)
            await bulk.InsertAsync(context, rejections, cancellationToken);
        await context.ImportFiles.Where(f => f.Id == fileId).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.RowsRead, f => f.RowsRead + batch.RowsRead)
                .SetProperty(f => f.Created, f => f.Created + written.New.Count)
                .SetProperty(f => f.Updated, f => f.Updated + written.Changed.Count)
                .SetProperty(f => f.Unchanged, f => f.Unchanged + written.Unchanged.Count)
                .SetProperty(f => f.Rejected, f => f.Rejected + rejections.Count),
            cancellationToken);
    }
}
