using System.Text.Json;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Api.Bodies;

/// <summary>Reads the shape of a body with a place for everything that is wrong.</summary>
public static class JsonShape
{
    /// <summary>The list of a body of the form <c>{ "name": [ … ] }</c> and nothing else.</summary>
    public static Outcome<JsonElement> List(JsonElement body, string name)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return new WrongKind("/", "an object", NameOf(body));
        JsonElement? list = null;
        foreach (var property in body.EnumerateObject())
        {
            if (property.Name != name)
                return new UnknownMember(Join("", property.Name), name);
            list = property.Value;
        }
        return list is not { } found ? new MissingMember("/" + name)
            : found.ValueKind != JsonValueKind.Array ? new WrongKind("/" + name, "a list", NameOf(found))
            : found;
    }

    /// <summary>What is wrong with a body that is to be an object with no other members than these; null when nothing is.</summary>
    public static Refusal? Wrong(JsonElement body, IReadOnlyList<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (body.ValueKind != JsonValueKind.Object)
            return new WrongKind("/", "an object", NameOf(body));
        foreach (var member in body.EnumerateObject().Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
            return new UnknownMember(Join("", member.Name), string.Join(", ", known));
        return null;
    }

    /// <summary>What stands there, in words.</summary>
    public static string NameOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    /// <summary>A text, number, true or false as text.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>Texts by names of the sender's choice; numbers, true and false are taken as text, null stays null.</summary>
    public static Refusal? ReadTexts(JsonElement value, string place, Dictionary<string, string?> texts)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return new WrongKind(place, "an object", NameOf(value));
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                return new WrongKind(Join(place, property.Name), "text, a number, true, false or null", NameOf(property.Value));
            texts[property.Name] = property.Value.ValueKind == JsonValueKind.Null ? null : TextOf(property.Value);
        }
        return null;
    }

    /// <summary>A place below another, as a JSON pointer (RFC 6901) of bounded length.</summary>
    public static string Join(string path, string name)
    {
        const int Longest = 100;
        var shown = name.Length <= Longest ? name : name[..Longest] + "…";
        return path + "/" + shown.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }
}
