using System.Globalization;
using System.Text;
using System.Xml;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Export;

/// <summary>A journey as an SVG picture that stands by itself: for documents, slides and wikis. Made from the same layout as the canvas.</summary>
public static class JourneyDrawing
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const double TextLeft = 50;
    private const double NameWidth = 12.5;
    private const double SaysWidth = 11.5;
    private const double Heading = 40;

    /// <summary>Draws it.</summary>
    /// <param name="document">The drawing.</param>
    /// <param name="catalog">Names of what settings refer to.</param>
    /// <param name="texts">The localiser.</param>
    /// <param name="title">Written above; null for none.</param>
    public static string Svg(JourneyDocument document, JourneyCatalog catalog, IStringLocalizer<Text> texts, string? title = null)
    {
        var layout = JourneyLayout.Of(document);
        var top = title is null ? 0 : Heading;
        var (width, height) = (Math.Max(layout.Width, 240), layout.Height + top);
        var text = new StringBuilder();
        using (var svg = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = false }))
        {
            svg.WriteStartElement("svg", Namespace);
            Attributes(svg, ("width", N(width)), ("height", N(height)), ("viewBox", $"0 0 {N(width)} {N(height)}"), ("role", "img"));
            svg.WriteElementString("title", Namespace, title ?? texts["Journey"]);
            svg.WriteElementString("style", Namespace, DrawingLook.Style);
            if (title is not null)
                Write(svg, "title", 24, 28, Fitted(title, width - 48, 18));
            svg.WriteStartElement("g", Namespace);
            Attributes(svg, ("transform", $"translate(0 {N(top)})"));
            foreach (var region in layout.Regions.Values)
                Region(svg, region, texts);
            foreach (var line in layout.Paths)
                Line(svg, line);
            foreach (var line in layout.Paths)
                Label(svg, document, line, texts);
            foreach (var (id, box) in layout.Nodes)
                Node(svg, document.Nodes[id], box, NodeSummary.Of(document.Nodes[id], catalog, texts, document), texts);
            svg.WriteEndElement();
            svg.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Node(XmlWriter svg, JourneyNode node, LayoutBox box, string says, IStringLocalizer<Text> texts)
    {
        svg.WriteStartElement("g", Namespace);
        Attributes(svg, ("data-node", node.Id.Value));
        Rectangle(svg, "node", box, node.Settings is PeopleMergeSettings ? box.Height / 2 : 10);
        var name = texts[NodeWords.Name(node)].Value;
        if (box.Height < JourneyLayout.NodeHeight)
        {
            Write(svg, "end", box.Center, box.Y + (box.Height / 2) + 4, Fitted(name, box.Width - 16, SaysWidth));
        }
        else
        {
            Tile(svg, node, box);
            var room = box.Width - TextLeft - 10;
            Write(svg, "name", box.X + TextLeft, box.Y + 24, Fitted(name, room, NameWidth));
            Write(svg, "says", box.X + TextLeft, box.Y + 41, Fitted(says, room, SaysWidth));
        }
        svg.WriteEndElement();
    }

    private static void Tile(XmlWriter svg, JourneyNode node, LayoutBox box)
    {
        var (ink, soft) = DrawingLook.Colour(node);
        svg.WriteStartElement("rect", Namespace);
        Attributes(svg, ("x", N(box.X + 8)), ("y", N(box.Y + 10)), ("width", "34"), ("height", "34"), ("rx", DrawingLook.IsRound(node) ? "17" : "8"), ("fill", soft));
        svg.WriteEndElement();
        svg.WriteStartElement("path", Namespace);
        Attributes(svg, ("class", "glyph"), ("stroke", ink), ("transform", $"translate({N(box.X + 15)} {N(box.Y + 17)})"), ("d", DrawingLook.Glyph(node)));
        svg.WriteEndElement();
    }

    private static void Line(XmlWriter svg, PathLine line)
    {
        svg.WriteStartElement("path", Namespace);
        Attributes(svg, ("class", "line"), ("d", string.Join(' ', line.Points.Select((point, place) => $"{(place == 0 ? 'M' : 'L')}{N(point.X)} {N(point.Y)}"))));
        svg.WriteEndElement();
    }

    private static void Label(XmlWriter svg, JourneyDocument document, PathLine line, IStringLocalizer<Text> texts)
    {
        var path = document.Nodes[line.Place.Node].Paths.First(one => string.Equals(one.Key, line.Place.PathKey, StringComparison.Ordinal));
        if (line.Label is { } label)
            Pill(svg, "path", label, Fitted(path is { Name: null, Percent: { } percent } ? $"{percent} %" : NodeSummary.NameOf(document.Nodes[line.Place.Node], path, texts), 140, SaysWidth));
        if (line.End is { } end)
            Pill(svg, "end", end, texts["Ends here"]);
    }

    private static void Pill(XmlWriter svg, string style, LayoutPoint at, string text)
    {
        var width = TextWidth(text, SaysWidth) + 20;
        Rectangle(svg, "label", new LayoutBox(at.X - (width / 2), at.Y - 11, width, 22), 11);
        Write(svg, style, at.X, at.Y + 4, text);
    }

    private static void Region(XmlWriter svg, LayoutBox box, IStringLocalizer<Text> texts)
    {
        Rectangle(svg, "region", box, 14);
        Write(svg, "caption", box.X + 12, box.Y + 15, texts["For each person"]);
    }

    private static void Rectangle(XmlWriter svg, string style, LayoutBox box, double radius)
    {
        svg.WriteStartElement("rect", Namespace);
        Attributes(svg, ("class", style), ("x", N(box.X)), ("y", N(box.Y)), ("width", N(box.Width)), ("height", N(box.Height)), ("rx", N(radius)));
        svg.WriteEndElement();
    }

    private static void Write(XmlWriter svg, string style, double x, double y, string text)
    {
        svg.WriteStartElement("text", Namespace);
        Attributes(svg, ("class", style), ("x", N(x)), ("y", N(y)));
        svg.WriteString(new string([.. text.Where(XmlConvert.IsXmlChar)]));
        svg.WriteEndElement();
    }

    private static void Attributes(XmlWriter svg, params IReadOnlyList<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            svg.WriteAttributeString(name, value);
    }

    /// <summary>The text as far as it fits; nobody can measure it here, so it is estimated on the wide side.</summary>
    private static string Fitted(string text, double room, double size)
    {
        if (TextWidth(text, size) <= room)
            return text;
        var width = TextWidth("…", size);
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            width += RuneWidth(rune) * size;
            if (width > room)
                break;
            kept.Append(rune);
        }
        return kept.ToString().TrimEnd() + "…";
    }

    private static double TextWidth(string text, double size) => text.EnumerateRunes().Sum(RuneWidth) * size;

    private static double RuneWidth(Rune rune) => rune.Value switch
    {
        >= 0x1100 => 1,
        'i' or 'l' or 'j' or 't' or 'f' or 'r' or 'I' or ' ' or '.' or ',' or '\'' or ':' or '|' => 0.38,
        'm' or 'w' or 'M' or 'W' or '%' or '…' => 1,
        >= 'A' and <= 'Z' => 0.74,
        _ => 0.63,
    };

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
