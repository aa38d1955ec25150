using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>A filter that is on.</summary>
/// <param name="Key">Its key in the address.</param>
/// <param name="Text">The filter as a sentence: "Completeness &lt; 50 %".</param>
/// <param name="Editor">The editor that a click on the chip opens; none when it can only be removed.</param>
public sealed record FilterChip(string Key, string Text, RenderFragment? Editor = null);

/// <summary>A filter that can be added.</summary>
/// <param name="Key">Its key in the address.</param>
/// <param name="Title">What it filters by.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Editor">Where its values are chosen; it sets the filter itself.</param>
public sealed record FilterOffer(string Key, string Title, string Icon, RenderFragment Editor);
