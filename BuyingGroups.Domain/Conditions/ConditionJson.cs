using System.Text.Json;
using System.Text.Json.Serialization;

namespace BuyingGroups.Domain.Conditions;

/// <summary>The stable JSON form of conditions, as stored and as exchanged.</summary>
public static class ConditionJson
{
    /// <summary>camelCase, enums by name, no indentation; a missing or null part is an error, not a null inside.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>To JSON. What could not be read is written back as it was.</summary>
    public static string Write(Condition condition) =>
        condition is UnreadableCondition unreadable ? unreadable.Json : JsonSerializer.Serialize(condition, Options);

    /// <summary>From JSON.</summary>
    /// <exception cref="JsonException">The text is not a condition.</exception>
    public static Condition Read(string json)
    {
        try
        {
            var condition = JsonSerializer.Deserialize<Condition>(json, Options) ?? throw new JsonException("The condition is empty.");
            RefuseNulls(condition);
            return condition;
        }
        catch (NotSupportedException wrongKind)
        {
            // What the serializer throws for an object without the "kind" that tells its type.
            throw new JsonException("The condition does not say its kind.", wrongKind);
        }
    }

    /// <summary>From storage: never throws, so that one damaged row cannot take a page down; see <see cref="UnreadableCondition"/>.</summary>
    public static Condition ReadStored(string json)
    {
        try
        {
            return Read(json);
        }
        catch (JsonException)
        {
            return new UnreadableCondition(json);
        }
    }

    private static void RefuseNulls(Condition condition)
    {
        if (condition is FieldFilter filter && filter.Values.Any(value => value is null))
            throw new JsonException("A value of the condition is null.");
        foreach (var child in condition.Children)
            RefuseNulls(child ?? throw new JsonException("A part of the condition is null."));
    }
}
