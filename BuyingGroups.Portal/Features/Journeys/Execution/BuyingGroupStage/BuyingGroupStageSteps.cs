using BuyingGroups.Data.Memberships;
using BuyingGroups.Data.Stages;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Moves groups through the same writer as everybody else: the stage model decides, refusals are history.</summary>
public sealed class UpdateBuyingGroupStageStep(StageWriter stages) : JourneyStep<UpdateBuyingGroupStageSettings>
{
    protected override async Task RunAsync(UpdateBuyingGroupStageSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        at.Detail = GroupMembers.NoGroup(settings.SolutionInterest.Id!.Value);
        await stages.BeginAsync(run.Database, cancellationToken);
        if (await stages.RequestAsync(run.Database, GroupsAt.Of(at, run, settings.SolutionInterest.Id.Value), settings.Stage.Id!.Value, cancellationToken) > 0)
            await stages.ApplyAsync(run.Database, ActorKind.Journey, at.Node.ActorId, run.Now, cancellationToken);
    }
}

/// <summary>Sets the status of groups.</summary>
public sealed class UpdateBuyingGroupStatusStep(StatusWriter statuses) : JourneyStep<UpdateBuyingGroupStatusSettings>
{
    protected override Task RunAsync(UpdateBuyingGroupStatusSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        at.Detail = GroupMembers.NoGroup(settings.SolutionInterest.Id!.Value);
        return statuses.SetAsync(run.Database, GroupsAt.Of(at, run, settings.SolutionInterest.Id.Value), settings.Status, at.Node.ActorId, run.Now, cancellationToken);
    }
}

/// <summary>The buying groups of the accounts at a node.</summary>
internal static class GroupsAt
{
    public static IQueryable<TouchedRow> Of(StepAt at, SegmentRun run, int solutionInterestId)
    {
        var lanes = at.Node.Lanes.Where(run.Lanes.ContainsKey).ToList();
        var groups = run.Database.BuyingGroups;
        return run.Database.JourneyWork.Where(work => lanes.Contains(work.Lane))
            .SelectMany(work => groups.Where(group => group.AccountId == work.AccountId && group.SolutionInterestId == solutionInterestId), (work, group) => new TouchedRow { BuyingGroupId = group.Id });
    }
}
