using BuyingGroups.Data;
using BuyingGroups.Tests.Machine;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BuyingGroups.Tests.Databases;

/// <summary>Where the databases of one kind live during a run, and how one is made, copied and dropped there.</summary>
internal abstract class DatabaseHouse
{
    private static readonly Lazy<Task<DatabaseHouse>> SqliteFiles = new(() => MakeAsync(new SqliteFileHouse()));
    private static readonly Lazy<Task<DatabaseHouse>> PostgreSql = new(async () => await MakeAsync(new PostgreSqlHouse(await PostgreSqlServer.RunningAsync())));
    private static readonly Lazy<Task<DatabaseHouse>> SqlServer = new(() => MakeAsync(new SqlServerHouse()));
    private static int _count;

    protected const string Template = "portal_template";

    public static Task<DatabaseHouse> OfAsync(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => SqliteFiles.Value,
        DatabaseKind.PostgreSql => PostgreSql.Value,
        _ => SqlServer.Value,
    };

    public static string NewName() => $"portal_test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";

    public abstract string ConnectionString(string name);

    public abstract Task CreateEmptyAsync(string name);

    /// <summary>Makes <paramref name="name"/> with the portal's schema.</summary>
    public abstract Task CopySchemaAsync(string name);

    /// <summary>Makes <paramref name="name"/> with everything that <paramref name="original"/> holds; nobody may be at work there.</summary>
    public virtual Task CopyAsync(string original, string name) => throw new NotSupportedException("Databases of this kind are not copied.");

    public abstract Task DropAsync(string name);

    /// <summary>Called once, before the first copy.</summary>
    protected abstract Task PrepareAsync();

    protected async Task MigrateAsync(DatabaseKind kind, string name)
    {
        var provider = TestDatabase.ProviderOf(kind);
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        provider.Configure(options, ConnectionString(name));
        await using var context = new PortalDbContext(options.Options);
        await provider.MigrateAsync(context, CancellationToken.None);
    }

    private static async Task<DatabaseHouse> MakeAsync(DatabaseHouse house)
    {
        await house.PrepareAsync();
        return house;
    }

    /// <summary>Files in one temporary folder; a copy of a file is a copy of a database.</summary>
    private sealed class SqliteFileHouse : DatabaseHouse
    {
        private readonly TemporaryFolder _folder = new("sqlite");

        public SqliteFileHouse() => AppDomain.CurrentDomain.ProcessExit += (_, _) => _folder.Dispose();

        public override string ConnectionString(string name) => new SqliteConnectionStringBuilder { DataSource = File(name) }.ConnectionString;

        public override Task CreateEmptyAsync(string name) => Task.CompletedTask;

        public override Task CopySchemaAsync(string name)
        {
            System.IO.File.Copy(File(Template), File(name));
            return Task.CompletedTask;
        }

        public override async Task CopyAsync(string original, string name)
        {
            await using (var connection = new SqliteConnection(ConnectionString(original)))
            {
                await connection.OpenAsync();
                await using var fold = connection.CreateCommand();
                fold.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                await fold.ExecuteNonQueryAsync();
            }

            Forget(original);
            System.IO.File.Copy(File(original), File(name));
        }

        public override Task DropAsync(string name)
        {
            Forget(name);
            foreach (var suffix in new[] { "", "-wal", "-shm" })
            {
                System.IO.File.Delete(File(name) + suffix);
            }

            return Task.CompletedTask;
        }

        protected override async Task PrepareAsync()
        {
            await MigrateAsync(DatabaseKind.Sqlite, Template);

            // Closing the last connection folds the write-ahead log into the file, which is then whole by itself.
            Forget(Template);
        }

        private string File(string name) => _folder[name + ".db"];

        private void Forget(string name)
        {
            using var connection = new SqliteConnection(ConnectionString(name));
            SqliteConnection.ClearPool(connection);
        }
    }

    private sealed class PostgreSqlHouse(PostgreSqlServer server) : DatabaseHouse
    {
        // PostgreSQL copies a template only while nobody else is copying or connected to it.
        private readonly SemaphoreSlim _copying = new(1);

        public override string ConnectionString(string name) => server.ConnectionString(name);

        public override Task CreateEmptyAsync(string name) => server.ExecuteAsync($"CREATE DATABASE {name}");

        public override Task CopySchemaAsync(string name) => CopyAsync(Template, name);

        public override async Task CopyAsync(string original, string name)
        {
            await _copying.WaitAsync();
            try
            {
                Forget(original);
                await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {original}");
            }
            finally
            {
                _copying.Release();
            }
        }

        public override async Task DropAsync(string name)
        {
            Forget(name);
            await server.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        protected override async Task PrepareAsync()
        {
            await CreateEmptyAsync(Template);
            await MigrateAsync(DatabaseKind.PostgreSql, Template);
            Forget(Template);
            await server.ExecuteAsync($"UPDATE pg_database SET datallowconn = false WHERE datname = '{Template}'");
        }

        private void Forget(string name)
        {
            using var connection = new NpgsqlConnection(ConnectionString(name));
            NpgsqlConnection.ClearPool(connection);
        }
    }

    /// <summary>A server somebody named; it has no templates, so each database is migrated.</summary>
    private sealed class SqlServerHouse : DatabaseHouse
    {
        public override string ConnectionString(string name) =>
            new SqlConnectionStringBuilder(ThisMachine.SqlServer ?? throw new InvalidOperationException("BUYINGGROUPS_SQLSERVER names no server.")) { InitialCatalog = name }.ConnectionString;

        public override Task CreateEmptyAsync(string name) => ExecuteAsync($"CREATE DATABASE [{name}]");

        public override async Task CopySchemaAsync(string name)
        {
            await CreateEmptyAsync(name);
            await MigrateAsync(DatabaseKind.SqlServer, name);
        }

        public override async Task DropAsync(string name)
        {
            await using (var connection = new SqlConnection(ConnectionString(name)))
            {
                SqlConnection.ClearPool(connection);
            }

            await ExecuteAsync($"IF DB_ID('{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]; END");
        }

        protected override Task PrepareAsync() => Task.CompletedTask;

        private async Task ExecuteAsync(string statement)
        {
            await using var connection = new SqlConnection(ConnectionString("master"));
            await connection.OpenAsync();
            await using var command = new SqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
