using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>How many accounts reached each node of a version, are there now, and took each path. Reads the counts that the engine keeps, never the accounts.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Number">The version; null for the one that new entries travel.</param>
[Requires(Permissions.JourneysView)]
public sealed record CountJourney(int JourneyId, int? Number = null) : IQuery<JourneyCounts>;

/// <summary>The counts of one version.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its state.</param>
/// <param name="Number">The version; null when nothing was published yet.</param>
/// <param name="Entered">Entries so far.</param>
/// <param name="Inside">Entries on their way or parked.</param>
/// <param name="Parked">Entries that stand still with an error.</param>
/// <param name="Nodes">The nodes in the order of the drawing.</param>
public sealed record JourneyCounts(int JourneyId, string Name, JourneyStatus Status, int? Number, long Entered, long Inside, long Parked, IReadOnlyList<NodeCount> Nodes);

/// <summary>The counts of one node.</summary>
/// <param name="Key">Its number in the database.</param>
/// <param name="NodeId">Its id in the drawing.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Name">The name the marketer gave it; null for none.</param>
/// <param name="Reached">Entries that came to it.</param>
/// <param name="Here">Entries at it now, parked ones included.</param>
/// <param name="Parked">Of these, those that stand still with an error.</param>
/// <param name="Ended">Entries that ended there for want of a path.</param>
/// <param name="Stopped">Entries that were stopped there: goal, exit, abort, removal, end date.</param>
/// <param name="Paths">Its paths in order.</param>
public sealed record NodeCount(int Key, string NodeId, string Kind, string? Name, long Reached, long Here, long Parked, long Ended, long Stopped, IReadOnlyList<PathCount> Paths);

/// <summary>The count of one path.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">The name on it; null for none.</param>
/// <param name="To">The node it leads to; null for the end.</param>
/// <param name="Passed">Entries that took it; on a path of people, entries with somebody on it. Null when nobody counts them.</param>
public sealed record PathCount(string Key, PathKind Kind, string? Name, string? To, long? Passed);

/// <summary>Counts.</summary>
public sealed class CountJourneyHandler : IQueryHandler<CountJourney, JourneyCounts>
{
    private const int Ended = 0;

    public async Task<Outcome<JourneyCounts>> HandleAsync(CountJourney query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var journey = await database.Journeys.Select(j => new { j.Id, j.Name, j.Status, j.LiveVersionId }).FirstOrDefaultAsync(j => j.Id == query.JourneyId, cancellationToken);
        if (journey is null)
            return new NotFound("journey", query.JourneyId);
        var version = await database.JourneyVersions.Where(v => v.JourneyId == journey.Id && (query.Number == null ? v.Id == journey.LiveVersionId : v.Number == query.Number))
            .FirstOrDefaultAsync(cancellationToken);
        if (version is null)
            return query.Number is { } number ? new NotFound("version", number) : new JourneyCounts(journey.Id, journey.Name, journey.Status, null, 0, 0, 0, []);

        var keys = await database.JourneyNodeKeys.Where(k => k.JourneyVersionId == version.Id).ToDictionaryAsync(k => k.NodeId, k => k.Id, StringComparer.Ordinal, cancellationToken);
        var passed = await database.JourneyNodeKeys.Where(k => k.JourneyVersionId == version.Id)
            .Join(database.JourneyNodeStatistics, k => k.Id, s => s.NodeKey, (k, s) => s)
            .GroupBy(s => new { s.NodeKey, s.Path }).Select(g => new { g.Key.NodeKey, g.Key.Path, Passed = g.Sum(s => s.Passed) })
            .ToDictionaryAsync(s => (s.NodeKey, s.Path), s => s.Passed, cancellationToken);
        var parked = await JourneyEntries.ParkedOf(database, journey.Id).GroupBy(e => e.NodeKey).Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var nodes = Count(JourneyDrafts.Stored(version.Document), keys, passed, parked);
        return new JourneyCounts(
            journey.Id, journey.Name, journey.Status, version.Number, nodes.Count == 0 ? 0 : nodes[0].Reached, nodes.Sum(n => n.Here), nodes.Sum(n => n.Parked), nodes);
    }

    private static List<NodeCount> Count(
        JourneyDocument document, Dictionary<string, int> keys, Dictionary<(int NodeKey, short Path), long> passed, Dictionary<int, long> parked)
    {
        var order = JourneyGraph.Of(document).Order.Where(node => keys.ContainsKey(node.Id.Value)).ToList();
        long Took(JourneyNode node, int path) => passed.GetValueOrDefault((keys[node.Id.Value], (short)path));
        var left = order.ToDictionary(node => node.Id, node => Enumerable.Range(JourneyNodeStatistic.Stopped, node.Paths.Count + 2).Sum(path => Took(node, path)));
        var led = new Dictionary<NodeId, long>();
        var nodes = new List<NodeCount>();
        foreach (var node in order)
        {
            var key = keys[node.Id.Value];
            var parkedHere = parked.GetValueOrDefault(key);
            // Accounts go past a split of people; a path of it was taken by those with somebody at its first node.
            var paths = node.Paths.Select((path, place) => new PathCount(
                path.Key, path.Kind, path.Name, path.To?.Value,
                !DividesPeople(node) ? Took(node, place + 1) : document.Node(path.To) is { Settings: not PeopleMergeSettings } first ? left[first.Id] : null)).ToList();
            foreach (var (path, place) in node.Paths.Select((path, place) => (path, place + 1)).Where(one => one.path.To is not null))
                led[path.To!.Value] = led.GetValueOrDefault(path.To.Value) + Took(node, place);
            // Only where accounts rest do those that came differ from those that left; at the start, by those that could not even enter.
            var came = Rests(node) ? led.GetValueOrDefault(node.Id) : left[node.Id] + parkedHere;
            nodes.Add(new NodeCount(key, node.Id.Value, node.Settings.Kind, node.Name, came, came - left[node.Id], parkedHere, Took(node, Ended), Took(node, JourneyNodeStatistic.Stopped), paths));
        }
        return nodes;
    }

    private static bool Rests(JourneyNode node) => node.Settings is WaitSettings or ListenForEventSettings;

    private static bool DividesPeople(JourneyNode node) => node.Settings is SplitByPeopleSettings or VariantSplitSettings { Subject: SplitSubject.People };
}
