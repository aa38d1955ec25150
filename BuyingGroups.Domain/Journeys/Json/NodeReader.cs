using System.Text.Json;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Json;

/// <summary>Reads one node.</summary>
internal sealed class NodeReader(JsonElement element, int position, Action<NodeId?, Refusal> add)
{
    private static readonly string[] Members = ["id", "kind", "name", "settings", "paths"];

    /// <summary>The node, or null when a problem was told.</summary>
    public JourneyNode? Read()
    {
        if (element.ValueKind != JsonValueKind.Object || Text("id") is not { } text || !JourneyIds.IsValid(text))
        {
            add(null, new NodeIdWrong(position));
            return null;
        }
        var id = new NodeId(text);
        foreach (var member in element.EnumerateObject().Where(member => !Members.Contains(member.Name, StringComparer.Ordinal)))
            add(id, new JourneyMemberUnknown(JourneyJsonReader.Shortened(member.Name)));
        if (NodeKinds.Find(Text("kind") ?? "") is not { } kind)
        {
            add(id, new NodeKindUnknown(JourneyJsonReader.Shortened(Text("kind") ?? "")));
            return null;
        }
        var name = Text("name");
        if (name is null && element.TryGetProperty("name", out var wrong) && wrong.ValueKind != JsonValueKind.Null)
            add(id, new JourneyPartWrong("name"));
        var settings = Settings(id, kind);
        var paths = Paths(id);
        return settings is null || paths is null ? null : new JourneyNode(id, settings, paths) { Name = name };
    }

    private NodeSettings? Settings(NodeId id, NodeKind kind)
    {
        if (element.TryGetProperty("settings", out var settings))
            return PartReader.Read(settings, kind.Settings, "settings", id, add) as NodeSettings;
        using var none = JsonDocument.Parse("{}");
        return PartReader.Read(none.RootElement, kind.Settings, "settings", id, add) as NodeSettings;
    }

    private List<JourneyPath>? Paths(NodeId id)
    {
        if (!element.TryGetProperty("paths", out var array))
            return [];
        if (array.ValueKind != JsonValueKind.Array || array.GetArrayLength() > JourneyLimits.PathsPerNode)
        {
            add(id, array.ValueKind == JsonValueKind.Array ? new TooManyPaths(JourneyLimits.PathsPerNode) : new JourneyPartWrong("paths"));
            return null;
        }
        var paths = new List<JourneyPath>();
        foreach (var item in array.EnumerateArray())
        {
            if (PartReader.Read(item, typeof(JourneyPath), $"paths[{paths.Count}]", id, add) is not JourneyPath path)
                return null;
            if (!JourneyIds.IsValid(path.Key))
                add(id, new PathKeyWrong(JourneyJsonReader.Shortened(path.Key)));
            else if (paths.Exists(other => string.Equals(other.Key, path.Key, StringComparison.Ordinal)))
                add(id, new PathKeyTwice(path.Key));
            paths.Add(path);
        }
        return paths;
    }

    private string? Text(string member) => element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
