using BuyingGroups.Data.Journeys;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Where a transaction takes its entries from. Takes the same ones again after a rollback, so that a failing one can be closed in on.</summary>
public abstract class JourneyClaim(PlanNode start)
{
    /// <summary>The node the entries leave.</summary>
    public PlanNode Start => start;

    /// <summary>True when they are new: nothing of them is stored yet.</summary>
    public virtual bool AreNew => false;

    /// <summary>The lane all of them start on.</summary>
    public abstract int Lane { get; }

    /// <summary>True when an entry that fails goes on as one that heard its event, once it is retried.</summary>
    public virtual bool HaveHeard => false;

    /// <summary>Called after the commit of what <see cref="FillAsync"/> gave last.</summary>
    public virtual void Committed()
    {
    }

    /// <summary>Puts at most so many entries in the work table.</summary>
    public abstract Task<int> FillAsync(SegmentRun run, int limit, CancellationToken cancellationToken);

    /// <summary>Called in the transaction that carried the claimed entries, when there were fewer than asked for: all of them are done.</summary>
    public virtual Task ExhaustedAsync(SegmentRun run, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Entries whose wait is over, or whose event did not come in time.</summary>
public sealed class DueClaim(PlanNode start) : JourneyClaim(start)
{
    // A listening node without a timeout path has the journey end there: lane of no path.
    public override int Lane => Start.FirstLane + (Start.Node.Settings is ListenForEventSettings ? Start.PathOf(PathKind.Timeout) : 1);

    public override Task<int> FillAsync(SegmentRun run, int limit, CancellationToken cancellationToken) =>
        run.ExecuteAsync(run.Sql.ClaimDue(Start.Key, run.Partition, JourneyStatements.Heard, run.NowMilliseconds, Lane, limit), cancellationToken);
}
