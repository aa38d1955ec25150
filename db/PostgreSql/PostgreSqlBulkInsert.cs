using BuyingGroups.Data.Providers;
using Npgsql;

namespace BuyingGroups.Data.PostgreSql;

/// <summary>Binary COPY.</summary>
public sealed class PostgreSqlBulkInsert : IBulkInsert
{
    public async Task<long> InsertAsync<TEntity>(PortalDbContext context, IEnumerable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        var table = BulkColumns.Of<TEntity>(context);
        var (connection, _) = await context.OpenRawAsync(cancellationToken);
        // "character varying(255)" and "numeric(19,4)" name a size that COPY's type names do not take.
        var types = table.Columns.Select(c => c.StoreType.Split('(')[0]).ToArray();
        await using var writer = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(
            $"COPY {table.Table} ({string.Join(", ", table.Columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        long count = 0;
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            for (var i = 0; i < types.Length; i++)
            {
                if (table.Columns[i].Value(row) is { } value)
                    await writer.WriteAsync(value, types[i], cancellationToken);
                else
                    await writer.WriteNullAsync(cancellationToken);
            }
            count++;
        }
        await writer.CompleteAsync(cancellationToken);
        return count;
    }
}
