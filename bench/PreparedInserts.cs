using System.Data.Common;
using BuyingGroups.Data;
using BuyingGroups.Data.Providers;
using BuyingGroups.Domain.People;
using Npgsql;

namespace BuyingGroups.Bench;

/// <summary>People through one prepared INSERT a row, 20,000 rows a transaction; on PostgreSQL a thousand statements a round trip.</summary>
internal sealed class PreparedInserts(DbConnection connection, PortalDbContext context)
{
    private const int RoundTrip = 1_000;
    private readonly BulkColumns table = BulkColumns.Of<Person>(context);

    public List<object[]> ValuesOf(IReadOnlyList<Person> rows) => [.. rows.Select(row => table.Columns.Select(column => column.Value(row) ?? DBNull.Value).ToArray())];

    public async Task InsertAsync(List<object[]> rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        if (connection is NpgsqlConnection postgreSql)
            await InsertAsync(postgreSql, rows);
        else
            Insert(transaction, rows);
        await transaction.CommitAsync();
    }

    private void Insert(DbTransaction transaction, List<object[]> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Statement(i => $"$p{i}");
        var parameters = table.Columns.Select((_, i) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"$p{i}";
            parameter.Value = DBNull.Value;
            command.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = row[i];
            command.ExecuteNonQuery();
        }
    }

    private async Task InsertAsync(NpgsqlConnection postgreSql, List<object[]> rows)
    {
        var statement = Statement(i => $"${i + 1}");
        var types = table.Columns.Select(column => column.StoreType.Split('(')[0]).ToArray();
        foreach (var chunk in rows.Chunk(RoundTrip))
        {
            await using var batch = new NpgsqlBatch(postgreSql);
            foreach (var row in chunk)
            {
                var command = new NpgsqlBatchCommand(statement);
                for (var i = 0; i < row.Length; i++)
                    command.Parameters.Add(new NpgsqlParameter { Value = row[i], DataTypeName = types[i] });
                batch.BatchCommands.Add(command);
            }
            await batch.PrepareAsync();
            await batch.ExecuteNonQueryAsync();
        }
    }

    private string Statement(Func<int, string> place) =>
        $"INSERT INTO {table.Table} ({string.Join(", ", table.Columns.Select(column => column.Name))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => place(i)))})";
}
