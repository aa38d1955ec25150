namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Pickers;

/// <summary>Something that can be picked.</summary>
/// <param name="Key">What the settings keep.</param>
/// <param name="Name">What is shown.</param>
/// <param name="Detail">What tells it from others: its state, its kind.</param>
public sealed record PickerOption(string Key, string Name, string? Detail = null);
