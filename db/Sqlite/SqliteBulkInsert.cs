using BuyingGroups.Data.Providers;
using Microsoft.Data.Sqlite;

namespace BuyingGroups.Data.Sqlite;

/// <summary>One prepared insert, executed per row.</summary>
public sealed class SqliteBulkInsert : IBulkInsert
{
    public async Task<long> InsertAsync<TEntity>(PortalDbContext context, IEnumerable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        var table = BulkColumns.Of<TEntity>(context);
        var (connection, transaction) = await context.OpenRawAsync(cancellationToken);
        using var command = ((SqliteConnection)connection).CreateCommand();
        command.Transaction = (SqliteTransaction?)transaction;
        command.CommandText =
            $"INSERT INTO {table.Table} ({string.Join(", ", table.Columns.Select(c => c.Name))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})";
        var parameters = new SqliteParameter[table.Columns.Count];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = command.Parameters.Add(new SqliteParameter($"$p{i}", DBNull.Value));
        command.Prepare();
        long count = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = table.Columns[i].Value(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
            if (++count % 1000 == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
        return count;
    }
}
