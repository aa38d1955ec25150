using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BuyingGroups.Tests.Journeys;

/// <summary>
/// Checks JSON against the part of JSON Schema 2020-12 that our published schema uses, and refuses any keyword it does not know, so that none is
/// passed over in silence. Written for the tests because the packages that do this are not to be had with all they need.
/// </summary>
public sealed class JsonSchemaCheck(JsonObject root)
{
    private static readonly string[] SaysNothing = ["$schema", "$defs", "title", "description", "default"];

    /// <summary>Where and why the instance does not fit; empty when it does.</summary>
    public IReadOnlyList<string> Problems(JsonNode? instance) => [.. Check(root, instance, "$")];

    private IEnumerable<string> Check(JsonNode schema, JsonNode? at, string place)
    {
        var keywords = schema.AsObject();
        foreach (var (keyword, value) in keywords)
        {
            foreach (var problem in keyword switch
            {
                _ when SaysNothing.Contains(keyword, StringComparer.Ordinal) => [],
                "$ref" => Check(Definition(value!.GetValue<string>()), at, place),
                "type" => Says(Types(value!).Any(type => IsOfType(type, at)), $"is not {value!.ToJsonString()}"),
                "const" => Says(JsonNode.DeepEquals(value, at), $"is not {value!.ToJsonString()}"),
                "enum" => Says(value!.AsArray().Any(item => JsonNode.DeepEquals(item, at)), "is none of the choices"),
                "pattern" => Says(at is not JsonValue text || !text.TryGetValue<string>(out var written) || Regex.IsMatch(written, value!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)), "is not in its form"),
                "required" => value!.AsArray().Select(name => name!.GetValue<string>()).Where(name => at is JsonObject members && !members.ContainsKey(name)).Select(name => $"{place} lacks {name}"),
                "properties" => at is JsonObject members ? value!.AsObject().Where(property => members.ContainsKey(property.Key)).SelectMany(property => Check(property.Value!, members[property.Key], $"{place}.{property.Key}")) : [],
                "additionalProperties" => Says(at is not JsonObject members || members.All(member => keywords["properties"]?[member.Key] is not null), "has a member that does not belong there"),
                "items" => at is JsonArray items ? items.SelectMany((item, index) => Check(value!, item, $"{place}[{index}]")) : [],
                "maxItems" => Says(at is not JsonArray items || items.Count <= value!.GetValue<int>(), "has too many items"),
                "anyOf" => Says(value!.AsArray().Any(choice => !Check(choice!, at, place).Any()), "fits none of the forms"),
                "oneOf" => Says(value!.AsArray().Count(choice => !Check(choice!, at, place).Any()) == 1, "does not fit exactly one of the forms"),
                _ => throw new NotSupportedException($"The schema uses “{keyword}”, which this check does not know."),
            })
            {
                yield return problem;
            }
        }

        IEnumerable<string> Says(bool holds, string problem) => holds ? [] : [$"{place} {problem}"];
    }

    private JsonNode Definition(string reference) => root["$defs"]![reference["#/$defs/".Length..]]!;

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [type.GetValue<string>()];

    private static bool IsOfType(string type, JsonNode? at) => type switch
    {
        "null" => at is null,
        "object" => at is JsonObject,
        "array" => at is JsonArray,
        "string" => at is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => at is JsonValue value && value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "integer" => at is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number && value.TryGetValue<long>(out _),
        _ => throw new NotSupportedException($"The schema uses the type “{type}”, which this check does not know."),
    };
}
