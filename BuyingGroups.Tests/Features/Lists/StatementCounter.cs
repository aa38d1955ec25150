using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BuyingGroups.Tests.Features.Lists;

/// <summary>Counts the statements a portal sends to its database, and keeps them to look at: that a list asks one question a row is only seen here.</summary>
public sealed class StatementCounter : ILoggerProvider, ILogger
{
    private const string Category = "Microsoft.EntityFrameworkCore.Database.Command";
    private readonly Lock _lock = new();
    private readonly List<string> _statements = [];

    public int Count
    {
        get
        {
            lock (_lock)
                return _statements.Count;
        }
    }

    /// <summary>For <c>TestPortal.CreateAsync(kind, counter.Listen)</c>.</summary>
    public void Listen(IServiceCollection services) => services.AddLogging(logging => logging.AddProvider(this).AddFilter<StatementCounter>(Category, LogLevel.Information));

    public void Reset()
    {
        lock (_lock)
            _statements.Clear();
    }

    public ILogger CreateLogger(string categoryName) => string.Equals(categoryName, Category, StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name?.EndsWith("CommandExecuted", StringComparison.Ordinal) != true)
            return;
        lock (_lock)
            _statements.Add(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}
