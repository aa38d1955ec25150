using System.Collections.Immutable;
using System.Text.Json;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Json;

/// <summary>Reads the JSON form of a document, part by part, so that a problem is told with the node it is in.</summary>
internal sealed class JourneyJsonReader
{
    private static readonly string[] DocumentMembers = ["$schema", "schema", "start", "nodes", "settings"];

    private readonly List<JourneyProblem> problems = [];

    /// <summary>The document in a text, or what is wrong with it.</summary>
    public static JourneyReading Read(string text)
    {
        var reader = new JourneyJsonReader();
        var document = reader.WithRoot(text, root => reader.ReadDocument(root));
        return reader.problems.Count == 0 ? new(document, []) : new(null, reader.Problems);
    }

    /// <summary>What is wrong so far, at most as many as are listed.</summary>
    public IReadOnlyList<JourneyProblem> Problems => [.. problems.Take(JourneyLimits.Problems)];

    /// <summary>Parses a text and hands over its root when it is a whole object of the version that is understood.</summary>
    public T? WithRoot<T>(string text, Func<JsonElement, T?> read)
        where T : class
    {
        if (text is null || text.Length > JourneyLimits.TextLength)
        {
            Add(null, new JourneyTextTooLong(JourneyLimits.TextLength));
            return null;
        }
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = JourneyLimits.TextDepth, AllowDuplicateProperties = false });
            return IsWhole(json.RootElement) && IsVersion(json.RootElement) ? read(json.RootElement) : null;
        }
        catch (JsonException wrong)
        {
            Add(null, new JourneyTextNotJson((wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1));
            return null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException)
        {
            // Half of a surrogate pair in the text itself, or in a member's name.
            Add(null, new JourneyTextNotJson(1, 1));
            return null;
        }
    }

    /// <summary>The nodes of an object's "nodes".</summary>
    public ImmutableSortedDictionary<NodeId, JourneyNode> ReadNodes(JsonElement root)
    {
        var nodes = ImmutableSortedDictionary.CreateBuilder<NodeId, JourneyNode>();
        if (!root.TryGetProperty("nodes", out var array) || array.ValueKind != JsonValueKind.Array)
        {
            Add(null, new JourneyPartWrong("nodes"));
            return nodes.ToImmutable();
        }
        if (array.GetArrayLength() > JourneyLimits.Nodes)
        {
            Add(null, new TooManyNodes(JourneyLimits.Nodes));
            return nodes.ToImmutable();
        }
        var position = 0;
        foreach (var element in array.EnumerateArray())
        {
            position++;
            if (new NodeReader(element, position, Add).Read() is { } node && !nodes.TryAdd(node.Id, node))
                Add(node.Id, new NodeIdTwice(node.Id.Value));
        }
        return nodes.ToImmutable();
    }

    /// <summary>A part as the serializer reads it; null with a problem when it cannot.</summary>
    public T? ReadPart<T>(JsonElement element, string place)
        where T : class => PartReader.Read(element, typeof(T), place, null, Add) as T;

    /// <summary>An optional node id.</summary>
    public NodeId? ReadId(JsonElement root, string member)
    {
        if (!root.TryGetProperty(member, out var element) || element.ValueKind == JsonValueKind.Null)
            return null;
        if (element.ValueKind == JsonValueKind.String && JourneyIds.IsValid(element.GetString()))
            return new NodeId(element.GetString()!);
        Add(null, new JourneyPartWrong(member));
        return null;
    }

    public void RefuseOthers(JsonElement root, IReadOnlyList<string> members)
    {
        foreach (var member in root.EnumerateObject().Where(member => !members.Contains(member.Name, StringComparer.Ordinal)))
            Add(null, new JourneyMemberUnknown(Shortened(member.Name)));
    }

    private JourneyDocument ReadDocument(JsonElement root)
    {
        RefuseOthers(root, DocumentMembers);
        var settings = root.TryGetProperty("settings", out var element) ? ReadPart<JourneySettings>(element, "settings") : JourneySettings.Default;
        return new JourneyDocument(ReadId(root, "start"), ReadNodes(root), settings ?? JourneySettings.Default);
    }

    private bool IsVersion(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Add(null, new JourneyTextNotAnObject());
            return false;
        }
        if (root.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.Number && schema.TryGetInt32(out var version) && version == JourneyJson.Schema)
            return true;
        Add(null, new JourneySchemaUnknown(JourneyJson.Schema));
        return false;
    }

    /// <summary>False when a list has an empty place or a text holds what no text may: half a surrogate pair, NUL.</summary>
    private bool IsWhole(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return element.EnumerateObject().All(member => IsText(member.Name) && IsWhole(member.Value));
            case JsonValueKind.Array:
                if (element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null))
                {
                    Add(null, new JourneyListWithNull());
                    return false;
                }
                return element.EnumerateArray().All(IsWhole);
            case JsonValueKind.String:
                return IsText(element.GetString()!);
            default:
                return true;
        }
    }

    private bool IsText(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal))
            return true;
        Add(null, new JourneyTextWithNul());
        return false;
    }

    private void Add(NodeId? node, Refusal refusal) => problems.Add(new(node, null, refusal));

    internal static string Shortened(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[59]) ? 59 : 60), "…");
}
