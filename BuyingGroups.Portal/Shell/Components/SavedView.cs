namespace BuyingGroups.Portal.Shell.Components;

/// <summary>A view of a list that somebody saved.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Query">The query string that shows it, without "?".</param>
/// <param name="SharedBy">Who shared it; null when it is the user's own.</param>
/// <param name="Count">How many rows it holds now, when known.</param>
/// <param name="IsShared">True when others see it too.</param>
public sealed record SavedView(int Id, string Name, string Query, string? SharedBy = null, int? Count = null, bool IsShared = false);
