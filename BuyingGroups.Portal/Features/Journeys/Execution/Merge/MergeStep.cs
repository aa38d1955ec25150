using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Costs nothing but the visit.</summary>
public sealed class MergeStep : JourneyStep<MergeSettings>
{
    protected override Task RunAsync(MergeSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) => Task.CompletedTask;
}
