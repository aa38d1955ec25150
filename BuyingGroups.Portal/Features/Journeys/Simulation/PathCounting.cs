using BuyingGroups.Data;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Portal.Features.Journeys.Execution;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>
/// Routes the accounts of an audience through a draft by the engine's own routing steps, portion by portion, in the work tables of a connection that
/// otherwise only reads: no writer waits for it. Actions are passed by, waits are over at once, and at a listening node an account takes both paths.
/// </summary>
public sealed class PathCounting(PortalDatabase database, Segment segment, TimeProvider clock)
{
    /// <summary>Accounts routed at once: large enough for set statements, small enough to be stopped soon.</summary>
    private const int Portion = 10_000;

    /// <summary>A page waits for the answer.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);

    /// <summary>Counts at most so many accounts.</summary>
    public async Task<PathCounts> CountAsync(SimulatedDraft draft, PortalDbContext context, DateTime now, int most, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        // Whoever is inside already is counted too: the question is which paths there are accounts for. Numbers of a draft have no entries.
        var audience = (await Entering.WhoMayEnterAsync(context, draft.Plan, draft.Catalog, 0, 1, now, cancellationToken)).Demand();
        var accounts = await audience.LongCountAsync(cancellationToken);
        var tally = new PathTally(draft.Plan);
        var run = new SegmentRun
        {
            Database = context,
            Provider = database.Provider,
            Plan = draft.Plan,
            Catalog = draft.Catalog,
            Partition = 0,
            Now = now,
        };
        var (counted, after) = (0L, 0L);
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            while (counted < accounts && counted < most && clock.GetElapsedTime(started) < AtMost)
            {
                var size = (int)Math.Min(Portion, most - counted);
                var portion = audience.Where(account => account.Id > after).OrderBy(account => account.Id).Take(size);
                var (routed, last) = await RouteAsync(run, portion, tally, cancellationToken);
                if (routed == 0)
                    return tally.Result(counted, counted);
                (counted, after) = (counted + routed, last);
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
        return tally.Result(Math.Max(accounts, counted), counted);
    }

    private async Task<(int Routed, long Last)> RouteAsync(SegmentRun run, IQueryable<Account> portion, PathTally tally, CancellationToken cancellationToken)
    {
        // SQLite would make its one writer wait for a transaction; where work tables live in one, it is never committed.
        await using var transaction = run.Sql.WorkOutlivesTransaction ? null : await run.Database.Database.BeginTransactionAsync(cancellationToken);
        foreach (var statement in run.Sql.Prepare())
            await run.ExecuteAsync(statement, cancellationToken);
        var routed = await run.Database.ExecuteAroundAsync(
            portion.Select(account => new { account.Id }),
            (query, column) => FormattableString.Invariant(
                $"INSERT INTO {run.Sql.Work} (entry_id, account_id, lane) SELECT {column("Id")}, {column("Id")}, {run.Plan.Start.FirstLane + 1} FROM {query}"),
            cancellationToken);
        if (routed == 0)
            return (0, 0);
        if (run.Sql.Analyze() is { } analyze)
            await run.ExecuteAsync(analyze, cancellationToken);
        var last = await run.Database.JourneyWork.MaxAsync(work => work.AccountId, cancellationToken);
        await run.CountLanesAsync(cancellationToken);
        await new PathRouting(run, segment, tally).RouteAsync(cancellationToken);
        return (routed, last);
    }
}
