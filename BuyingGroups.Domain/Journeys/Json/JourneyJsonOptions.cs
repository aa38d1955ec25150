using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Domain.Journeys.Json;

/// <summary>How the parts of a journey document are written: like conditions, but unknown members are refused.</summary>
internal static class JourneyJsonOptions
{
    public static JsonSerializerOptions Options { get; } = new(ConditionJson.Options)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = JourneyLimits.TextDepth,
        Converters = { new NodeIdConverter(), new UtcMomentConverter(), new TimeOfDayConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatSaysNothing } },
    };

    // What may be null need not be there, and what is as always is not written.
    private static void LeaveOutWhatSaysNothing(JsonTypeInfo type)
    {
        // The kind of a node is told beside its settings, not in them.
        if (type.Type.IsAssignableTo(typeof(NodeSettings)))
            type.Properties.Remove(type.Properties.First(property => string.Equals(property.Name, "kind", StringComparison.Ordinal)));
        foreach (var property in type.Properties)
        {
            if (property.IsSetNullable)
                property.IsRequired = false;
            if (property.IsRequired)
                continue;
            if (property.PropertyType == typeof(bool))
                property.ShouldSerialize = (_, value) => value is true;
            else if (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
                property.ShouldSerialize = (_, value) => value is IEnumerable items && items.GetEnumerator().MoveNext();
        }
    }
}
