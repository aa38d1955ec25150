using System.Data;
using BuyingGroups.Data.Providers;
using Microsoft.Data.SqlClient;

namespace BuyingGroups.Data.SqlServer;

/// <summary>SqlBulkCopy, a few thousand rows a batch so that memory stays flat.</summary>
public sealed class SqlServerBulkInsert : IBulkInsert
{
    private const int BatchSize = 5_000;

    public async Task<long> InsertAsync<TEntity>(PortalDbContext context, IEnumerable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        var table = BulkColumns.Of<TEntity>(context);
        var (connection, transaction) = await context.OpenRawAsync(cancellationToken);
        using var copy = new SqlBulkCopy((SqlConnection)connection, SqlBulkCopyOptions.CheckConstraints, (SqlTransaction?)transaction)
        {
            DestinationTableName = table.Table,
            BatchSize = BatchSize,
        };
        foreach (var column in table.Columns)
            copy.ColumnMappings.Add(column.Name, column.Name);
        long count = 0;
        foreach (var chunk in rows.Chunk(BatchSize))
        {
            using var data = new DataTable();
            foreach (var column in table.Columns)
                data.Columns.Add(column.Name, column.ClrType.IsEnum ? typeof(int) : column.ClrType);
            foreach (var row in chunk)
                data.Rows.Add([.. table.Columns.Select(c => c.Value(row) ?? DBNull.Value)]);
            await copy.WriteToServerAsync(data, cancellationToken);
            count += chunk.Length;
        }
        return count;
    }
}
