using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BuyingGroups.Domain.Journeys.Json;

/// <summary>Writes the JSON form of documents and of their nodes.</summary>
internal static class JourneyJsonWriter
{
    public static string Write(JourneyDocument document, bool indented) => Write(indented, writer =>
    {
        writer.WriteNumber("schema", JourneyJson.Schema);
        if (document.Start is { } start)
            writer.WriteString("start", start.Value);
        WriteNodes(writer, document.Nodes.Values);
        writer.WritePropertyName("settings");
        JsonSerializer.Serialize(writer, document.Settings, JourneyJsonOptions.Options);
    });

    /// <summary>One object as text.</summary>
    public static string Write(bool indented, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        var options = new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JourneyLimits.TextDepth };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + (indented ? "\n" : "");
    }

    public static void WriteNodes(Utf8JsonWriter writer, IEnumerable<JourneyNode> nodes)
    {
        writer.WriteStartArray("nodes");
        foreach (var node in nodes)
            WriteNode(writer, node);
        writer.WriteEndArray();
    }

    private static void WriteNode(Utf8JsonWriter writer, JourneyNode node)
    {
        writer.WriteStartObject();
        writer.WriteString("id", node.Id.Value);
        writer.WriteString("kind", node.Settings.Kind);
        if (node.Name is not null)
            writer.WriteString("name", node.Name);
        if (HasSettings(node.Settings))
        {
            writer.WritePropertyName("settings");
            JsonSerializer.Serialize(writer, node.Settings, node.Settings.GetType(), JourneyJsonOptions.Options);
        }
        if (node.Paths.Count > 0)
        {
            writer.WritePropertyName("paths");
            JsonSerializer.Serialize(writer, node.Paths, JourneyJsonOptions.Options);
        }
        writer.WriteEndObject();
    }

    private static bool HasSettings(NodeSettings settings) => JourneyJsonOptions.Options.GetTypeInfo(settings.GetType()).Properties.Count > 0;
}
