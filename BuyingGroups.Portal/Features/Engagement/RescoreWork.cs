using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Engagement;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>
/// Scores everybody: folds new activities into days, sums the window, then scales people and groups to the highest. Each transaction takes a
/// range of ids and says the same when repeated, so that a run that was stopped or killed goes on where it was.
/// </summary>
public sealed class RescoreWork(PortalDatabase database, EngagementWriter writer, PortalTimeZone zone, AuditTrail trail, TimeProvider clock) : IBackgroundWork
{
    public const string WorkKind = "engagement-scores";

    /// <summary>Scores and maintenance take turns: both rest on the same sums.</summary>
    public const string ExclusiveKey = "upkeep";

    /// <summary>Days that have aged out are dropped once a week: it reads everything, and being there they cost little.</summary>
    private const int DaysBetweenTrims = 7;

    /// <summary>From this many changed scores on the planner's statistics are out of date.</summary>
    private const int WorthStatistics = 100_000;

    /// <summary>Who scores.</summary>
    public static Actor Scorer { get; } = Actor.Job(WorkKind, "Engagement scores");

    public string Kind => WorkKind;

    /// <summary>The background job.</summary>
    /// <param name="asOf">Scores as they would have been at a moment in the past (UTC), for the history of the demo, oldest first; null for now.</param>
    public static BackgroundJob ToJob(DateTime? asOf = null) => new()
    {
        Kind = WorkKind,
        Title = "Engagement scores",
        Parameters = JsonSerializer.Serialize(new Order(asOf), JobRun.Json),
        ExclusiveKey = ExclusiveKey,
        Link = "/configuration/engagement",
    };

    public async Task<object?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var plan = run.Cursor is null ? await PlanAsync(read, run.Parameters<Order>().AsOf ?? clock.GetUtcNow().UtcDateTime, cancellationToken) : JsonSerializer.Deserialize<RescorePlan>(run.Cursor, JobRun.Json)!;
        var model = await read.WeightingModels.Include(m => m.Bands).Include(m => m.Weights).AsSplitQuery().SingleAsync(m => m.Id == plan.ModelId, cancellationToken);
        var (days, weights) = (ScoreDays.Of(plan.At, zone.Name), model.WeightByType());
        while (plan.Phase != RescorePhase.Done)
            plan = await StepAsync(run, plan, days, weights, cancellationToken);
        return new Rescored(plan.PeopleChanged, plan.GroupsChanged);
    }

    private async Task<RescorePlan> PlanAsync(PortalDbContext read, DateTime now, CancellationToken cancellationToken)
    {
        var days = ScoreDays.Of(now, zone.Name);
        var state = await EngagementState.ReadAsync(read, cancellationToken);
        var isKnown = state is not null && string.Equals(state.TimeZone, zone.Name, StringComparison.Ordinal) && state.FirstDay <= days.First.DayNumber;
        var from = isKnown ? state!.ThroughActivity : 0;
        return new RescorePlan
        {
            At = now,
            ModelId = await read.WeightingModels.Where(m => m.Status == WeightingStatus.Active).Select(m => m.Id).SingleAsync(cancellationToken),
            FoldsFromScratch = !isKnown,
            Through = isKnown ? from : 0,
            LastActivity = await read.Activities.MaxAsync(a => (long?)a.Id, cancellationToken) ?? 0,
            NextActivity = await EngagementState.SettledAsync(read, from, now, cancellationToken),
            LastPerson = await read.People.MaxAsync(p => (long?)p.Id, cancellationToken) ?? 0,
            LastGroup = await read.BuyingGroups.MaxAsync(g => (long?)g.Id, cancellationToken) ?? 0,
            Trims = state is null || days.Today.DayNumber - state.TrimmedOn >= DaysBetweenTrims,
            TrimmedOn = state?.TrimmedOn ?? days.Today.DayNumber,
            KeepDays = await EngagementState.KeepDaysAsync(read, cancellationToken),
        };
    }

    private async Task<RescorePlan> StepAsync(JobRun run, RescorePlan plan, ScoreDays days, IReadOnlyDictionary<int, int> weights, CancellationToken cancellationToken)
    {
        var (last, size) = plan.Phase switch
        {
            RescorePhase.Fold => plan.FoldsFromScratch ? (plan.LastPerson, writer.Range) : (plan.LastActivity, writer.Fold),
            RescorePhase.Sum => (plan.LastPerson, writer.Range),
            RescorePhase.People => (plan.LastPerson, writer.ScoreRange),
            RescorePhase.GroupSums or RescorePhase.Groups => (plan.LastGroup, writer.Range),
            _ => (0L, 1),
        };
        if (plan.Through >= last)
            return await NextPhaseAsync(run, plan, days, cancellationToken);
        var (after, through) = (plan.Through, Math.Min(plan.Through + size, last));
        var next = plan with { Through = through, Done = plan.Done + (through - after) };
        var changed = 0;
        await run.WriteAsync(
            async (context, token) => changed = await RangeAsync(context, plan, days, weights, after, through, token),
            JsonSerializer.Serialize(next, JobRun.Json), next.Done, Math.Max(plan.Total, next.Done), cancellationToken);
        return plan.Phase switch
        {
            RescorePhase.People => next with { PeopleChanged = next.PeopleChanged + changed },
            RescorePhase.Groups => next with { GroupsChanged = next.GroupsChanged + changed },
            _ => next,
        };
    }

    private async Task<int> RangeAsync(
        PortalDbContext context, RescorePlan plan, ScoreDays days, IReadOnlyDictionary<int, int> weights, long after, long through, CancellationToken cancellationToken)
    {
        int? trimBefore = plan.Trims ? days.Today.DayNumber - plan.KeepDays : null;
        switch (plan.Phase)
        {
            case RescorePhase.Fold when plan.FoldsFromScratch:
                await writer.CountDaysAsync(context, days, after, through, cancellationToken);
                return 0;
            case RescorePhase.Fold:
                await writer.FoldAsync(context, days, after, through, cancellationToken);
                return 0;
            case RescorePhase.Sum:
                await writer.SumPeopleAsync(context, days, weights, after, through, plan.Trims, cancellationToken);
                return 0;
            case RescorePhase.People:
                return await writer.ScorePeopleAsync(context, days, plan.GreatestPerson, after, through, trimBefore, cancellationToken);
            case RescorePhase.GroupSums:
                await writer.SumGroupsAsync(context, EngagementStatements.Within(after, through), cancellationToken);
                return 0;
            default:
                var actor = await trail.ActorIdAsync(context, Scorer, cancellationToken);
                if (trimBefore is { } before)
                    await writer.TrimGroupsAsync(context, before, after, through, cancellationToken);
                return await writer.ScoreGroupsAsync(context, days.Today, plan.GreatestGroup, actor, plan.At, EngagementStatements.Within(after, through), cancellationToken);
        }
    }

    private async Task<RescorePlan> NextPhaseAsync(JobRun run, RescorePlan plan, ScoreDays days, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var next = plan with { Phase = plan.Phase + 1, Through = 0 };
        if (next.Phase == RescorePhase.People)
            next = next with { GreatestPerson = await writer.GreatestPersonAsync(read, cancellationToken) };
        else if (next.Phase == RescorePhase.Groups)
            next = next with { GreatestGroup = await writer.GreatestGroupAsync(read, cancellationToken) };
        await run.WriteAsync(
            async (context, token) =>
            {
                if (next.Phase != RescorePhase.Done)
                    return;
                await EngagementState.KeepAsync(
                    context, new EngagementState(zone.Name, plan.NextActivity, days.First.DayNumber, plan.Trims ? days.Today.DayNumber : plan.TrimmedOn, plan.At, plan.ModelId), token);
                if (plan.PeopleChanged >= WorthStatistics)
                    await database.Provider.RefreshStatisticsAsync(context, token);
            },
            JsonSerializer.Serialize(next, JobRun.Json), next.Done, Math.Max(plan.Total, next.Done), cancellationToken);
        return next;
    }

    /// <summary>What a run is asked to do.</summary>
    /// <param name="AsOf">A moment in the past (UTC); null for now.</param>
    public sealed record Order(DateTime? AsOf);

    /// <summary>What a run changed.</summary>
    public sealed record Rescored(int People, int Groups);
}
