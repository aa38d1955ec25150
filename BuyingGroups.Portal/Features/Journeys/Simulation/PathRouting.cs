using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.Journeys.Execution;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>Takes one portion of accounts through all nodes of a plan and counts who takes which path.</summary>
/// <param name="run">The work tables.</param>
/// <param name="segment">Carries out the routing nodes.</param>
/// <param name="tally">Where counts are kept.</param>
internal sealed class PathRouting(SegmentRun run, Segment segment, PathTally tally)
{
    /// <summary>Above every account's id: numbers of the second self of an account that takes both paths of a listening node.</summary>
    private const long Second = 1L << 44;

    private int listens;

    public async Task RouteAsync(CancellationToken cancellationToken)
    {
        foreach (var node in run.Plan.Nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RouteAsync(node, cancellationToken);
        }
    }

    private async Task RouteAsync(PlanNode node, CancellationToken cancellationToken)
    {
        if (node == run.Plan.Start)
        {
            tally.Add(node, 1, run.Lanes.GetValueOrDefault(node.FirstLane + 1));
            return;
        }
        if (node.PeopleLane is { } lane)
        {
            tally.Add(node, 1, await run.Database.JourneyWorkPeople.Where(one => one.Lane == lane).Select(one => one.EntryId).Distinct().CountAsync(cancellationToken));
            return;
        }
        var lanes = Arriving(node);
        if (lanes.Count == 0)
            return;
        if (lanes.Count > 1)
            await JoinSelvesAsync(lanes, cancellationToken);
        var arrived = lanes.Sum(one => run.Lanes.GetValueOrDefault(one));
        if (node.Rests)
            await ReleaseAsync(node, lanes, cancellationToken);
        else if (node.Node.Settings is VariantSplitSettings { Subject: SplitSubject.Accounts })
            await ShareAsync(node, lanes, cancellationToken);
        else if (node.Node.Settings is SplitByAccountsSettings)
            await SplitAsync(node, cancellationToken);
        else if (node.SplitsPeople)
            await SplitPeopleAsync(node, arrived, cancellationToken);
        else if (node.Node.Settings is PeopleMergeSettings)
            await segment.CarryOutAsync(run, node, cancellationToken);
        tally.Reach(node, arrived);
        if (!node.MakesLanes && !node.SplitsPeople)
            tally.Add(node, 1, arrived);
    }

    private List<int> Arriving(PlanNode node)
    {
        var lanes = node.Rests
            ? run.Plan.Destinations.Where(one => one.Value.Node == node && !one.Value.Ends).Select(one => one.Key)
            : node.Lanes;
        return [.. lanes.Where(run.Lanes.ContainsKey)];
    }

    /// <summary>Where ways meet, the selves of an account become one again.</summary>
    private async Task JoinSelvesAsync(List<int> lanes, CancellationToken cancellationToken)
    {
        var list = PlanNode.List(lanes);
        var work = run.Sql.Work;
        await run.ExecuteAsync(
            $"DELETE FROM {work} WHERE lane IN ({list}) AND entry_id NOT IN (SELECT one.entry_id FROM (SELECT MIN(w.entry_id) AS entry_id FROM {work} w WHERE w.lane IN ({list}) GROUP BY w.account_id) AS one)",
            cancellationToken);
        await run.CountLanesAsync(cancellationToken);
    }

    private async Task ReleaseAsync(PlanNode node, List<int> lanes, CancellationToken cancellationToken)
    {
        var next = node.FirstLane + 1;
        await run.ExecuteAsync(FormattableString.Invariant($"UPDATE {run.Sql.Work} SET lane = {next} WHERE lane IN ({PlanNode.List(lanes)})"), cancellationToken);
        var settings = run.Plan.Document.Settings;
        if (settings.Goal is not null || settings.Exit is not null)
        {
            await SplitByAccountsStep.RouteAsync(run, [next], Segment.LeavingRoute(settings, run.Catalog, next), cancellationToken);
            await run.CountLanesAsync(cancellationToken);
            tally.Leave(node, run.Lanes.GetValueOrDefault(JourneyPlan.GoalLane) + run.Lanes.GetValueOrDefault(JourneyPlan.ExitLane));
            await run.ExecuteAsync(FormattableString.Invariant($"DELETE FROM {run.Sql.Work} WHERE lane IN ({JourneyPlan.GoalLane}, {JourneyPlan.ExitLane})"), cancellationToken);
        }
        if (node.PathOf(PathKind.Timeout) is var timeout and > 0)
        {
            var offset = ++listens * Second;
            await run.ExecuteAsync(
                FormattableString.Invariant($"INSERT INTO {run.Sql.Work} (entry_id, account_id, lane) SELECT w.account_id + {offset}, w.account_id, {node.FirstLane + timeout} FROM {run.Sql.Work} w WHERE w.lane = {next}"),
                cancellationToken);
        }
        await CountRoutedAsync(node, cancellationToken);
    }

    private async Task ShareAsync(PlanNode node, List<int> lanes, CancellationToken cancellationToken)
    {
        // The portions before took the slots before.
        var slots = VariantQuota.Letters([.. node.Node.Paths.Select(path => path.Percent ?? 0)]);
        await run.ExecuteAsync(run.Sql.RouteVariantsAfter(PlanNode.List(lanes), node.FirstLane, slots, tally.Reached(node)), cancellationToken);
        await CountRoutedAsync(node, cancellationToken);
    }

    private async Task SplitAsync(PlanNode node, CancellationToken cancellationToken)
    {
        await segment.CarryOutAsync(run, node, cancellationToken);
        await CountRoutedAsync(node, cancellationToken);
    }

    private async Task SplitPeopleAsync(PlanNode node, long arrived, CancellationToken cancellationToken)
    {
        await segment.CarryOutAsync(run, node, cancellationToken);
        var (first, last) = (node.FirstLane, node.LastLane);
        var counts = await run.Database.JourneyWorkPeople.Where(one => one.Lane >= first && one.Lane <= last).GroupBy(one => one.Lane)
            .Select(group => new { group.Key, Accounts = group.Select(one => one.EntryId).Distinct().Count(), People = group.Count() }).ToListAsync(cancellationToken);
        foreach (var count in counts)
            tally.Add(node, count.Key - first, count.Accounts, count.People);
    }

    private async Task CountRoutedAsync(PlanNode node, CancellationToken cancellationToken)
    {
        await run.CountLanesAsync(cancellationToken);
        foreach (var (lane, entries) in run.Lanes.Where(one => one.Key >= node.FirstLane && one.Key <= node.LastLane))
            tally.Add(node, lane - node.FirstLane, entries);
    }
}

/// <summary>Adds up what the portions gave.</summary>
internal sealed class PathTally(JourneyPlan plan)
{
    private readonly Dictionary<(int Key, int Path), long> accounts = [];
    private readonly Dictionary<(int Key, int Path), long> people = [];
    private readonly Dictionary<int, long> reached = [];
    private readonly Dictionary<int, long> left = [];

    public long Reached(PlanNode node) => reached.GetValueOrDefault(node.Key);

    public void Reach(PlanNode node, long more) => reached[node.Key] = Reached(node) + more;

    public void Leave(PlanNode node, long more) => left[node.Key] = left.GetValueOrDefault(node.Key) + more;

    public void Add(PlanNode node, int path, long more, long? morePeople = null)
    {
        accounts[(node.Key, path)] = accounts.GetValueOrDefault((node.Key, path)) + more;
        if (morePeople is { } some)
            people[(node.Key, path)] = people.GetValueOrDefault((node.Key, path)) + some;
        if (node == plan.Start || node.PeopleLane is not null)
            Reach(node, more);
    }

    public PathCounts Result(long all, long counted) => new(all, counted,
    [
        .. plan.Nodes.Select(node => new CountedNode(
            node.Node.Id.Value, node.Node.Settings.Kind, node.Node.Name, Reached(node), accounts.GetValueOrDefault((node.Key, 0)), left.GetValueOrDefault(node.Key),
            [.. node.Node.Paths.Select((path, place) => new CountedPath(
                path, accounts.GetValueOrDefault((node.Key, place + 1)), node.SplitsPeople ? people.GetValueOrDefault((node.Key, place + 1)) : null))])),
    ]);
}
