using BuyingGroups.Tests.Architecture;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace BuyingGroups.Tests.Databases;

public sealed class MigrationTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Enum.GetValues<DatabaseKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_migrations_of_each_provider_tell_the_whole_model(DatabaseKind kind)
    {
        using var context = TestDatabase.ContextWithoutServer(kind);

        Assert.False(context.Database.HasPendingModelChanges(), $"The model changed: run db/add-migration NAME, which adds one for {kind} and its sisters.");
    }

    [OnEveryDatabase]
    public async Task An_empty_database_is_migrated_and_every_table_can_be_read(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var context = database.Open();

        await database.Portal.Provider.MigrateAsync(context, CancellationToken.None);

        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        var read = typeof(MigrationTests).GetMethod(nameof(ReadOneAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        foreach (var entity in Tables(context).Where(entity => !entity.IsOwned() && !entity.HasSharedClrType))
        {
            await (Task)read.MakeGenericMethod(entity.ClrType).Invoke(null, [context])!;
        }
    }

    [OnEveryDatabase]
    public async Task Migrating_twice_changes_nothing_the_second_time(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var context = database.Open();
        var before = (await context.Database.GetAppliedMigrationsAsync()).ToList();

        await database.Portal.Provider.MigrateAsync(context, CancellationToken.None);

        Assert.NotEmpty(before);
        Assert.Equal(before, await context.Database.GetAppliedMigrationsAsync());
    }

    [OnEveryDatabase(NotOnSqlite = true)]
    public async Task Nodes_that_migrate_at_once_wait_for_each_other(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var context = database.Open();
            await database.Portal.Provider.MigrateAsync(context, CancellationToken.None);
        }));

        await using var after = database.Open();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public void The_script_for_SQL_Server_is_in_step_with_its_migrations()
    {
        using var context = TestDatabase.ContextWithoutServer(DatabaseKind.SqlServer);
        var generated = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.True(
            string.Equals(Plain(generated), Plain(Tree.Read("db/scripts/sqlserver.sql")), StringComparison.Ordinal),
            "db/scripts/sqlserver.sql is out of step: run dotnet ef migrations script --idempotent as db/add-migration does.");

        static string Plain(string script) => script.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
    }

    [Fact]
    public void The_script_for_SQL_Server_is_read_by_its_own_parser()
    {
        var script = Assert.IsType<TSqlScript>(TransactSql.Parse(Tree.Read("db/scripts/sqlserver.sql").TrimStart('\uFEFF')));
        var tables = new TableCounter();
        script.Accept(tables);

        using var context = TestDatabase.ContextWithoutServer(DatabaseKind.SqlServer);
        var expected = Tables(context).Select(entity => entity.GetTableName()).Where(name => name is not null).Distinct(StringComparer.Ordinal).Count();
        Assert.Equal(expected + 1, tables.Count); // and the history of migrations
    }

    // The engine's work tables are temporary: no migration makes them.
    private static IEnumerable<IEntityType> Tables(DbContext context) =>
        context.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(entity => !entity.IsTableExcludedFromMigrations());

    [Fact]
    public void The_parser_refuses_what_is_not_T_SQL() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => TransactSql.Parse("SELECT name FROM accounts LIMIT 10"));

    [SqlServerFact]
    public async Task SQL_Server_answers_when_one_is_named()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.SqlServer);
        await using var context = database.Open();

        Assert.Equal(0, await context.Accounts.CountAsync());
    }

    private static Task ReadOneAsync<TEntity>(DbContext context)
        where TEntity : class => context.Set<TEntity>().AsNoTracking().Take(1).ToListAsync();

    private sealed class TableCounter : TSqlFragmentVisitor
    {
        public int Count { get; private set; }

        public override void Visit(CreateTableStatement node) => Count++;
    }
}
