namespace BuyingGroups.Portal.Features.Records;

/// <summary>A number of something that stands in the way of deleting: "12 people". Pages show its parts in the user's language.</summary>
/// <param name="Count">How many.</param>
/// <param name="One">What, when it is one.</param>
/// <param name="Many">What, in the plural.</param>
public sealed record Hanging(int Count, string One, string Many)
{
    /// <summary>"12 people, 3 buying groups".</summary>
    public static string List(IEnumerable<Hanging> parts) =>
        string.Join(", ", parts.Where(part => part.Count > 0).Select(part => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part.Count:N0} {(part.Count == 1 ? part.One : part.Many)}")));
}
