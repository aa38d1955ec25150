using System.Globalization;
using System.Text;
using BuyingGroups.Domain.Journeys;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Canvas;

/// <summary>The lines of the drawing as SVG paths, with round corners.</summary>
internal static class LineDrawing
{
    private const double Radius = 10;

    public static string Of(IReadOnlyList<LayoutPoint> points)
    {
        var text = new StringBuilder("M").Append(At(points[0]));
        for (var index = 1; index < points.Count - 1; index++)
        {
            var (from, corner, to) = (points[index - 1], points[index], points[index + 1]);
            text.Append('L').Append(At(Near(corner, from))).Append('Q').Append(At(corner)).Append(' ').Append(At(Near(corner, to)));
        }
        return text.Append('L').Append(At(points[^1])).ToString();
    }

    /// <summary>The point where the rounding of a corner begins: on the way to its neighbour, at most half way.</summary>
    private static LayoutPoint Near(LayoutPoint corner, LayoutPoint other)
    {
        var length = Math.Abs(other.X - corner.X) + Math.Abs(other.Y - corner.Y);
        if (length <= 0)
            return corner;
        var share = Math.Min(Radius, length / 2) / length;
        return new(corner.X + ((other.X - corner.X) * share), corner.Y + ((other.Y - corner.Y) * share));
    }

    private static string At(LayoutPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#} {point.Y:0.#}");
}
