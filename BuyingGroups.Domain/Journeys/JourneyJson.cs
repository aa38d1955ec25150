using BuyingGroups.Domain.Journeys.Json;

namespace BuyingGroups.Domain.Journeys;

/// <summary>
/// The stable, versioned JSON form of journey documents, as stored, exported and written by hand; docs/journeys describes it and publishes its
/// JSON Schema. The same document always gives the same text: nodes stand in the order of their ids.
/// </summary>
public static class JourneyJson
{
    /// <summary>The version of the form, in the member "schema".</summary>
    public const int Schema = 1;

    /// <summary>To JSON.</summary>
    /// <param name="document">The document; must not hold conditions that could not be read.</param>
    /// <param name="indented">True for people, false for storage.</param>
    public static string Write(JourneyDocument document, bool indented = false) => JourneyJsonWriter.Write(document, indented);

    /// <summary>From JSON. Never throws, whatever the text is: what is wrong comes back with node and reason.</summary>
    public static JourneyReading Read(string text) => JourneyJsonReader.Read(text);
}
