using System.Text.Json;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Api.Bodies;

/// <summary>Reads the bodies of calls about journeys. What is inside "document" is read by the journey itself.</summary>
internal static class JourneyBodies
{
    /// <summary>Levels of lists and objects: what a journey document may have, and the body around it.</summary>
    public const int Depth = 66;

    /// <summary>A new journey.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Description">What it is for.</param>
    /// <param name="Document">The drawing as JSON; null for an empty one.</param>
    public sealed record NewJourney(string Name, string? Description, string? Document);

    /// <summary>A changed draft.</summary>
    /// <param name="Version">The version that was read.</param>
    /// <param name="Document">The drawing as JSON.</param>
    public sealed record ChangedDraft(int Version, string Document);

    /// <summary>Which version is meant.</summary>
    /// <param name="Version">The version that was read; null: whatever is there.</param>
    public sealed record OfVersion(int? Version);

    public static Outcome<NewJourney> ReadNew(JsonElement body)
    {
        if (JsonShape.Wrong(body, ["name", "description", "document"]) is { } wrong)
            return wrong;
        if (!body.TryGetProperty("name", out var name))
            return new MissingMember("/name");
        if (name.ValueKind != JsonValueKind.String)
            return new WrongKind("/name", "text", JsonShape.NameOf(name));
        string? description = null;
        if (body.TryGetProperty("description", out var text) && text.ValueKind != JsonValueKind.Null)
        {
            if (text.ValueKind != JsonValueKind.String)
                return new WrongKind("/description", "text", JsonShape.NameOf(text));
            description = text.GetString();
        }
        if (!body.TryGetProperty("document", out var document) || document.ValueKind == JsonValueKind.Null)
            return new NewJourney(name.GetString()!, description, null);
        return document.ValueKind == JsonValueKind.Object ? new NewJourney(name.GetString()!, description, document.GetRawText()) : new WrongKind("/document", "an object", JsonShape.NameOf(document));
    }

    public static Outcome<ChangedDraft> ReadDraft(JsonElement body)
    {
        if (JsonShape.Wrong(body, ["version", "document"]) is { } wrong)
            return wrong;
        if (!body.TryGetProperty("version", out var version))
            return new MissingMember("/version");
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
            return new WrongKind("/version", "a whole number", JsonShape.NameOf(version));
        if (!body.TryGetProperty("document", out var document))
            return new MissingMember("/document");
        return document.ValueKind == JsonValueKind.Object ? new ChangedDraft(number, document.GetRawText()) : new WrongKind("/document", "an object", JsonShape.NameOf(document));
    }

    public static Outcome<OfVersion> ReadVersion(JsonElement body)
    {
        if (JsonShape.Wrong(body, ["version"]) is { } wrong)
            return wrong;
        if (!body.TryGetProperty("version", out var version) || version.ValueKind == JsonValueKind.Null)
            return new OfVersion((int?)null);
        return version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) ? new OfVersion(number) : new WrongKind("/version", "a whole number", JsonShape.NameOf(version));
    }
}
