using BuyingGroups.Portal.Features.Journeys.Execution;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>The one account of a simulation as a new entry, whether it qualifies or not.</summary>
internal sealed class SimulatedEntry(PlanNode start, long entryId, long accountId) : JourneyClaim(start)
{
    public override bool AreNew => true;

    public override int Lane => Start.FirstLane + 1;

    public override Task<int> FillAsync(SegmentRun run, int limit, CancellationToken cancellationToken) => run.ExecuteAsync(
        FormattableString.Invariant($"INSERT INTO {run.Sql.Work} (entry_id, account_id, lane) VALUES ({entryId}, {accountId}, {Lane})"), cancellationToken);
}

/// <summary>The same entry at a listening node whose event comes by assumption.</summary>
internal sealed class SimulatedEvent(PlanNode start, long entryId, long accountId) : JourneyClaim(start)
{
    public override int Lane => Start.FirstLane + 1;

    public override Task<int> FillAsync(SegmentRun run, int limit, CancellationToken cancellationToken) => run.ExecuteAsync(
        FormattableString.Invariant($"INSERT INTO {run.Sql.Work} (entry_id, account_id, lane) VALUES ({entryId}, {accountId}, {Lane})"), cancellationToken);
}
