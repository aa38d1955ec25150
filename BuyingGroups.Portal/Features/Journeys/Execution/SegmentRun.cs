using BuyingGroups.Data;
using BuyingGroups.Data.Journeys;
using BuyingGroups.Data.Providers;
using BuyingGroups.Domain.Conditions;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Looks on while a transaction passes its nodes.</summary>
public interface IStepWatch
{
    /// <summary>A node was carried out; what it did can be seen, and nothing after it has happened yet.</summary>
    Task PassedAsync(StepAt at, SegmentRun run, CancellationToken cancellationToken);
}

/// <summary>One transaction of the engine while it runs: the entries it carries and how many are on each lane.</summary>
public sealed class SegmentRun
{
    private readonly Dictionary<(int NodeKey, int Path), long> passed = [];
    private readonly Dictionary<int, long> began = [];

    public required PortalDbContext Database { get; init; }

    public required DatabaseProvider Provider { get; init; }

    public required JourneyPlan Plan { get; init; }

    public required ConditionCatalog Catalog { get; init; }

    public required int Partition { get; init; }

    /// <summary>The fence it runs under; 0 in a simulation.</summary>
    public long Token { get; init; }

    /// <summary>Looks on while nodes are passed; null outside of a simulation.</summary>
    public IStepWatch? Watch { get; init; }

    /// <summary>The time of everything this transaction does (UTC).</summary>
    public required DateTime Now { get; init; }

    /// <summary>The row that tells when; set before the first visit.</summary>
    public long BatchId { get; set; }

    /// <summary>The account that is tried alone, to find the one that fails; null while there are more.</summary>
    public long? Alone { get; set; }

    public long NowMilliseconds => JourneyEntries.Milliseconds(Now);

    public JourneyStatements Sql => Provider.Journeys;

    /// <summary>How many entries are on each lane.</summary>
    public IReadOnlyDictionary<int, long> Lanes { get; private set; } = new Dictionary<int, long>();

    /// <summary>What is to be added to the statistics.</summary>
    public IEnumerable<(int NodeKey, int Path, long Passed)> Passed => passed.Select(one => (one.Key.NodeKey, one.Key.Path, one.Value));

    /// <summary>What is to be added to the figures of the day: entries that began, and those that ended in the same moment.</summary>
    public IEnumerable<(int Outcome, long Entries)> Began => began.Select(one => (one.Key, one.Value));

    /// <summary>Notes that entries took a path.</summary>
    public void Count(PlanNode node, int path, long entries)
    {
        if (entries > 0)
            passed[(node.Key, path)] = passed.GetValueOrDefault((node.Key, path)) + entries;
    }

    /// <summary>Notes that new entries began, or ended at once.</summary>
    public void CountBegun(int outcome, long entries) => began[outcome] = began.GetValueOrDefault(outcome) + entries;

    /// <summary>All claimed entries start on one lane.</summary>
    public void Starts(int lane, long entries) => Lanes = new Dictionary<int, long> { [lane] = entries };

    /// <summary>Counts again who is on which lane, after some were routed.</summary>
    public async Task CountLanesAsync(CancellationToken cancellationToken) =>
        Lanes = (await Database.Database.SqlQueryRaw<LaneCount>(Sql.CountLanes()).ToListAsync(cancellationToken)).ToDictionary(row => row.Lane, row => (long)row.Count);

    public Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken) => Database.Database.ExecuteSqlRawAsync(sql, cancellationToken);

    public Task<int> ExecuteAsync(string sql, object argument, CancellationToken cancellationToken) => Database.Database.ExecuteSqlRawAsync(sql, [argument], cancellationToken);

    private sealed record LaneCount(int Lane, int Count);
}
