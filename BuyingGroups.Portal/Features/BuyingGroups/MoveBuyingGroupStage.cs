using BuyingGroups.Data.Stages;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Moves a group to another stage of its model. A move that the model does not allow is kept in the history as refused.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="StageId">Where to.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record MoveBuyingGroupStage(long BuyingGroupId, int StageId) : ICommand<StageMoved>;

/// <summary>The same by the stage's name, for programs: they know names, not our numbers.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="Stage">The name of a stage of its model.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record MoveBuyingGroupToStage(long BuyingGroupId, string Stage) : ICommand<StageMoved>;

/// <summary>What became of the move.</summary>
/// <param name="Applied">True when the group moved; false when refused, or when it already stood there.</param>
/// <param name="Refusal">Why not.</param>
public sealed record StageMoved(bool Applied, Refusal? Refusal = null);

/// <summary>The solution interest has no stage model.</summary>
/// <param name="SolutionInterest">Its name.</param>
public sealed record NoStageModel(string SolutionInterest) : Refusal("{0} has no stage model, so its buying groups have no stages. The attempt is in the history; give the solution interest a stage model first.", SolutionInterest);

/// <summary>The stage belongs to another model.</summary>
/// <param name="Stage">The stage's name or number.</param>
public sealed record StageNotInModel(string Stage) : Refusal("{0} is not a stage of this buying group's model. The group stays where it is; the attempt is in the history.", Stage);

/// <summary>Groups start at an entry stage.</summary>
/// <param name="Stage">The stage's name.</param>
public sealed record StageIsNoEntry(string Stage) : Refusal("A buying group without a stage cannot start at {0}. The group stays as it is and the attempt is in the history; choose an entry stage.", Stage);

/// <summary>The model has no such transition.</summary>
/// <param name="From">Where the group stands.</param>
/// <param name="To">Where it was to go.</param>
public sealed record StageMoveNotAllowed(string From, string To) : Refusal("The stage model does not allow a move from {0} to {1}. The group stays at {0}; the attempt is in the history.", From, To);

/// <summary>Moves it through the same road as journeys.</summary>
public sealed class MoveBuyingGroupStageHandler(StageWriter stages) : ICommandHandler<MoveBuyingGroupStage, StageMoved>, ICommandHandler<MoveBuyingGroupToStage, StageMoved>
{
    public async Task<Outcome<StageMoved>> HandleAsync(MoveBuyingGroupToStage command, CommandContext context, CancellationToken cancellationToken)
    {
        var (group, name) = (command.BuyingGroupId, command.Stage.Trim());
        var model = await context.Database.BuyingGroups.Where(g => g.Id == group).Select(g => g.SolutionInterest!.StageModelId).FirstOrDefaultAsync(cancellationToken);
        // A stage of another model is refused and kept in the history, as by hand.
        var stage = await context.Database.Stages.Where(s => s.Name == name).OrderByDescending(s => s.StageModelId == model).ThenBy(s => s.Id).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken);
        return stage is { } id ? await HandleAsync(new MoveBuyingGroupStage(group, id), context, cancellationToken) : new NotFound("stage", name);
    }

    public async Task<Outcome<StageMoved>> HandleAsync(MoveBuyingGroupStage command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var group = await database.BuyingGroups.AsNoTracking().Where(g => g.Id == command.BuyingGroupId)
            .Select(g => new { g.Id, g.Name, Stage = g.Stage!.Name, SolutionInterest = g.SolutionInterest!.Name }).FirstOrDefaultAsync(cancellationToken);
        if (group is null)
            return new NotFound("buying group", command.BuyingGroupId);
        if (await database.Stages.Where(s => s.Id == command.StageId).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken) is not { } to)
            return new NotFound("stage", command.StageId);
        await stages.BeginAsync(database, cancellationToken);
        await stages.RequestAsync(database, [new StageLine(group.Id, command.StageId)], cancellationToken);
        var verdict = (await stages.JudgeAsync(database, cancellationToken)).Single().Verdict;
        await stages.ApplyAsync(database, context.Caller.Actor.Kind, context.ActorId, context.Now, cancellationToken);
        Refusal? refusal = verdict switch
        {
            StageMoveVerdict.NoStageModel => new NoStageModel(group.SolutionInterest),
            StageMoveVerdict.NotInModel => new StageNotInModel(to),
            StageMoveVerdict.NotAnEntryStage => new StageIsNoEntry(to),
            StageMoveVerdict.NoTransition => new StageMoveNotAllowed(group.Stage, to),
            _ => null,
        };
        context.Audit("BuyingGroup", group.Id, group.Name, new { group.Stage }, new { Stage = refusal is null ? to : group.Stage, Asked = to, Refusal = refusal?.Name });
        return new StageMoved(verdict == StageMoveVerdict.Applied, refusal);
    }
}
