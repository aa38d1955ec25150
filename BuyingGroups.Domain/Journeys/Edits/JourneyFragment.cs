using System.Collections.Immutable;
using System.Text.Json;
using BuyingGroups.Domain.Journeys.Json;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Validation;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Edits;

/// <summary>Nodes cut out of a journey: what the clipboard holds. Has a JSON form, so that it goes into other journeys and other browser tabs.</summary>
/// <param name="Root">The first node.</param>
/// <param name="Nodes">All nodes; paths that led elsewhere end.</param>
/// <param name="Open">The paths that led elsewhere; the first is the one to go on from.</param>
public sealed record JourneyFragment(NodeId Root, ImmutableSortedDictionary<NodeId, JourneyNode> Nodes, IReadOnlyList<PathPlace> Open)
{
    private static readonly string[] Members = ["schema", "fragment", "nodes", "open"];

    /// <summary>To JSON.</summary>
    public string Write() => JourneyJsonWriter.Write(indented: false, writer =>
    {
        writer.WriteNumber("schema", JourneyJson.Schema);
        writer.WriteString("fragment", Root.Value);
        JourneyJsonWriter.WriteNodes(writer, Nodes.Values);
        writer.WriteStartArray("open");
        foreach (var place in Open)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(place.Node.Value);
            writer.WriteStringValue(place.PathKey);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    });

    /// <summary>From JSON; refuses what is no fragment or would put a journey out of order. Never throws.</summary>
    public static Outcome<JourneyFragment> Read(string text)
    {
        var reader = new JourneyJsonReader();
        var fragment = reader.WithRoot(text, root =>
        {
            reader.RefuseOthers(root, Members);
            return reader.ReadId(root, "fragment") is { } first ? new JourneyFragment(first, reader.ReadNodes(root), [.. OpenOf(root)]) : null;
        });
        return fragment is not null && reader.Problems.Count == 0 && fragment.IsInOrder() ? fragment : new NothingToPaste();
    }

    /// <summary>Cuts a piece out.</summary>
    internal static JourneyFragment Of(JourneyDocument document, JourneyPiece piece)
    {
        var leaving = document.Nodes.Values.Where(node => piece.Nodes.Contains(node.Id))
            .SelectMany(node => node.Paths.Where(path => path.To is { } to && !piece.Nodes.Contains(to)).Select(path => new PathPlace(node.Id, path.Key)));
        List<PathPlace> open = [.. (piece.Exit is { } exit ? new[] { exit } : []).Union(leaving)];
        var nodes = open.Aggregate(document, (cut, place) => cut.Lead(place, null)).Nodes;
        return new(piece.Root, nodes.RemoveRange(nodes.Keys.Where(id => !piece.Nodes.Contains(id))), open);
    }

    /// <summary>The same nodes with ids that are free in a document.</summary>
    internal JourneyFragment Renewed(JourneyDocument document)
    {
        var ids = new Dictionary<NodeId, NodeId>();
        var taken = new HashSet<NodeId>(document.Nodes.Keys);
        foreach (var node in Nodes.Values)
        {
            ids[node.Id] = JourneyIds.NewNode(node.Settings.Kind, taken.Contains);
            taken.Add(ids[node.Id]);
        }
        return new(ids[Root], Nodes.Values.Select(Renew).ToImmutableSortedDictionary(node => node.Id, node => node), [.. Open.Select(place => place with { Node = ids[place.Node] })]);

        JourneyNode Renew(JourneyNode node) => node with
        {
            Id = ids[node.Id],
            Settings = node.Settings is PeopleMergeSettings closes ? new PeopleMergeSettings(ids[closes.Split]) : node.Settings,
            Paths = [.. node.Paths.Select(path => path with { To = path.To is { } to ? ids[to] : null })],
        };
    }

    private static IEnumerable<PathPlace> OpenOf(JsonElement root)
    {
        if (!root.TryGetProperty("open", out var open) || open.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var place in open.EnumerateArray())
        {
            if (place.ValueKind == JsonValueKind.Array && place.GetArrayLength() == 2 && place[0].ValueKind == JsonValueKind.String && place[1].ValueKind == JsonValueKind.String)
                yield return new(new(place[0].GetString()!), place[1].GetString()!);
        }
    }

    // The same rules as for a whole journey, with the fragment hung on a start.
    private bool IsInOrder()
    {
        var start = new NodeId("fragment-start");
        if (Nodes.ContainsKey(start) || !Nodes.ContainsKey(Root) || Nodes.Values.Any(node => node.Settings is AccountAudienceSettings))
            return false;
        var document = new JourneyDocument(start, Nodes.Add(start, new(start, new AccountAudienceSettings(null, null), [JourneyPath.Next(Root)])), JourneySettings.Default);
        if (Open.Any(place => document.Path(place) is not { To: null }))
            return false;
        var isChain = Nodes.Values.All(node => node.Settings is PeopleActionSettings);
        var problems = new ProblemList();
        GraphRules.Check(document, JourneyGraph.Of(document), problems);
        if (!isChain)
            PeopleSplitRules.Check(document, JourneyGraph.Of(document), problems);
        return problems.All.All(problem => problem.Severity != ProblemSeverity.Error) && Nodes[Root].Settings is not (MergeSettings or PeopleMergeSettings);
    }
}
