namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Fields;

/// <summary>One of a few, in the user's language.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Text">What is shown.</param>
/// <param name="Section">The heading it stands under; null for none.</param>
public sealed record ChoiceOption(string Value, string Text, string? Section = null);
