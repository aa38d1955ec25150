using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Outline;

/// <summary>What the script of the outline says by itself, in the reader's language.</summary>
internal static class OutlineTexts
{
    public static Dictionary<string, string> All(IStringLocalizer<Text> texts) => new(StringComparer.Ordinal)
    {
        ["stays"] = texts["This step stays where it is"],
        ["chooseMove"] = texts["Choose the step to put it after, or a path, with the arrow keys, then Enter. Esc cancels."],
        ["chooseJoin"] = texts["Choose the other path, or the last step on it, with the arrow keys, then Enter; Space takes several. Esc cancels."],
        ["chooseJoinMore"] = texts["{0} paths are chosen. Space takes more; Enter takes the last and joins them. Esc cancels."],
        ["cancelled"] = texts["Cancelled. Nothing was changed."],
        ["nothingCopied"] = texts["The clipboard holds no nodes of a journey."],
        ["queued"] = texts["The connection is lost. {0} changes wait here and are sent when it is back."],
        ["queuedOne"] = texts["The connection is lost. 1 change waits here and is sent when it is back."],
        ["sent"] = texts["The connection is back. What waited is done."],
        ["lostQueue"] = texts["What was drawn without a connection could not be done, because the draft has changed since."],
        ["name"] = texts["Name"],
    };
}
