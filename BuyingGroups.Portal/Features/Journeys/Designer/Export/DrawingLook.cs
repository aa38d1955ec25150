using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Export;

/// <summary>How an exported drawing looks. It leaves the portal, so it carries its colours itself: the light ones of portal.css, on white.</summary>
internal static class DrawingLook
{
    /// <summary>Classes of the drawing.</summary>
    public const string Style = """
        svg{background:#fff}text{font-family:Inter,'Noto Sans TC','PingFang TC','Microsoft JhengHei',system-ui,'Segoe UI',sans-serif;fill:#18212e}
        .line{fill:none;stroke:#7a8696;stroke-width:1.75}.node{fill:#fff;stroke:#848e9c}.name{font-size:12.5px;font-weight:650}.says{font-size:11.5px;fill:#465265}
        .label{fill:#fff;stroke:#dfe4ea}.path{font-size:11.5px;font-weight:550;text-anchor:middle}.end{font-size:11.5px;fill:#465265;text-anchor:middle}
        .region{fill:#f1e8fb;fill-opacity:.45;stroke:#7338b8;stroke-width:1.5}.caption{font-size:11.5px;font-weight:650;fill:#7338b8}.title{font-size:18px;font-weight:650}
        .glyph{fill:none;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
        """;

    private static readonly Dictionary<string, (string Ink, string Soft)> Colours = new(StringComparer.Ordinal)
    {
        ["k-start"] = ("#1a7446", "#e2f3e9"),
        ["k-act"] = ("#1c5c9e", "#e4effa"),
        ["k-ppl p"] = ("#7338b8", "#f1e8fb"),
        ["k-split"] = ("#94500a", "#fceddc"),
        ["k-wait"] = ("#51596b", "#e9ecf1"),
        ["k-listen"] = ("#a82468", "#fbe6f0"),
        ["k-merge"] = ("#3d6212", "#eaf3dc"),
    };

    /// <summary>The glyphs, drawn with lines on 20 by 20: the icon font does not travel with the file.</summary>
    private static readonly Dictionary<string, string> Glyphs = new(StringComparer.Ordinal)
    {
        ["apartment"] = "M4 17V4h7v13M11 8h5v9M3 17h14M7 7h1M7 10h1M7 13h1M13.5 11h.5M13.5 14h.5",
        ["call_split"] = "M10 17v-5L5 6M10 12l5-6M5 10V6h4M15 10V6h-4",
        ["merge"] = "M10 3v6M10 9l-5 7M10 9l5 7M7 5.5 10 3l3 2.5",
        ["percent"] = "M5 15 15 5M6.5 5a1.5 1.5 0 1 0 .01 0M13.5 12a1.5 1.5 0 1 0 .01 0",
        ["schedule"] = "M10 3a7 7 0 1 0 .01 0M10 6v4l3 2",
        ["sensors"] = "M10 9a1 1 0 1 0 .01 0M7 7a4.5 4.5 0 0 0 0 6M13 7a4.5 4.5 0 0 1 0 6M4.5 5a8 8 0 0 0 0 10M15.5 5a8 8 0 0 1 0 10",
        ["mail"] = "M3 5h14v10H3zM3 6l7 5 7-5",
        ["notifications"] = "M5 14h10l-1.5-2V9a3.5 3.5 0 0 0-7 0v3zM9 16.5h2",
        ["group_add"] = "M8 9a2.5 2.5 0 1 0-.01 0M3 16c0-3 2-4.5 5-4.5s5 1.5 5 4.5M15 6v5M12.5 8.5h5",
        ["group_remove"] = "M8 9a2.5 2.5 0 1 0-.01 0M3 16c0-3 2-4.5 5-4.5s5 1.5 5 4.5M12.5 8.5h5",
        ["star"] = "M10 3l2.1 4.600 5 .5-3.800 3.300 1.1 4.900L10 13.800l-4.400 2.5 1.1-4.900L2.900 8.100l5-.5z",
        ["webhook"] = "M8 7a3 3 0 1 1 4 2.5l2.5 3.5M6 10.5a3 3 0 1 0 2.5 3h5M14.5 13a2.5 2.5 0 1 1-1 3",
    };

    /// <summary>Ink and ground of a node's tile.</summary>
    public static (string Ink, string Soft) Colour(JourneyNode node) => Colours.GetValueOrDefault(NodeLook.Css(node), ("#1c5c9e", "#e4effa"));

    /// <summary>The glyph of a node; a pen for what changes something.</summary>
    public static string Glyph(JourneyNode node) => Glyphs.GetValueOrDefault(NodeLook.Icon(node), "M4 16l1-4 8-8 3 3-8 8zM11.5 5.5l3 3");

    /// <summary>True for people nodes, whose tile is round.</summary>
    public static bool IsRound(JourneyNode node) => NodeLook.Css(node).EndsWith(" p", StringComparison.Ordinal);
}
