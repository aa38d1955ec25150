using System.Collections.Concurrent;
using BuyingGroups.Data;
using BuyingGroups.Data.Journeys;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Conditions;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>
/// Moves the accounts of all live journeys (architecture.md "The journey engine"). A worker goes through journeys and partitions, takes those that are
/// free under a lease, and carries whoever is due, has heard an event, or qualifies. Several workers, on one node or many, share by the leases.
/// </summary>
public sealed partial class JourneyEngine(
    PortalDatabase database, JourneyLeases leases, JourneyPlans plans, Segment segment, Leaving leaving, EntryIds ids, TimeProvider clock, ILogger<JourneyEngine> logger, JourneyPace? pace = null)
{
    /// <summary>How often accounts are looked through for new entries: well within the minute that is promised.</summary>
    public static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan RestAfterProblem = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<int, DateTimeOffset> resting = new();

    /// <summary>One round over all journeys.</summary>
    /// <param name="worker">Who works; unique per node and worker.</param>
    /// <param name="cancellationToken">Stops after the running transaction.</param>
    /// <param name="lookNow">True to look for new entries whatever the interval.</param>
    /// <returns>How many entries were carried, let in or taken out.</returns>
    public async Task<long> RunAsync(string worker, CancellationToken cancellationToken, bool lookNow = false)
    {
        var moved = 0L;
        List<JourneyStand> journeys;
        await using (var read = database.OpenRead())
        {
            // Leases are kept as long as there is anything to do, the ending of those inside included.
            journeys = await read.Journeys.Where(journey => read.JourneyLeases.Any(lease => lease.JourneyId == journey.Id))
                .OrderBy(journey => journey.Id).Select(journey => new JourneyStand(journey.Id, journey.Status, journey.LiveVersionId, journey.StartsAt, journey.EndsAt, journey.Problem)).ToListAsync(cancellationToken);
        }
        foreach (var journey in journeys)
        {
            if (resting.TryGetValue(journey.Id, out var until) && until > clock.GetUtcNow() && until <= clock.GetUtcNow() + RestAfterProblem)
                continue;
            try
            {
                moved += await RunAsync(journey, worker, lookNow, cancellationToken);
                if (journey.Problem is not null)
                    await NoteProblemAsync(journey.Id, null, cancellationToken);
            }
            catch (PartitionLostException)
            {
                // Somebody else goes on with it.
            }
            catch (Exception exception) when (exception is not OperationCanceledException && !database.Provider.IsTransient(exception))
            {
                // One journey's failure never stops the others.
                LogProblem(logger, journey.Id, exception);
                resting[journey.Id] = clock.GetUtcNow() + RestAfterProblem;
                await NoteProblemAsync(journey.Id, exception is RefusedException refused ? string.Join(' ', refused.Refusals) : exception.GetBaseException().Message, cancellationToken);
            }
        }
        return moved;
    }

    private async Task<long> RunAsync(JourneyStand journey, string worker, bool lookNow, CancellationToken cancellationToken)
    {
        var moved = 0L;
        var partitions = 0;
        for (var partition = 0; partition < database.Provider.JourneyPartitions; partition++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!lookNow && !await IsNeededAsync(journey, partition, cancellationToken))
                continue;
            if (await leases.TakeAsync(journey.Id, partition, worker, cancellationToken) is not { } lease)
                continue;
            partitions++;
            try
            {
                moved += await RunAsync(journey, lease, lookNow, cancellationToken);
            }
            finally
            {
                await leases.FreeAsync(lease, CancellationToken.None);
            }
        }
        if (partitions > 0)
            await EndAsync(journey, cancellationToken);
        return moved;
    }

    private async Task<long> RunAsync(JourneyStand journey, PartitionLease lease, bool lookNow, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (journey.Status == JourneyStatus.Aborted)
            return await leaving.AllAsync(lease, EntryStatus.Aborted, cancellationToken);
        if (journey.EndsAt <= now)
            return await leaving.AllAsync(lease, EntryStatus.Ended, cancellationToken);
        await using var read = database.OpenRead();
        var run = new PartitionRun(database, leases, segment, ids, clock, lease, pace?.Batch ?? database.Provider.JourneyBatch, journey.Problem is not null, await read.ReadConditionCatalogAsync(now, cancellationToken));
        var moved = 0L;
        long round;
        do
        {
            round = await HearAsync(run, read, journey, lease, cancellationToken) + await ReleaseAsync(run, read, journey, lease, cancellationToken);
            moved += round;
        }
        while (round > 0);
        if (journey.LiveVersionId is { } versionId)
            moved += await LookAsync(run, read, journey, versionId, lease, lookNow, cancellationToken);
        return moved;
    }

    /// <summary>Reads whether there may be anything to do, so that a journey at rest costs the writer nothing.</summary>
    private async Task<bool> IsNeededAsync(JourneyStand journey, int partition, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (journey.Status != JourneyStatus.Live || journey.EndsAt <= now.UtcDateTime)
            return true;
        await using var read = database.OpenRead();
        var lookedAt = await read.JourneyLeases.Where(one => one.JourneyId == journey.Id && one.Partition == partition).Select(one => one.EnrolledAt).FirstOrDefaultAsync(cancellationToken);
        if (IsTimeToLook(lookedAt)
            || (await read.Database.SqlQueryRaw<int>(database.Provider.Journeys.DueNodes(journey.Id, partition, now.ToUnixTimeMilliseconds())).ToListAsync(cancellationToken)).Count > 0)
        {
            return true;
        }
        ConditionCatalog? catalog = null;
        foreach (var nodeKey in await read.Database.SqlQueryRaw<int>(database.Provider.Journeys.OccupiedNodes(journey.Id, partition)).ToListAsync(cancellationToken))
        {
            var (published, node) = await NodeAsync(read, nodeKey, cancellationToken);
            if (node.Node.Settings is not ListenForEventSettings)
                continue;
            catalog ??= await read.ReadConditionCatalogAsync(now.UtcDateTime, cancellationToken);
            if (await new HeardClaim(node, published.PublishedAt).AnyAsync(read, catalog, partition, cancellationToken))
                return true;
        }
        return await read.JourneyInvitations.AnyAsync(one => one.JourneyId == journey.Id, cancellationToken);
    }

    /// <summary>Events first: whoever heard one in time does not time out in the same moment.</summary>
    private async Task<long> HearAsync(PartitionRun run, PortalDbContext read, JourneyStand journey, PartitionLease lease, CancellationToken cancellationToken)
    {
        var moved = 0L;
        foreach (var nodeKey in await read.Database.SqlQueryRaw<int>(database.Provider.Journeys.DueNodes(journey.Id, lease.Partition, JourneyStatements.Heard)).ToListAsync(cancellationToken))
        {
            var (published, node) = await NodeAsync(read, nodeKey, cancellationToken);
            moved += await run.CarryAsync(published.Plan, new HeardBeforeClaim(node), cancellationToken);
        }
        foreach (var nodeKey in await read.Database.SqlQueryRaw<int>(database.Provider.Journeys.OccupiedNodes(journey.Id, lease.Partition)).ToListAsync(cancellationToken))
        {
            var (published, node) = await NodeAsync(read, nodeKey, cancellationToken);
            if (node.Node.Settings is not ListenForEventSettings)
                continue;
            var claim = new HeardClaim(node, published.PublishedAt);
            if (await claim.AnyAsync(read, run.Catalog, lease.Partition, cancellationToken))
                moved += await run.CarryAsync(published.Plan, claim, cancellationToken);
        }
        return moved;
    }

    private async Task<long> ReleaseAsync(PartitionRun run, PortalDbContext read, JourneyStand journey, PartitionLease lease, CancellationToken cancellationToken)
    {
        var moved = 0L;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var nodeKey in await read.Database.SqlQueryRaw<int>(database.Provider.Journeys.DueNodes(journey.Id, lease.Partition, now)).ToListAsync(cancellationToken))
        {
            var (published, node) = await NodeAsync(read, nodeKey, cancellationToken);
            moved += await run.CarryAsync(published.Plan, new DueClaim(node), cancellationToken);
        }
        return moved;
    }

    private async Task<long> LookAsync(PartitionRun run, PortalDbContext read, JourneyStand journey, int versionId, PartitionLease lease, bool lookNow, CancellationToken cancellationToken)
    {
        // Published again for a later day, it lets nobody in until then; those inside still leave when they meet the goal.
        var isOpen = journey.Status == JourneyStatus.Live && !(journey.StartsAt > clock.GetUtcNow().UtcDateTime);
        var plan = (await plans.OfAsync(read, versionId, cancellationToken)).Plan;
        var moved = 0L;
        if (isOpen && await read.JourneyInvitations.AnyAsync(one => one.JourneyId == plan.JourneyId, cancellationToken))
            moved += await run.CarryAsync(plan, new Invited(plan.Start, ids), cancellationToken);
        var lookedAt = await read.JourneyLeases.Where(one => one.JourneyId == lease.JourneyId && one.Partition == lease.Partition).Select(one => one.EnrolledAt).FirstOrDefaultAsync(cancellationToken);
        if (!lookNow && !IsTimeToLook(lookedAt))
            return moved;
        foreach (var occupied in await OccupiedPlansAsync(read, lease, cancellationToken))
            moved += await leaving.MatchingAsync(lease, occupied, run.Catalog, cancellationToken);
        if (isOpen)
            moved += await run.LetInAsync(plan, cancellationToken);
        await run.NoteLookAsync(cancellationToken);
        return moved;
    }

    /// <summary>Either way: the clock may have been set back since.</summary>
    private bool IsTimeToLook(long lookedAt) => Math.Abs(clock.GetUtcNow().ToUnixTimeMilliseconds() - lookedAt) >= (long)LookInterval.TotalMilliseconds;

    /// <summary>The plans of all versions somebody is inside of: each has its own goal and exit.</summary>
    private async Task<List<JourneyPlan>> OccupiedPlansAsync(PortalDbContext read, PartitionLease lease, CancellationToken cancellationToken)
    {
        var keys = await read.Database.SqlQueryRaw<int>(database.Provider.Journeys.OccupiedNodes(lease.JourneyId, lease.Partition)).ToListAsync(cancellationToken);
        var found = new List<JourneyPlan>();
        foreach (var key in keys)
            found.Add((await plans.OfNodeAsync(read, key, cancellationToken)).Plan);
        return [.. found.DistinctBy(plan => plan.VersionId).OrderBy(plan => plan.VersionId)];
    }

    private async Task<(PublishedPlan Published, PlanNode Node)> NodeAsync(PortalDbContext read, int nodeKey, CancellationToken cancellationToken)
    {
        var published = await plans.OfNodeAsync(read, nodeKey, cancellationToken);
        return (published, published.Plan.Node(nodeKey) ?? throw new InvalidOperationException($"Node {nodeKey} is not in its version."));
    }

    /// <summary>A journey that nobody can enter and nobody is in any more has come to its end.</summary>
    private async Task EndAsync(JourneyStand journey, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isOver = journey.Status is JourneyStatus.Aborted or JourneyStatus.ClosedToNewEntries || journey.EndsAt <= now;
        if (!isOver)
            return;
        await database.WriteAsync(
            async (context, token) =>
            {
                var keys = context.JourneyNodeKeys.Where(key => context.JourneyVersions.Any(version => version.Id == key.JourneyVersionId && version.JourneyId == journey.Id)).Select(key => key.Id);
                var mayWait = journey.Status == JourneyStatus.ClosedToNewEntries && !(journey.EndsAt <= now);
                if (await context.JourneyEntries.AnyAsync(entry => keys.Contains(entry.NodeKey) && (entry.DueAt != null || (mayWait && entry.Status == EntryStatus.Parked)), token))
                    return;
                await context.JourneyLeases.Where(lease => lease.JourneyId == journey.Id).ExecuteDeleteAsync(token);
                await context.Journeys.Where(one => one.Id == journey.Id && (one.Status == JourneyStatus.Live || one.Status == JourneyStatus.ClosedToNewEntries))
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, JourneyStatus.Finished).SetProperty(one => one.EndedAt, now), token);
            },
            cancellationToken);
    }

    private Task NoteProblemAsync(int journeyId, string? problem, CancellationToken cancellationToken)
    {
        var text = problem?.Length > Journey.ProblemMaxLength ? problem[..Journey.ProblemMaxLength] : problem;
        return database.WriteAsync((context, token) => context.Journeys.Where(one => one.Id == journeyId).ExecuteUpdateAsync(set => set.SetProperty(one => one.Problem, text), token), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Journey {JourneyId} stands still; it is tried again in a minute.")]
    private static partial void LogProblem(ILogger logger, int journeyId, Exception exception);

    private sealed record JourneyStand(int Id, JourneyStatus Status, int? LiveVersionId, DateTime? StartsAt, DateTime? EndsAt, string? Problem);
}
