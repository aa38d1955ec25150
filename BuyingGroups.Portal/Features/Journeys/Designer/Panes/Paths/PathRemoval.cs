using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Paths;

/// <summary>Removes a path, and asks first when nodes go with it, naming them.</summary>
public static class PathRemoval
{
    /// <summary>So many names are read; the rest are counted.</summary>
    private const int MostNames = 6;

    /// <summary>What came of it; null when the user thought better of it.</summary>
    public static async Task<Outcome<JourneyEdit>?> AskAndDoAsync(PaneEditing pane, Confirmation confirmation, IStringLocalizer texts, Func<JourneyDocument, Outcome<JourneyEdit>> removal, string path)
    {
        var edit = removal(pane.Session.Document);
        if (edit.Value?.Removed is { Count: > 0 } gone)
        {
            var names = gone.Take(MostNames).Select(node => texts["“{0}”", NodeSummary.NameOf(node, texts)].Value);
            var list = string.Join(", ", gone.Count > MostNames ? [.. names, texts["{0} more", gone.Count - MostNames].Value] : names);
            if (!await confirmation.AskAsync(
                texts["Remove the path “{0}”?", path], texts.Count(gone.Count, "With it goes {0} step: {1}. Undo brings them back.", "With it go {0} steps: {1}. Undo brings them back.", list), texts["Remove path"]))
            {
                return null;
            }
        }
        return pane.Do(removal);
    }
}
