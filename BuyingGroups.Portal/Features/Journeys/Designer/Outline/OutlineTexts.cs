using BuyingGroups.Portal.Features.Journeys.Designer.Canvas;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Outline;

/// <summary>What the script of the outline says by itself, in the reader's language.</summary>
internal static class OutlineTexts
{
    public static Dictionary<string, string> All(IStringLocalizer<Text> texts) => new(CanvasTexts.OfCommands(texts), StringComparer.Ordinal)
    {
        ["chooseMove"] = texts["Choose the step to put it after, or a path, with the arrow keys, then Enter. Esc cancels."],
        ["chooseJoin"] = texts["Choose the other path, or the last step on it, with the arrow keys, then Enter; Space takes several. Esc cancels."],
        ["chooseJoinMore"] = texts["{0} paths are chosen. Space takes more; Enter takes the last and joins them. Esc cancels."],
    };
}
