namespace BuyingGroups.Portal.Shell.Components;

/// <summary>A column that can be shown or hidden.</summary>
/// <param name="Key">Its key in the address.</param>
/// <param name="Title">Already in the user's language.</param>
/// <param name="ShownAtFirst">True when it is there until the user chooses.</param>
public sealed record ListColumn(string Key, string Title, bool ShownAtFirst = true);
