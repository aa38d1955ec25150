using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Divides accounts by quota over all workers, or the people of each account by share.</summary>
public sealed class VariantSplitStep : JourneyStep<VariantSplitSettings>
{
    protected override async Task RunAsync(VariantSplitSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        var percentages = at.Node.Node.Paths.Select(path => path.Percent ?? 0).ToList();
        if (settings.Subject == SplitSubject.People)
        {
            await run.ExecuteAsync(run.Sql.RoutePeopleByShare(at.Lanes, at.Node.FirstLane, percentages), cancellationToken);
            return;
        }
        await run.ExecuteAsync(run.Sql.ReserveVariants(at.Node.Key, at.Entries), cancellationToken);
        await run.ExecuteAsync(run.Sql.RouteVariants(at.Node.Key, at.Lanes, at.Node.FirstLane, VariantQuota.Letters(percentages), at.Entries), cancellationToken);
    }
}
