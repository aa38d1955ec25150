using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Layout;

namespace BuyingGroups.Domain.Journeys;

/// <summary>A place on the drawing, in pixels at 100 %.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
public readonly record struct LayoutPoint(double X, double Y);

/// <summary>Where something is drawn.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct LayoutBox(double X, double Y, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => X + Width;

    /// <summary>Bottom edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>Middle from the left.</summary>
    public double Center => X + (Width / 2);

    /// <summary>True when the two have more than an edge in common.</summary>
    public bool Overlaps(LayoutBox other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}

/// <summary>How a path is drawn.</summary>
/// <param name="Place">The path.</param>
/// <param name="Points">The corners of its line, from the node it leaves to where it leads; all parts are upright or level.</param>
/// <param name="Label">Middle of its label; null for the only way on.</param>
/// <param name="Plus">Middle of its "+", where a node can be dropped.</param>
/// <param name="End">Middle of the mark that the journey ends there; null when it goes on.</param>
public sealed record PathLine(PathPlace Place, IReadOnlyList<LayoutPoint> Points, LayoutPoint? Label, LayoutPoint Plus, LayoutPoint? End);

/// <summary>
/// Where everything of a journey is drawn: top to bottom, paths from left to right in their order, merges under what they join, nothing on top of
/// anything else. The same document always gives the same layout. Answers for broken drafts too: what the start does not reach stands beside it.
/// </summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Paths">The paths.</param>
/// <param name="Regions">Boxes around what lies in splits of people, by the split.</param>
/// <param name="Width">Width of the whole.</param>
/// <param name="Height">Height of the whole.</param>
public sealed record JourneyLayout(
    IReadOnlyDictionary<NodeId, LayoutBox> Nodes, IReadOnlyList<PathLine> Paths, IReadOnlyDictionary<NodeId, LayoutBox> Regions, double Width, double Height)
{
    /// <summary>Width of a node.</summary>
    public const double NodeWidth = 196;

    /// <summary>Height of a node.</summary>
    public const double NodeHeight = 54;

    /// <summary>The layout of a document.</summary>
    public static JourneyLayout Of(JourneyDocument document)
    {
        var blocks = LayoutBlocks.Of(LayoutTree.Of(document));
        return LayoutLines.Draw(document, blocks);
    }
}
