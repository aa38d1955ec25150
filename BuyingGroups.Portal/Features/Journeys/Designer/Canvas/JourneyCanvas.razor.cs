using System.Globalization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Canvas;

/// <summary>Draws a journey at the places its layout gives: the same drawing for editing, the live view, the simulation and the comparison.</summary>
public sealed partial class JourneyCanvas : ComponentBase
{
    [Parameter, EditorRequired] public JourneyDocument Document { get; set; } = JourneyDocument.Empty;

    [Parameter, EditorRequired] public JourneyLayout Layout { get; set; } = null!;

    [Parameter] public IReadOnlyCollection<NodeId> Selected { get; set; } = [];

    /// <summary>Shows the drawing without letting it change.</summary>
    [Parameter] public bool ReadOnly { get; set; }

    /// <summary>The settings of a node in one line.</summary>
    [Parameter] public Func<JourneyNode, string>? Summary { get; set; }

    /// <summary>What a node carries beside its name, such as counts.</summary>
    [Parameter] public RenderFragment<JourneyNode>? NodeFoot { get; set; }

    /// <summary>What a path carries, such as how many would take it.</summary>
    [Parameter] public RenderFragment<PathPlace>? PathBadge { get; set; }

    /// <summary>Further classes of a node: "off", "passed", "here".</summary>
    [Parameter] public Func<NodeId, string?>? NodeClass { get; set; }

    /// <summary>Further classes of a path: "hot", "dim".</summary>
    [Parameter] public Func<PathPlace, string?>? PathClass { get; set; }

    /// <summary>A node was chosen: by a click, or by Enter.</summary>
    [Parameter] public EventCallback<NodeId> OnNodeChosen { get; set; }

    /// <summary>Puts a node into the middle of the window and the focus on it.</summary>
    public Task CentreAsync(NodeId node) => Task.CompletedTask;

    private static string Place(LayoutBox box) =>
        string.Create(CultureInfo.InvariantCulture, $"left:{box.X:0.#}px;top:{box.Y:0.#}px;width:{box.Width:0.#}px;height:{box.Height:0.#}px");
}
