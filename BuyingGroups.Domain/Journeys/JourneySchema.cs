using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Json;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;

namespace BuyingGroups.Domain.Journeys;

/// <summary>The JSON Schema (draft 2020-12) of journey documents, made from the types that are read; published as docs/journeys/journey.schema.json.</summary>
public static class JourneySchema
{
    private const string IdPattern = "^[a-z0-9-]{1,40}$";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Types that get a definition of their own, referred to wherever they are used.
    private static readonly Dictionary<Type, string> Definitions = new()
    {
        [typeof(Condition)] = "condition",
        [typeof(ConditionGroup)] = "conditionGroup",
        [typeof(ConditionOperator)] = "operator",
        [typeof(WaitRule)] = "waitRule",
        [typeof(WaitDuration)] = "duration",
        [typeof(JourneyReference)] = "reference",
        [typeof(JourneyEvent)] = "event",
        [typeof(JourneyPath)] = "path",
        [typeof(JourneySettings)] = "journeySettings",
    };

    /// <summary>The schema as indented JSON, ending with a line feed.</summary>
    public static string Write()
    {
        var definitions = new JsonObject();
        foreach (var (type, name) in Definitions)
            definitions[name] = Export(type);
        foreach (var kind in NodeKinds.All)
            definitions["node." + kind.Key] = NodeOf(kind);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Account journey of BuyingGroups Portal",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["$schema"] = new JsonObject { ["type"] = "string" },
                ["schema"] = new JsonObject { ["const"] = JourneyJson.Schema, ["description"] = "Version of this form." },
                ["start"] = Id("The account audience node every account starts at."),
                ["nodes"] = new JsonObject
                {
                    ["type"] = "array",
                    ["maxItems"] = JourneyLimits.Nodes,
                    ["items"] = new JsonObject { ["oneOf"] = new JsonArray([.. NodeKinds.All.Select(kind => Reference("node." + kind.Key))]) },
                },
                ["settings"] = Reference(Definitions[typeof(JourneySettings)]),
            },
            ["required"] = new JsonArray("schema", "nodes"),
            ["additionalProperties"] = false,
            ["$defs"] = definitions,
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject NodeOf(NodeKind kind)
    {
        var settings = Export(kind.Settings);
        var required = new JsonArray("id", "kind");
        if (settings["required"] is not null)
            required.Add("settings");
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["id"] = Id("Names the node for good."),
                ["kind"] = new JsonObject { ["const"] = kind.Key },
                ["name"] = new JsonObject { ["type"] = new JsonArray("string", "null") },
                ["settings"] = settings,
                ["paths"] = new JsonObject { ["type"] = "array", ["maxItems"] = JourneyLimits.PathsPerNode, ["items"] = Reference(Definitions[typeof(JourneyPath)]) },
            },
            ["required"] = required,
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Export(Type type) =>
        (JsonObject)JourneyJsonOptions.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Transform(context, node, type),
        });

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, Type root)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isOptional = context.PropertyInfo?.IsSetNullable == true;
        if (!context.Path.IsEmpty && context.BaseTypeInfo is null && Definitions.TryGetValue(type, out var name))
            return isOptional ? new JsonObject { ["anyOf"] = new JsonArray(Reference(name), new JsonObject { ["type"] = "null" }) } : Reference(name);
        var text = type == typeof(NodeId) || (string.Equals(context.PropertyInfo?.Name, "key", StringComparison.Ordinal) && root == typeof(JourneyPath)) ? Id(null)
            : type == typeof(TimeOnly) ? Text("^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$")
            : type == typeof(DateTime) && root == typeof(WaitRule) ? Text("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?)?$")
            : type == typeof(DateTime) ? Text("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})$")
            : null;
        if (text is null)
            return WithRequired(node, context.TypeInfo);
        if (isOptional)
            text["type"] = new JsonArray("string", "null");
        return text;
    }

    // What is required stands in the contract; the exporter looks at the constructors alone.
    private static JsonNode WithRequired(JsonNode node, JsonTypeInfo type)
    {
        if (node is not JsonObject schema || !schema.ContainsKey("properties"))
            return node;
        var required = type.Properties.Where(property => property.IsRequired).Select(property => property.Name).ToList();
        schema.Remove("required");
        if (required.Count > 0)
            schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        return schema;
    }

    private static JsonObject Id(string? description)
    {
        var id = Text(IdPattern);
        if (description is not null)
            id["description"] = description;
        return id;
    }

    private static JsonObject Text(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/$defs/" + name };
}
