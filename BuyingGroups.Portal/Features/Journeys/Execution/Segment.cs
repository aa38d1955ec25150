using BuyingGroups.Data.Journeys;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>
/// Carries claimed entries from the node they leave through every following node until they rest or end, and moves each once. Effects, visits, moves
/// and statistics are in the one transaction that the caller commits.
/// </summary>
public sealed class Segment(IEnumerable<JourneyStep> steps)
{
    private readonly Dictionary<Type, JourneyStep> bySettings = steps.ToDictionary(step => step.Settings);

    /// <summary>Runs one transaction's worth.</summary>
    /// <returns>How many entries were carried.</returns>
    public async Task<int> RunAsync(SegmentRun run, JourneyClaim claim, int limit, CancellationToken cancellationToken)
    {
        foreach (var statement in run.Sql.Prepare())
            await run.ExecuteAsync(statement, cancellationToken);
        var claimed = await claim.FillAsync(run, limit, cancellationToken);
        if (claimed == 0)
        {
            await claim.ExhaustedAsync(run, cancellationToken);
            return 0;
        }
        if (limit == 1)
            run.Alone = await run.Database.JourneyWork.Select(work => work.AccountId).FirstAsync(cancellationToken);
        if (run.Sql.Analyze() is { } analyze)
            await run.ExecuteAsync(analyze, cancellationToken);
        await NoteBatchAsync(run, cancellationToken);
        run.Starts(claim.Lane, claimed);
        if (!claim.AreNew)
            await LeaveAsync(run, cancellationToken);
        await VisitRoutedAsync(run, claim.Start, cancellationToken);
        foreach (var node in run.Plan.Nodes.Where(node => !node.Rests && node != run.Plan.Start))
            await PassAsync(run, node, cancellationToken);
        await RestAsync(run, claim, cancellationToken);
        if (run.Passed.Any())
            await run.ExecuteAsync(run.Sql.Count(run.Partition, run.Passed), cancellationToken);
        if (run.Began.Any())
            await run.ExecuteAsync(run.Sql.CountDays(run.Plan.JourneyId, run.Partition, run.NowMilliseconds, run.Began), cancellationToken);
        if (claimed < limit)
            await claim.ExhaustedAsync(run, cancellationToken);
        return claimed;
    }

    /// <summary>Entries that match the goal or the exit condition go no further.</summary>
    private static async Task LeaveAsync(SegmentRun run, CancellationToken cancellationToken)
    {
        var settings = run.Plan.Document.Settings;
        if (settings.Goal is null && settings.Exit is null)
            return;
        foreach (var lane in run.Lanes.Keys.ToList())
            await SplitByAccountsStep.RouteAsync(run, [lane], LeavingRoute(settings, run.Catalog, lane), cancellationToken);
        await run.CountLanesAsync(cancellationToken);
    }

    /// <summary>The lanes of those that leave early; <paramref name="otherwise"/> for the rest.</summary>
    public static System.Linq.Expressions.Expression<Func<Account, int>> LeavingRoute(JourneySettings settings, ConditionCatalog catalog, int otherwise) => Routing.First<Account>(
        new[] { (settings.Goal, JourneyPlan.GoalLane), (settings.Exit, JourneyPlan.ExitLane) }
            .Where(one => one.Item1 is not null).Select(one => (ConditionTranslation.OfAccounts(one.Item1!, catalog).Demand(), one.Item2)),
        otherwise);

    /// <summary>Carries out one node for those who are there, without visits and statistics; null when nobody is.</summary>
    public async Task<StepAt?> CarryOutAsync(SegmentRun run, PlanNode node, CancellationToken cancellationToken)
    {
        var lanes = node.Lanes.Where(run.Lanes.ContainsKey).ToList();
        if (lanes.Count == 0)
            return null;
        var at = new StepAt(node, PlanNode.List(lanes), lanes.Sum(lane => run.Lanes[lane]));
        var step = bySettings.GetValueOrDefault(node.Node.Settings.GetType()) ?? throw new InvalidOperationException($"Nothing carries out “{node.Node.Settings.Kind}”.");
        await step.RunAsync(at, run, cancellationToken);
        if (run.Watch is { } watch)
            await watch.PassedAsync(at, run, cancellationToken);
        return at;
    }

    private async Task PassAsync(SegmentRun run, PlanNode node, CancellationToken cancellationToken)
    {
        if (await CarryOutAsync(run, node, cancellationToken) is not { } at)
            return;
        if (node.MakesLanes)
        {
            await run.CountLanesAsync(cancellationToken);
            await VisitRoutedAsync(run, node, cancellationToken);
        }
        else if (node.PeopleLane is { } peopleLane)
        {
            run.Count(node, 1, await run.ExecuteAsync(run.Sql.VisitInside(node.Key, peopleLane, run.BatchId), cancellationToken));
        }
        else
        {
            var visits = at.Detail is null ? run.Sql.VisitPassing(node.Key, at.Lanes, 1, run.BatchId) : run.Sql.VisitPassing(node.Key, at.Lanes, 1, run.BatchId, at.Detail);
            run.Count(node, 1, await run.ExecuteAsync(visits, cancellationToken));
        }
    }

    private static async Task VisitRoutedAsync(SegmentRun run, PlanNode node, CancellationToken cancellationToken)
    {
        var visited = await run.ExecuteAsync(run.Sql.VisitRouting(node.Key, node.FirstLane, node.LastLane, run.BatchId), cancellationToken);
        if (visited == 0)
            return;
        foreach (var (lane, entries) in run.Lanes.Where(lane => lane.Key >= node.FirstLane && lane.Key <= node.LastLane))
            run.Count(node, lane - node.FirstLane, entries);
    }

    private static async Task RestAsync(SegmentRun run, JourneyClaim claim, CancellationToken cancellationToken)
    {
        var ends = run.Lanes.Keys.Where(lane => lane >= JourneyPlan.LanesPerNode)
            .GroupBy(lane => run.Plan.Destinations.TryGetValue(lane, out var destination) ? destination : throw new InvalidOperationException($"Lane {lane} leads nowhere."));
        foreach (var group in ends)
        {
            var due = group.Key.Ends ? (long?)null : DueAt(group.Key.Node, run.Now);
            await CountDayAsync(run, claim, [.. group], group.Key.Ends, cancellationToken);
            await MoveAsync(run, claim, PlanNode.List(group), group.Key.Node.Key, due, group.Key.Ends ? EntryStatus.Completed : EntryStatus.Active, cancellationToken);
        }
        foreach (var (lane, status) in new[] { (JourneyPlan.GoneLane, EntryStatus.Removed), (JourneyPlan.GoalLane, EntryStatus.GoalMet), (JourneyPlan.ExitLane, EntryStatus.Exited) })
        {
            if (!run.Lanes.ContainsKey(lane))
                continue;
            // Nothing of a new one is stored that could end; without its account the next try leaves it out.
            if (claim.AreNew)
                throw new InvalidOperationException("An account was deleted while it entered.");
            await run.ExecuteAsync(run.Sql.CountEnding(PlanNode.List([lane])), cancellationToken);
            await run.ExecuteAsync(run.Sql.CountDaysEnding(PlanNode.List([lane]), (int)status, run.NowMilliseconds), cancellationToken);
            await run.ExecuteAsync(run.Sql.End(PlanNode.List([lane]), (int)status, run.NowMilliseconds), cancellationToken);
        }
    }

    /// <summary>Keeps the figures of the day: those that enter, and those about to end with how long they were inside.</summary>
    private static async Task CountDayAsync(SegmentRun run, JourneyClaim claim, IReadOnlyList<int> lanes, bool ends, CancellationToken cancellationToken)
    {
        if (claim.AreNew)
        {
            var entries = lanes.Sum(lane => run.Lanes[lane]);
            run.CountBegun(JourneyDay.Entered, entries);
            if (ends)
                run.CountBegun((int)EntryStatus.Completed, entries);
        }
        else if (ends)
        {
            await run.ExecuteAsync(run.Sql.CountDaysEnding(PlanNode.List(lanes), (int)EntryStatus.Completed, run.NowMilliseconds), cancellationToken);
        }
    }

    private static async Task MoveAsync(SegmentRun run, JourneyClaim claim, string lanes, int nodeKey, long? due, EntryStatus status, CancellationToken cancellationToken)
    {
        var counted = run.Plan.Document.Settings.ReEntry is not null || claim is Invited;
        await run.ExecuteAsync(
            claim.AreNew
                ? run.Sql.Enter(lanes, run.Plan.JourneyId, run.Partition, nodeKey, due, (int)status, run.NowMilliseconds, counted)
                : run.Sql.Move(lanes, nodeKey, due, (int)status, run.NowMilliseconds),
            cancellationToken);
    }

    /// <summary>When a resting node lets an entry go that arrives now.</summary>
    public static long DueAt(PlanNode node, DateTime now) => node.Node.Settings switch
    {
        WaitSettings wait => JourneyEntries.Milliseconds(WaitCalendar.EndOf(wait.Until, now)),
        ListenForEventSettings { Timeout: { } timeout } => JourneyEntries.Milliseconds(WaitCalendar.EndOf(timeout, now)),
        ListenForEventSettings => JourneyStatements.Never,
        _ => throw new InvalidOperationException($"Nobody rests at “{node.Node.Settings.Kind}”."),
    };

    private static async Task NoteBatchAsync(SegmentRun run, CancellationToken cancellationToken)
    {
        var batch = new JourneyBatch { JourneyId = run.Plan.JourneyId, Partition = run.Partition, Token = run.Token, At = run.NowMilliseconds };
        run.Database.JourneyBatches.Add(batch);
        await run.Database.SaveChangesAsync(cancellationToken);
        run.Database.ChangeTracker.Clear();
        run.BatchId = batch.Id;
    }
}
