using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Canvas;

/// <summary>What the scripts of canvas and outline say by themselves, in the reader's language.</summary>
internal static class CanvasTexts
{
    /// <summary>Of the canvas.</summary>
    public static Dictionary<string, string> All(IStringLocalizer<Text> texts) => new(OfCommands(texts), StringComparer.Ordinal)
    {
        ["addHere"] = texts["Add here"],
        ["moveHere"] = texts["Move here"],
        ["copyHere"] = texts["Copy here"],
        ["joinHere"] = texts["Join here"],
        ["onlyPeople"] = texts["Only people actions fit here"],
        ["intoItself"] = texts["A branch cannot move into itself"],
        ["whereItIs"] = texts["It stands here already"],
        ["alreadyStart"] = texts["A journey has one account audience, its start"],
        ["dragHow"] = texts["Drop it on a path. Esc cancels."],
        ["dragNode"] = texts["Drop it on a path. Alt moves this step only, Ctrl copies. Esc cancels."],
        ["chooseAdd"] = texts["Choose the “+” where it goes: click it, or use the arrow keys and Enter. Esc cancels."],
        ["chooseMove"] = texts["Choose the “+” to move it to: click it, or use the arrow keys and Enter. Esc cancels."],
        ["chooseJoin"] = texts["Choose the path to join with: click its “+”, or use the arrow keys and Enter. Ctrl click or Space takes several. Esc cancels."],
        ["chooseJoinMore"] = texts["{0} paths are chosen. Space or Ctrl click takes more; a click or Enter takes the last and joins them. Esc cancels."],
        ["noPlace"] = texts["There is no path on which it fits."],
        ["andMore"] = texts["+{0}"],
    };

    /// <summary>Of commands and their way, whoever sends them.</summary>
    public static Dictionary<string, string> OfCommands(IStringLocalizer<Text> texts) => new(StringComparer.Ordinal)
    {
        ["stays"] = texts["This step stays where it is"],
        ["cancelled"] = texts["Cancelled. Nothing was changed."],
        ["queued"] = texts["The connection is lost. {0} changes wait here and are sent when it is back."],
        ["queuedOne"] = texts["The connection is lost. 1 change waits here and is sent when it is back."],
        ["sent"] = texts["The connection is back. What waited is done."],
        ["lostQueue"] = texts["What was drawn without a connection could not be done, because the draft has changed since."],
        ["nothingCopied"] = texts["The clipboard holds no nodes of a journey."],
        ["name"] = texts["Name"],
    };
}
