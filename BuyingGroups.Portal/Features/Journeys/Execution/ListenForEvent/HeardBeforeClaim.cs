using BuyingGroups.Data.Journeys;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Entries at a listening node that were parked after their event came and are retried: they take the event's path, whether or not the time is up by now.</summary>
public sealed class HeardBeforeClaim(PlanNode start) : JourneyClaim(start)
{
    public override int Lane => Start.FirstLane + 1;

    public override bool HaveHeard => true;

    public override Task<int> FillAsync(SegmentRun run, int limit, CancellationToken cancellationToken) =>
        run.ExecuteAsync(run.Sql.ClaimDue(Start.Key, run.Partition, JourneyStatements.BeforeAll, JourneyStatements.Heard, Lane, limit), cancellationToken);
}
