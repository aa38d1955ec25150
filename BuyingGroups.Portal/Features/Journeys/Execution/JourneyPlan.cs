using System.Globalization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>
/// A published version made ready to run: nodes with their numbers in the order in which a transaction meets them, and who is where. A <i>lane</i> is
/// the last node that routed an account (audience, split, variant split, wait, listen) and the path it took there; every other node is passed by
/// constant lanes, known here once for all.
/// </summary>
public sealed class JourneyPlan
{
    /// <summary>Lane of entries whose account has gone.</summary>
    public const int GoneLane = 0;

    /// <summary>Lane of entries that met the goal.</summary>
    public const int GoalLane = 1;

    /// <summary>Lane of entries that matched the exit condition.</summary>
    public const int ExitLane = 2;

    /// <summary>Lanes a routing node has: its paths from 1, and 0 for those that take none.</summary>
    public const int LanesPerNode = 32;

    private readonly Dictionary<int, PlanNode> byKey;

    private JourneyPlan(int journeyId, int versionId, JourneyDocument document, IReadOnlyList<PlanNode> nodes)
    {
        (JourneyId, VersionId, Document, Nodes) = (journeyId, versionId, document, nodes);
        byKey = nodes.ToDictionary(node => node.Key);
        Start = nodes.Single(node => node.Node.Id == document.Start);
    }

    public int JourneyId { get; }

    public int VersionId { get; }

    public JourneyDocument Document { get; }

    /// <summary>Every node that can be reached, each after all that lead to it.</summary>
    public IReadOnlyList<PlanNode> Nodes { get; }

    /// <summary>The account audience.</summary>
    public PlanNode Start { get; }

    /// <summary>The node with a number, or null when it is of another version.</summary>
    public PlanNode? Node(int key) => byKey.GetValueOrDefault(key);

    /// <summary>Where the entries of a lane come to rest or end; null when another node routes them on first.</summary>
    public IReadOnlyDictionary<int, Destination> Destinations { get; private set; } = new Dictionary<int, Destination>();

    /// <param name="journeyId">The journey.</param>
    /// <param name="versionId">The version.</param>
    /// <param name="document">A valid document, references resolved.</param>
    /// <param name="keys">Number and actor of each node.</param>
    public static JourneyPlan Of(int journeyId, int versionId, JourneyDocument document, IReadOnlyDictionary<NodeId, (int Key, int ActorId)> keys)
    {
        var ordered = InOrder(document).Select((node, place) => new PlanNode(node, keys[node.Id].Key, keys[node.Id].ActorId, (place + 1) * LanesPerNode)).ToList();
        var plan = new JourneyPlan(journeyId, versionId, document, ordered);
        plan.FindLanes();
        return plan;
    }

    private static List<JourneyNode> InOrder(JourneyDocument document)
    {
        var ordered = new List<JourneyNode>();
        var seen = new HashSet<NodeId>();
        // Depth first and backwards, without recursion: a journey may be a thousand nodes long.
        var stack = new Stack<(JourneyNode Node, int Next)>();
        Push(document.Node(document.Start) ?? throw new InvalidOperationException("The journey has no start."));
        while (stack.TryPop(out var at))
        {
            if (at.Next < at.Node.Paths.Count)
            {
                stack.Push((at.Node, at.Next + 1));
                if (document.Node(at.Node.Paths[^(at.Next + 1)].To) is { } target && !seen.Contains(target.Id))
                    Push(target);
            }
            else
            {
                ordered.Add(at.Node);
            }
        }
        ordered.Reverse();
        return ordered;

        void Push(JourneyNode node)
        {
            seen.Add(node.Id);
            stack.Push((node, 0));
        }
    }

    /// <summary>Follows every lane from the node that makes it to where it rests, ends or is routed again.</summary>
    private void FindLanes()
    {
        var byId = Nodes.ToDictionary(node => node.Node.Id);
        var destinations = new Dictionary<int, Destination>();
        foreach (var node in Nodes.Where(node => node.MakesLanes))
        {
            destinations[node.FirstLane] = new Destination(node, Ends: true);
            for (var path = 1; path <= node.Node.Paths.Count; path++)
            {
                if (Follow(node, node.Node.Paths[path - 1].To, node.FirstLane + path) is { } destination)
                    destinations[node.FirstLane + path] = destination;
            }
        }
        Destinations = destinations;

        Destination? Follow(PlanNode from, NodeId? to, int lane)
        {
            var last = from;
            while (to is { } id)
            {
                var node = byId[id];
                if (node.Rests)
                    return new Destination(node, Ends: false);
                node.Lanes.Add(lane);
                if (node.MakesLanes)
                    return null;
                last = node;
                if (node.SplitsPeople)
                    last = Inside(node, lane);
                to = last.Node.Paths[0].To;
            }
            return new Destination(last, Ends: true);
        }

        // The account goes past a split of people; what is on its paths is done on the way.
        PlanNode Inside(PlanNode split, int lane)
        {
            PlanNode? merge = null;
            for (var path = 1; path <= split.Node.Paths.Count; path++)
            {
                for (var to = split.Node.Paths[path - 1].To; to is { } id; to = byId[id].Node.Paths[0].To)
                {
                    if (byId[id].Node.Settings is PeopleMergeSettings)
                    {
                        merge = byId[id];
                        break;
                    }
                    byId[id].Lanes.Add(lane);
                    byId[id].PeopleLane = split.FirstLane + path;
                }
            }
            merge = merge ?? throw new InvalidOperationException($"The split of people {split.Node.Id} is not closed.");
            merge.Lanes.Add(lane);
            merge.Closes = split;
            return merge;
        }
    }
}

/// <summary>Where a lane leads.</summary>
/// <param name="Node">The node the entries rest at, or the last they passed.</param>
/// <param name="Ends">True when the journey ends after it.</param>
public sealed record Destination(PlanNode Node, bool Ends);

/// <summary>A node of a plan.</summary>
/// <param name="node">As drawn.</param>
/// <param name="key">Its number.</param>
/// <param name="actorId">Who its changes are made by.</param>
/// <param name="firstLane">The lane of those that take no path of it; its paths follow.</param>
public sealed class PlanNode(JourneyNode node, int key, int actorId, int firstLane)
{
    public JourneyNode Node => node;

    public int Key => key;

    public int ActorId => actorId;

    public int FirstLane => firstLane;

    public int LastLane => firstLane + JourneyPlan.LanesPerNode - 1;

    /// <summary>The lanes of the entries that pass it.</summary>
    public SortedSet<int> Lanes { get; } = [];

    /// <summary>Inside a split of people: the split's path; null outside.</summary>
    public int? PeopleLane { get; internal set; }

    /// <summary>Of the merge that closes a split of people: the split.</summary>
    public PlanNode? Closes { get; internal set; }

    /// <summary>True where entries stay: waiting or listening.</summary>
    public bool Rests => node.Settings is WaitSettings or ListenForEventSettings;

    /// <summary>True where people, not accounts, are divided.</summary>
    public bool SplitsPeople => node.Settings is SplitByPeopleSettings or VariantSplitSettings { Subject: SplitSubject.People };

    /// <summary>True where accounts part, or start on their way.</summary>
    public bool MakesLanes => Rests || node.Settings is AccountAudienceSettings or SplitByAccountsSettings or VariantSplitSettings { Subject: SplitSubject.Accounts };

    /// <summary>The place of a path of some kind, from 1; 0 when there is none.</summary>
    public int PathOf(PathKind kind) => 1 + node.Paths.ToList().FindIndex(path => path.Kind == kind);

    /// <summary>Lanes as SQL lists them.</summary>
    public static string List(IEnumerable<int> lanes) => string.Join(',', lanes.Select(lane => lane.ToString(CultureInfo.InvariantCulture)));
}
