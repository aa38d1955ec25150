using System.Reflection;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Architecture;
using BuyingGroups.Tests.Clock;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Databases;

/// <summary>Every query the portal knows, bare and full, as the SQL Server provider would send it.</summary>
public sealed class SqlServerQueryTests
{
    [Fact]
    public async Task Every_query_of_the_portal_is_T_SQL()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using var server = new SilentSqlServer();
        List<string> wrong = [];
        var queries = typeof(Permissions).Assembly.GetTypes().Where(type => !type.IsAbstract && ResultOf(type) is not null).ToList();
        foreach (var type in queries)
        {
            foreach (var full in new[] { false, true })
            {
                if (await AskAsync(portal, server, type, full) is { } fault)
                {
                    wrong.Add($"{type.Name} ({(full ? "full" : "bare")}): {fault}");
                }
            }
        }

        Findings.None(wrong);
        Assert.True(server.Statements.Count > queries.Count, $"{queries.Count} queries sent only {server.Statements.Count} statements.");
        server.EveryStatementParses();
    }

    private static async Task<string?> AskAsync(TestPortal portal, SilentSqlServer server, Type type, bool full)
    {
        var contract = typeof(IQueryHandler<,>).MakeGenericType(type, ResultOf(type)!);
        var handler = portal.Services.GetRequiredService(contract);
        await using var context = await server.Services.GetRequiredService<IDbContextFactory<BuyingGroups.Data.PortalDbContext>>().CreateDbContextAsync();
        try
        {
            var query = new QueryContext(context, Callers.CommandLine, SettableClock.AnOrdinaryMonday.UtcDateTime);
            await (Task)contract.GetMethod("HandleAsync")!.Invoke(handler, [Sample.Of(type, full), query, CancellationToken.None])!;
            return null;
        }
        catch (TargetInvocationException wrapped)
        {
            return Fault(wrapped.InnerException!);
        }
#pragma warning disable CA1031 // What a handler makes of a database without rows does not matter here; what it sends does.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fault(exception);
        }
    }

    // The provider says so when it has no translation; anything else comes from the emptiness that was answered.
    private static string? Fault(Exception exception) =>
        exception.Message.Contains("could not be translated", StringComparison.Ordinal) || exception is NotSupportedException ? exception.Message : null;

    private static Type? ResultOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IQuery<>))?.GetGenericArguments()[0];
}
