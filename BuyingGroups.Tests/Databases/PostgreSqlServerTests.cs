using Npgsql;

namespace BuyingGroups.Tests.Databases;

public sealed class PostgreSqlServerTests
{
    [OnEveryDatabase(NotOnSqlite = true)]
    public async Task The_server_of_the_run_answers_on_loopback_only(DatabaseKind kind)
    {
        if (kind != DatabaseKind.PostgreSql)
        {
            return;
        }

        var server = await PostgreSqlServer.RunningAsync();
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SHOW listen_addresses", connection);

        Assert.Equal("127.0.0.1", await command.ExecuteScalarAsync());
    }
}
