using BuyingGroups.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data;

/// <summary>The way in: short-lived contexts for reading, and one fenced road for writing.</summary>
public sealed class PortalDatabase(IDbContextFactory<PortalDbContext> contexts, DatabaseProvider provider)
{
    private const int Attempts = 5;

    public DatabaseProvider Provider => provider;

    /// <summary>A context for reading; nothing is tracked. The caller disposes it.</summary>
    public PortalDbContext OpenRead()
    {
        var context = contexts.CreateDbContext();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, after waiting for the turn at the gate, and commits when it says so.
    /// A transient failure (busy, deadlock victim, connection lost) runs it again on a fresh context, so it must not keep state outside.
    /// </summary>
    /// <param name="work">Gives back its result and whether to commit.</param>
    public async Task<T> WriteAsync<T>(Func<PortalDbContext, CancellationToken, Task<(T Result, bool Commit)>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var turn = await provider.Gate.EnterAsync(cancellationToken);
                await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                var (result, commit) = await work(context, cancellationToken);
                if (commit)
                    await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception exception) when (attempt < Attempts && !cancellationToken.IsCancellationRequested
                && (provider.IsTransient(exception) || (attempt == 1 && provider.IsDuplicate(exception))))
            {
                // A duplicate means that somebody was quicker; the second run sees their row and can name the reason.
                await Task.Delay(TimeSpan.FromMilliseconds(50 * Math.Pow(3, attempt)), cancellationToken);
            }
        }
    }

    /// <inheritdoc cref="WriteAsync{T}(Func{PortalDbContext, CancellationToken, Task{ValueTuple{T, bool}}}, CancellationToken)"/>
    public Task WriteAsync(Func<PortalDbContext, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async (context, token) =>
            {
                await work(context, token);
                return (true, true);
            },
            cancellationToken);
}
