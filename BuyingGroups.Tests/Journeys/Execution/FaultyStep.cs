using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.Journeys.Execution;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>Takes the place of the merge: fails when one of some accounts comes by, as a step does that a database refuses.</summary>
internal sealed class FaultyStep : JourneyStep<MergeSettings>
{
    /// <summary>The accounts it fails for; everybody when null.</summary>
    public HashSet<long>? Fails { get; set; } = [];

    protected override async Task RunAsync(MergeSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        var lanes = at.Node.Lanes.Where(run.Lanes.ContainsKey).ToList();
        var here = await run.Database.JourneyWork.Where(work => lanes.Contains(work.Lane)).Select(work => work.AccountId).ToListAsync(cancellationToken);
        if (Fails is null || here.Any(Fails.Contains))
            throw new InvalidOperationException("This account cannot be carried.");
    }
}

/// <summary>Takes the place of the merge: something happens, once, in the middle of a transaction.</summary>
internal sealed class SuddenStep(Func<SegmentRun, Task> happening) : JourneyStep<MergeSettings>
{
    private bool _happened;

    protected override async Task RunAsync(MergeSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        if (_happened)
            return;
        _happened = true;
        await happening(run);
    }
}
