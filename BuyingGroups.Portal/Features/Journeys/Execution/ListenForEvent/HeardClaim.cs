using BuyingGroups.Data;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Nodes;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>
/// Entries at a listening node whose account had the event. Only what was recorded since the last look is read; the last minute is always read again,
/// because a row with a lower number may be committed later.
/// </summary>
public sealed class HeardClaim(PlanNode start, DateTime publishedAt) : JourneyClaim(start)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private JourneyEvent Event => ((ListenForEventSettings)Start.Node.Settings).Event;

    public override int Lane => Start.FirstLane + 1;

    public override bool HaveHeard => true;

    public override async Task<int> FillAsync(SegmentRun run, int limit, CancellationToken cancellationToken)
    {
        var seen = await SeenAsync(run.Database, run.Partition, cancellationToken);
        return await run.Database.ExecuteAroundAsync(
            JourneyEvents.After(run.Database, run.Catalog, Event, seen, run.Plan.Nodes),
            (query, column) => run.Sql.ClaimHeard(
                run.Plan.JourneyId, Start.Key, run.Partition, Lane, limit,
                $"SELECT {column(nameof(HeardRow.AccountId))} AS account_id, {run.Sql.TimeOf(column(nameof(HeardRow.At)))} AS occurred FROM {query}"),
            cancellationToken);
    }

    public override async Task ExhaustedAsync(SegmentRun run, CancellationToken cancellationToken)
    {
        var seen = await SeenAsync(run.Database, run.Partition, cancellationToken);
        var through = await JourneyEvents.LastBeforeAsync(run.Database, Event, seen, run.Now - Overlap, cancellationToken);
        if (through > seen)
            await run.ExecuteAsync(run.Sql.Seen(Start.Key, run.Partition, through), cancellationToken);
    }

    /// <summary>True when there is anything to look at; read outside of a transaction.</summary>
    public async Task<bool> AnyAsync(PortalDbContext read, ConditionCatalog catalog, int partition, CancellationToken cancellationToken) =>
        await JourneyEvents.After(read, catalog, Event, await SeenAsync(read, partition, cancellationToken)).AnyAsync(cancellationToken);

    private async Task<long> SeenAsync(PortalDbContext database, int partition, CancellationToken cancellationToken) =>
        await database.JourneyListenings.AsNoTracking().Where(one => one.NodeKey == Start.Key && one.Partition == partition).Select(one => (long?)one.SeenId).FirstOrDefaultAsync(cancellationToken)
        ?? await JourneyEvents.FirstAsync(database, Event, publishedAt - Overlap, cancellationToken);
}
