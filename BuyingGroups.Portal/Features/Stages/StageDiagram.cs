using System.Globalization;
using BuyingGroups.Domain.Stages;

namespace BuyingGroups.Portal.Features.Stages;

/// <summary>Where stages and the arrows between them are drawn: the way to success from left to right, failures below it.</summary>
public sealed record StageDiagram(int Width, int Height, IReadOnlyList<StageBox> Boxes, IReadOnlyList<StageArrow> Arrows)
{
    private const int BoxWidth = 132;
    private const int BoxHeight = 44;
    private const int Gap = 56;
    private const int Margin = 16;
    private const int Upper = 92;
    private const int Lower = 216;

    public static StageDiagram Of(IReadOnlyList<StageDraft> stages, IReadOnlyList<TransitionDraft> transitions)
    {
        var boxes = new List<StageBox>();
        var (upper, lower) = (0, 0);
        for (var place = 0; place < stages.Count; place++)
        {
            var isFailure = stages[place].Kind == StageKind.Failure;
            // A failure stands half a step to the right, so that no arrow hides behind a box.
            var x = Margin + (isFailure ? (BoxWidth + Gap) / 2 + lower++ * (BoxWidth + Gap) + BoxWidth + Gap : upper++ * (BoxWidth + Gap));
            boxes.Add(new StageBox(place, stages[place].Name, stages[place].Kind, x, isFailure ? Lower : Upper, BoxWidth, BoxHeight));
        }
        var width = boxes.Count == 0 ? 0 : boxes.Max(box => box.X + box.Width) + Margin;
        var height = boxes.Exists(box => box.Kind == StageKind.Failure) ? Lower + BoxHeight + Margin : Upper + BoxHeight + 56;
        return new StageDiagram(width, height, boxes, [.. transitions.Where(t => t.From != t.To && t.From < boxes.Count && t.To < boxes.Count).Select(t => Arrow(boxes[t.From], boxes[t.To], transitions))]);
    }

    private static StageArrow Arrow(StageBox from, StageBox to, IReadOnlyList<TransitionDraft> transitions)
    {
        var middle = BoxHeight / 2;
        if (from.Y == to.Y)
        {
            var step = (to.X - from.X) / (BoxWidth + Gap);
            if (step == 1)
                return new(from.Place, to.Place, Path($"M{from.X + BoxWidth} {from.Y + middle} L{to.X - 3} {to.Y + middle}"), false);
            // Over the boxes forward, under them back, the higher the further.
            var bend = 22 + 14 * Math.Min(4, Math.Abs(step));
            return step > 0
                ? new(from.Place, to.Place, Path($"M{from.X + BoxWidth - 24} {from.Y} C{from.X + BoxWidth} {from.Y - bend} {to.X} {to.Y - bend} {to.X + 24} {to.Y - 3}"), false)
                : new(from.Place, to.Place, Path($"M{from.X + 24} {from.Y + BoxHeight} C{from.X} {from.Y + BoxHeight + bend} {to.X + BoxWidth} {to.Y + BoxHeight + bend} {to.X + BoxWidth - 24} {to.Y + BoxHeight + 3}"), true);
        }
        // There and back between the same two must not lie on each other.
        var shift = transitions.Any(t => t.From == to.Place && t.To == from.Place) ? 14 : 0;
        return to.Y > from.Y
            ? new(from.Place, to.Place, Path($"M{from.X + BoxWidth / 2 + shift} {from.Y + BoxHeight} C{from.X + BoxWidth / 2 + shift} {from.Y + BoxHeight + 44} {to.X + BoxWidth / 2 + shift} {to.Y - 44} {to.X + BoxWidth / 2 + shift} {to.Y - 3}"), false)
            : new(from.Place, to.Place, Path($"M{from.X + BoxWidth / 2 - shift} {from.Y} C{from.X + BoxWidth / 2 - shift} {from.Y - 44} {to.X + BoxWidth / 2 - shift} {to.Y + BoxHeight + 44} {to.X + BoxWidth / 2 - shift} {to.Y + BoxHeight + 3}"), true);
    }

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A stage as it is drawn.</summary>
public sealed record StageBox(int Place, string Name, StageKind Kind, int X, int Y, int Width, int Height);

/// <summary>An allowed move as it is drawn; back towards the beginning it is dashed.</summary>
public sealed record StageArrow(int From, int To, string Path, bool Back);
