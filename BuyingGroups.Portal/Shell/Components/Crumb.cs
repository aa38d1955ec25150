namespace BuyingGroups.Portal.Shell.Components;

/// <summary>A step of the way to a page.</summary>
/// <param name="Title">Already in the user's language.</param>
/// <param name="Href">Where it leads; null for the page itself.</param>
public sealed record Crumb(string Title, string? Href = null);
