using System.Data;
using System.Data.Common;
using BuyingGroups.Data;
using BuyingGroups.Tests.Clock;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Databases;

/// <summary>
/// The portal's database on the real SQL Server provider, with nobody at the other end: every statement is kept instead of sent, reads
/// come back empty and writes change one row. What was kept is then read by Microsoft's own parser.
/// </summary>
public sealed class SilentSqlServer : IAsyncDisposable
{
    private readonly Recorder _recorder = new();

    public SilentSqlServer()
    {
        Services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new SettableClock())
            .AddPortalDatabase(TestDatabase.ProviderOf(DatabaseKind.SqlServer), "Server=127.0.0.1;Database=nowhere;Encrypt=false")
            .ConfigureDbContext<PortalDbContext>(options => options
                .AddInterceptors(_recorder, new NoConnection(), new NoTransaction())
                .ReplaceService<IRelationalTransactionFactory, Transactions>())
            .BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public PortalDatabase Portal => Services.GetRequiredService<PortalDatabase>();

    /// <summary>What would have been sent so far.</summary>
    public IReadOnlyList<string> Statements => _recorder.Statements;

    /// <summary>Runs <paramref name="work"/>; what it makes of the emptiness it finds does not matter here.</summary>
    public async Task TryAsync(Func<PortalDbContext, Task> work)
    {
        await using var context = Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        try
        {
            await work(context);
        }
        catch (InvalidOperationException nothing) when (nothing.Message.Contains("no elements", StringComparison.Ordinal))
        {
            // A count or a single row was expected of a server that has none.
        }
    }

    /// <summary>Fails when one of the statements is not T-SQL.</summary>
    public void EveryStatementParses()
    {
        Assert.NotEmpty(Statements);
        foreach (var statement in Statements)
        {
            TransactSql.Parse(statement);
        }
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private sealed class Recorder : DbCommandInterceptor
    {
        private readonly List<string> _statements = [];

        public IReadOnlyList<string> Statements => _statements;

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Keep(command);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Keep(command));

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Keep(command);
            return InterceptionResult<int>.SuppressWithResult(1);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            new(NonQueryExecuting(command, eventData, result));

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            Keep(command);
            return InterceptionResult<object>.SuppressWithResult(1);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
            new(ScalarExecuting(command, eventData, result));

        private InterceptionResult<DbDataReader> Keep(DbCommand command)
        {
            lock (_statements)
            {
                _statements.Add(command.CommandText);
            }

            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(InterceptionResult.Suppress());
    }

    private sealed class NoTransaction : DbTransactionInterceptor
    {
        public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
            InterceptionResult<DbTransaction>.SuppressWithResult(new Pretence(connection));

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
            new(TransactionStarting(connection, eventData, result));
    }

    private sealed class Pretence(DbConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    private sealed class Transactions(RelationalTransactionFactoryDependencies dependencies) : IRelationalTransactionFactory
    {
        public RelationalTransaction Create(
            IRelationalConnection connection, DbTransaction transaction, Guid transactionId, IDiagnosticsLogger<DbLoggerCategory.Database.Transaction> logger, bool transactionOwned) =>
            new Transaction(connection, transaction, transactionId, logger, transactionOwned, dependencies.SqlGenerationHelper);
    }

    /// <summary>A command of SQL Server takes only a transaction of SQL Server, or none, which is what it gets here.</summary>
    private sealed class Transaction(
        IRelationalConnection connection,
        DbTransaction transaction,
        Guid transactionId,
        IDiagnosticsLogger<DbLoggerCategory.Database.Transaction> logger,
        bool transactionOwned,
        ISqlGenerationHelper sql)
        : RelationalTransaction(connection, transaction, transactionId, logger, transactionOwned, sql), IInfrastructure<DbTransaction>
    {
        public override bool SupportsSavepoints => false;

        DbTransaction IInfrastructure<DbTransaction>.Instance => null!;
    }
}
