using BuyingGroups.Data;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Takes entries out where they are: those that match the goal or the exit condition while they wait, and everybody when the journey ends.</summary>
public sealed class Leaving(PortalDatabase database, JourneyLeases leases, TimeProvider clock)
{
    /// <summary>Ends everybody who is still inside.</summary>
    /// <param name="lease">The hold on the partition.</param>
    /// <param name="status">How they end.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    public async Task<long> AllAsync(PartitionLease lease, EntryStatus status, CancellationToken cancellationToken)
    {
        var ended = 0L;
        await using var read = database.OpenRead();
        var nodes = await read.Database.SqlQueryRaw<int>(database.Provider.Journeys.OccupiedNodes(lease.JourneyId, lease.Partition)).ToListAsync(cancellationToken);
        foreach (var node in nodes)
        {
            ended += await InBatchesAsync(
                lease, status, [JourneyStatus.Live, JourneyStatus.ClosedToNewEntries, JourneyStatus.Aborted],
                (run, limit) => run.ClaimDue(node, lease.Partition, Data.Journeys.JourneyStatements.BeforeAll, Data.Journeys.JourneyStatements.Never, JourneyPlan.LanesPerNode, limit), null, cancellationToken);
        }
        return ended;
    }

    /// <summary>Ends those whose account matches the goal, then those whose account matches the exit condition.</summary>
    public async Task<long> MatchingAsync(PartitionLease lease, JourneyPlan plan, ConditionCatalog catalog, CancellationToken cancellationToken)
    {
        var ended = 0L;
        foreach (var (condition, status) in new[] { (plan.Document.Settings.Goal, EntryStatus.GoalMet), (plan.Document.Settings.Exit, EntryStatus.Exited) })
        {
            if (condition is null)
                continue;
            var matches = ConditionTranslation.OfAccounts(condition, catalog).Demand();
            var nodes = plan.Nodes.Where(node => node.Rests).Select(node => node.Key).ToList();
            while (true)
            {
                var ids = await FindAsync(lease, nodes, matches, cancellationToken);
                if (ids.Count == 0)
                    break;
                ended += await InBatchesAsync(
                    lease, status, [JourneyStatus.Live, JourneyStatus.ClosedToNewEntries],
                    (run, limit) => run.ClaimActive(lease.JourneyId, lease.Partition, string.Join(',', ids), limit), ids.Count, cancellationToken);
            }
        }
        return ended;
    }

    private async Task<List<long>> FindAsync(
        PartitionLease lease, List<int> nodes, System.Linq.Expressions.Expression<Func<Account, bool>> matches, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var accounts = read.Accounts.Where(matches);
        return await read.JourneyEntries.Where(entry => nodes.Contains(entry.NodeKey) && entry.Partition == lease.Partition && entry.DueAt != null && accounts.Any(account => account.Id == entry.AccountId))
            .OrderBy(entry => entry.Id).Select(entry => entry.AccountId).Take(500).ToListAsync(cancellationToken);
    }

    private async Task<long> InBatchesAsync(
        PartitionLease lease, EntryStatus status, JourneyStatus[] statuses, Func<Data.Journeys.JourneyStatements, int, string> claim, int? atMost, CancellationToken cancellationToken)
    {
        var ended = 0L;
        var sql = database.Provider.Journeys;
        var limit = atMost ?? database.Provider.JourneyBatch;
        while (true)
        {
            var claimed = await database.WriteAsync(
                async (context, token) =>
                {
                    await leases.FenceAsync(context, lease, token, statuses);
                    foreach (var statement in sql.Prepare())
                        await context.Database.ExecuteSqlRawAsync(statement, token);
                    var taken = await context.Database.ExecuteSqlRawAsync(claim(sql, limit), token);
                    if (taken == 0)
                        return (0, true);
                    var lanes = PlanNode.List(await context.JourneyWork.Select(work => work.Lane).Distinct().ToListAsync(token));
                    await context.Database.ExecuteSqlRawAsync(sql.CountEnding(lanes), token);
                    var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                    await context.Database.ExecuteSqlRawAsync(sql.CountDaysEnding(lanes, (int)status, now), token);
                    await context.Database.ExecuteSqlRawAsync(sql.End(lanes, (int)status, now), token);
                    return (taken, true);
                },
                cancellationToken);
            ended += claimed;
            if (claimed < limit || atMost is not null)
                return ended;
        }
    }
}
