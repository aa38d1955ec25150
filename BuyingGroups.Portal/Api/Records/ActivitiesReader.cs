using System.Globalization;
using System.Text.Json;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Api.Bodies;
using BuyingGroups.Portal.Features.Activities;

namespace BuyingGroups.Portal.Api.Records;

/// <summary>Reads the activities of a call, as strictly as <see cref="RowsReader"/> reads records.</summary>
public static class ActivitiesReader
{
    /// <summary>The member that holds the activities.</summary>
    public const string List = "activities";

    /// <summary>When it happened.</summary>
    public const string OccurredAt = "occurredAt";

    /// <summary>What is known of it.</summary>
    public const string Attributes = "attributes";

    /// <summary>The members that are text, with what they mean and an example.</summary>
    public static IReadOnlyList<(string Name, string Description, string Example)> Texts { get; } =
    [
        ("type", "Name of the activity type; capitals do not matter.", "Page Views"),
        ("sourceKey", "Its unique key in the system it comes from. Sent again, it is known and nothing happens; without one it is recorded each time.", "web-88213"),
        ("accountSourceKey", "Source key of the account; may be left out when the person is named.", "A-1001"),
        ("personSourceKey", "Source key of who did it.", "P-20417"),
        ("email", "Email address of who did it, where the source key is not known.", "mira.lindqvist@hexafreight.example"),
    ];

    // With the offset always said: a moment without one would mean another in every time zone.
    private static readonly string[] MomentForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The activities of <c>{ "activities": [ … ] }</c>.</summary>
    public static Outcome<IReadOnlyList<ActivityInput>> Read(JsonElement body)
    {
        var list = JsonShape.List(body, List);
        if (!list.Succeeded)
            return Outcome<IReadOnlyList<ActivityInput>>.Refused(list.Refusals);
        if (list.Value.GetArrayLength() > RecordActivitiesHandler.MostAtOnce)
            return new TooManyActivities(list.Value.GetArrayLength(), RecordActivitiesHandler.MostAtOnce);
        var activities = new List<ActivityInput>(list.Value.GetArrayLength());
        foreach (var element in list.Value.EnumerateArray())
        {
            if (Read(element, $"/{List}/{activities.Count}", out var activity) is { } wrong)
                return wrong;
            activities.Add(activity);
        }
        return activities;
    }

    private static Refusal? Read(JsonElement element, string path, out ActivityInput activity)
    {
        activity = null!;
        if (element.ValueKind != JsonValueKind.Object)
            return new WrongKind(path, "an object", JsonShape.NameOf(element));
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        DateTimeOffset? occurred = null;
        Dictionary<string, string?>? attributes = null;
        foreach (var property in element.EnumerateObject())
        {
            var place = JsonShape.Join(path, property.Name);
            if (Texts.Any(t => t.Name == property.Name))
            {
                if (property.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                    return new WrongKind(place, "text or null", JsonShape.NameOf(property.Value));
                texts[property.Name] = property.Value.GetString();
            }
            else if (property.Name == OccurredAt)
            {
                if (ReadMoment(property.Value, place, out occurred) is { } wrong)
                    return wrong;
            }
            else if (property.Name == Attributes)
            {
                if (JsonShape.ReadTexts(property.Value, place, attributes = new(StringComparer.Ordinal)) is { } wrong)
                    return wrong;
            }
            else
            {
                return new UnknownMember(place, string.Join(", ", Texts.Select(t => t.Name).Append(OccurredAt).Append(Attributes)));
            }
        }
        activity = new ActivityInput(
            texts.GetValueOrDefault("type"), texts.GetValueOrDefault("sourceKey"), texts.GetValueOrDefault("accountSourceKey"), texts.GetValueOrDefault("personSourceKey"),
            texts.GetValueOrDefault("email"), occurred, attributes);
        return null;
    }

    private static Refusal? ReadMoment(JsonElement value, string place, out DateTimeOffset? moment)
    {
        moment = null;
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        const string Expected = "a moment with its offset as text, such as \"2026-03-02T09:00:00Z\", or null";
        if (value.ValueKind != JsonValueKind.String)
            return new WrongKind(place, Expected, JsonShape.NameOf(value));
        var text = value.GetString()!;
        var saysOffset = text.EndsWith('Z') || (text.Length > 16 && (text[^6] is '+' or '-') && text[^3] == ':');
        if (!saysOffset || !DateTimeOffset.TryParseExact(text, MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return new WrongKind(place, Expected, "another text");
        moment = read;
        return null;
    }
}
