using System.Collections.Concurrent;
using System.Reflection;
using BuyingGroups.Data;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Security.Gateway;

/// <summary>
/// The one place in front of every handler: permission, transaction, handler, audit, commit. Pages, REST endpoints, the command
/// line and jobs all come through here; nothing else opens a transaction on a user's behalf.
/// </summary>
public sealed partial class PortalGateway(IServiceProvider services, PortalDatabase database, AuditTrail trail, TimeProvider clock, ILogger<PortalGateway> logger)
{
    private static readonly ConcurrentDictionary<Type, Invoker> Invokers = new();

    /// <summary>The permission a request needs.</summary>
    /// <exception cref="InvalidOperationException">The type carries none; a test finds such types before a user does.</exception>
    public static string PermissionOf(Type request) =>
        request.GetCustomAttribute<RequiresAttribute>()?.Permission ?? throw new InvalidOperationException($"{request.Name} says no permission.");

    /// <summary>Carries out a command for <paramref name="caller"/>.</summary>
    public async Task<Outcome<TResult>> SendAsync<TResult>(ICommand<TResult> command, Caller caller, CancellationToken cancellationToken = default)
    {
        if (Refuse(command.GetType(), caller) is { } denied)
            return denied;
        try
        {
            var (outcome, after) = await database.WriteAsync(
                async (context, token) =>
                {
                    var commandContext = new CommandContext(context, caller, await trail.ActorIdAsync(context, caller.Actor, token), clock.GetUtcNow().UtcDateTime);
                    var invoker = (CommandInvoker<TResult>)Invokers.GetOrAdd(command.GetType(), CreateCommandInvoker<TResult>);
                    var result = await invoker.InvokeAsync(services, command, commandContext, token);
                    if (result.Succeeded)
                    {
                        await context.SaveChangesAsync(token);
                        await trail.WriteAsync(commandContext, command, result.Value, token);
                    }
                    return ((result, commandContext.AfterCommitActions), result.Succeeded);
                },
                cancellationToken);
            if (outcome.Succeeded)
            {
                foreach (var action in after)
                    action();
            }
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedByOthers("record");
        }
        catch (Exception exception) when (database.Provider.IsTransient(exception))
        {
            LogDatabaseAway(logger, command.GetType().Name, exception);
            return new DatabaseAway();
        }
    }

    /// <summary>Answers a query for <paramref name="caller"/>.</summary>
    public async Task<Outcome<TResult>> AskAsync<TResult>(IQuery<TResult> query, Caller caller, CancellationToken cancellationToken = default)
    {
        if (Refuse(query.GetType(), caller) is { } denied)
            return denied;
        try
        {
            await using var context = database.OpenRead();
            var invoker = (QueryInvoker<TResult>)Invokers.GetOrAdd(query.GetType(), CreateQueryInvoker<TResult>);
            return await invoker.InvokeAsync(services, query, new QueryContext(context, caller, clock.GetUtcNow().UtcDateTime), cancellationToken);
        }
        catch (Exception exception) when (database.Provider.IsTransient(exception))
        {
            LogDatabaseAway(logger, query.GetType().Name, exception);
            return new DatabaseAway();
        }
    }

    private AccessDenied? Refuse(Type request, Caller caller)
    {
        var permission = PermissionOf(request);
        if (caller.May(permission))
            return null;
        LogDenied(logger, caller.Actor.Reference, request.Name, permission);
        return new AccessDenied(permission);
    }

    private static Invoker CreateCommandInvoker<TResult>(Type command) =>
        (Invoker)Activator.CreateInstance(typeof(CommandInvoker<,>).MakeGenericType(command, typeof(TResult)))!;

    private static Invoker CreateQueryInvoker<TResult>(Type query) =>
        (Invoker)Activator.CreateInstance(typeof(QueryInvoker<,>).MakeGenericType(query, typeof(TResult)))!;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Caller} was denied {Request}: it needs {Permission}.")]
    private static partial void LogDenied(ILogger logger, string caller, string request, string permission);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database did not answer {Request}.")]
    private static partial void LogDatabaseAway(ILogger logger, string request, Exception exception);

    private abstract class Invoker;

    private abstract class CommandInvoker<TResult> : Invoker
    {
        public abstract Task<Outcome<TResult>> InvokeAsync(IServiceProvider services, ICommand<TResult> command, CommandContext context, CancellationToken token);
    }

    private sealed class CommandInvoker<TCommand, TResult> : CommandInvoker<TResult>
        where TCommand : ICommand<TResult>
    {
        public override Task<Outcome<TResult>> InvokeAsync(IServiceProvider services, ICommand<TResult> command, CommandContext context, CancellationToken token) =>
            services.GetRequiredService<ICommandHandler<TCommand, TResult>>().HandleAsync((TCommand)command, context, token);
    }

    private abstract class QueryInvoker<TResult> : Invoker
    {
        public abstract Task<Outcome<TResult>> InvokeAsync(IServiceProvider services, IQuery<TResult> query, QueryContext context, CancellationToken token);
    }

    private sealed class QueryInvoker<TQuery, TResult> : QueryInvoker<TResult>
        where TQuery : IQuery<TResult>
    {
        public override Task<Outcome<TResult>> InvokeAsync(IServiceProvider services, IQuery<TResult> query, QueryContext context, CancellationToken token) =>
            services.GetRequiredService<IQueryHandler<TQuery, TResult>>().HandleAsync((TQuery)query, context, token);
    }
}
