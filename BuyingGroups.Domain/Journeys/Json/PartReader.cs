using System.Text.Json;
using System.Text.RegularExpressions;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Json;

/// <summary>Reads settings and paths with the serializer, and says in plain words what it stumbled over.</summary>
internal static partial class PartReader
{
    /// <summary>The part, or null when a problem was told.</summary>
    public static object? Read(JsonElement element, Type type, string place, NodeId? node, Action<NodeId?, Refusal> add)
    {
        try
        {
            if (element.Deserialize(type, JourneyJsonOptions.Options) is { } part)
                return part;
            add(node, new JourneyPartWrong(place));
        }
        catch (JsonException wrong)
        {
            add(node, Reason(wrong, place));
        }
        catch (Exception wrong) when (wrong is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            // What the serializer throws for an object without the "kind" that tells its type.
            add(node, new JourneyPartWrong(place));
        }
        return null;
    }

    // The serializer tells apart what it stumbles over by words only; where they change, the place remains.
    private static Refusal Reason(JsonException wrong, string place)
    {
        var at = place + (wrong.Path is { Length: > 1 } path ? path[1..] : "");
        if (wrong.Message.Contains("missing required", StringComparison.Ordinal) && Missing().Match(wrong.Message) is { Success: true } missing)
            return new JourneyMemberMissing(JourneyJsonReader.Shortened(missing.Groups["names"].Value.Replace("'", "", StringComparison.Ordinal)), JourneyJsonReader.Shortened(at));
        if (wrong.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return new JourneyMemberUnknown(JourneyJsonReader.Shortened(at));
        return new JourneyPartWrong(JourneyJsonReader.Shortened(at));
    }

    [GeneratedRegex(@"including: (?<names>.*?)\.( Path|$)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Missing();
}
