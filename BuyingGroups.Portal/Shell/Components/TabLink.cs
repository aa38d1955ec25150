namespace BuyingGroups.Portal.Shell.Components;

/// <summary>A tab that is a page or a view of it with an address of its own.</summary>
/// <param name="Title">Already in the user's language.</param>
/// <param name="Href">Its address.</param>
/// <param name="Permission">Who lacks it does not see the tab.</param>
/// <param name="Count">A figure behind the title.</param>
public sealed record TabLink(string Title, string Href, string? Permission = null, int? Count = null);
