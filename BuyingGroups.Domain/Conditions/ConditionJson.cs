using System.Text.Json;
using System.Text.Json.Serialization;

namespace BuyingGroups.Domain.Conditions;

/// <summary>The stable JSON form of conditions, as stored and as exchanged.</summary>
public static class ConditionJson
{
    /// <summary>camelCase, enums by name, no indentation.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>To JSON.</summary>
    public static string Write(Condition condition) => JsonSerializer.Serialize(condition, Options);

    /// <summary>From JSON.</summary>
    /// <exception cref="JsonException">The text is not a condition.</exception>
    public static Condition Read(string json) =>
        JsonSerializer.Deserialize<Condition>(json, Options) ?? throw new JsonException("The condition is empty.");
}
