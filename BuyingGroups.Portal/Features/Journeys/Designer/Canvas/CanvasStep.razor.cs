using System.Globalization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Canvas;

/// <summary>One node on the canvas with its labels and "+". Renders only when something of it changed: a drop redraws what moved, not everything.</summary>
public sealed partial class CanvasStep : ComponentBase
{
    private Shown? shown;

    [Parameter, EditorRequired] public JourneyNode Node { get; set; } = null!;

    [Parameter, EditorRequired] public LayoutBox Box { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<PathLine> Lines { get; set; } = [];

    [Parameter] public string Title { get; set; } = "";

    [Parameter] public string? Summary { get; set; }

    /// <summary>What is wrong with the node; takes the place of its summary.</summary>
    [Parameter] public string? Problem { get; set; }

    [Parameter] public bool IsSelected { get; set; }

    /// <summary>The key of the selected path, when it leaves this node.</summary>
    [Parameter] public string? SelectedPath { get; set; }

    /// <summary>True when only actions on people fit onto its paths.</summary>
    [Parameter] public bool ForPeople { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    /// <summary>Colour and form of the icon.</summary>
    [Parameter] public string Look { get; set; } = "";

    [Parameter] public string Icon { get; set; } = "";

    [Parameter] public string? ExtraClass { get; set; }

    [Parameter] public RenderFragment<JourneyNode>? Foot { get; set; }

    [Parameter] public RenderFragment<PathPlace>? PathBadge { get; set; }

    private bool IsSmall => Node.Settings is PeopleMergeSettings;

    private string State => string.Join(' ', IsSmall ? "small" : "", IsSelected ? "sel" : "", Problem is null ? "" : "err", ExtraClass ?? "").Trim();

    protected override bool ShouldRender()
    {
        var now = new Shown(Node, Box, Title, Summary, Problem, IsSelected, SelectedPath, ForPeople, ReadOnly, ExtraClass);
        var same = Foot is null && PathBadge is null && now == shown && lines.SequenceEqual(Lines, SamePlaces.Instance);
        (shown, lines) = (now, Lines);
        return !same;
    }

    protected override void OnInitialized()
    {
        shown = new(Node, Box, Title, Summary, Problem, IsSelected, SelectedPath, ForPeople, ReadOnly, ExtraClass);
        lines = Lines;
    }

    private IReadOnlyList<PathLine> lines = [];

    private bool IsSelectedPath(JourneyPath path) => string.Equals(SelectedPath, path.Key, StringComparison.Ordinal);

    private static string Place(LayoutBox box) =>
        string.Create(CultureInfo.InvariantCulture, $"translate:{box.X:0.#}px {box.Y:0.#}px;width:{box.Width:0.#}px;height:{box.Height:0.#}px");

    private static string Place(LayoutPoint point) => string.Create(CultureInfo.InvariantCulture, $"translate:{point.X:0.#}px {point.Y:0.#}px");

    private sealed record Shown(
        JourneyNode Node, LayoutBox Box, string Title, string? Summary, string? Problem, bool IsSelected, string? SelectedPath, bool ForPeople, bool ReadOnly, string? ExtraClass);

    /// <summary>Labels, "+" and ends are where they were; the lines themselves are drawn elsewhere.</summary>
    private sealed class SamePlaces : IEqualityComparer<PathLine>
    {
        public static SamePlaces Instance { get; } = new();

        public bool Equals(PathLine? x, PathLine? y) => x is not null && y is not null && x.Place == y.Place && x.Label == y.Label && x.Plus == y.Plus && x.End == y.End;

        public int GetHashCode(PathLine obj) => obj.Place.GetHashCode();
    }
}
