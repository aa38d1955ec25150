namespace BuyingGroups.Portal.Features.Journeys.Designer.Canvas;

/// <summary>
/// What somebody did on the canvas, as the script sends it once at the end of a drag, a click or a key. Everything in it comes from a browser and is
/// checked by the edits of the document.
/// </summary>
public sealed record CanvasCommand
{
    /// <summary>Counts the commands of one opened canvas, so that one that is sent again after a lost connection is done once.</summary>
    public int Number { get; init; }

    /// <summary>What to do; see <see cref="CanvasCommands"/>.</summary>
    public string Verb { get; init; } = "";

    /// <summary>The nodes it is about.</summary>
    public IReadOnlyList<string> Nodes { get; init; } = [];

    /// <summary>The paths it is about, each as node and key.</summary>
    public IReadOnlyList<CanvasPlace> Places { get; init; } = [];

    /// <summary>A kind, a name, a fragment: what the verb needs.</summary>
    public string Text { get; init; } = "";

    /// <summary>"node", "branch" or "selection"; for selecting "only", "add" or "toggle".</summary>
    public string How { get; init; } = "";

    /// <summary>A position or a number of steps.</summary>
    public int Count { get; init; }
}

/// <summary>A path as the script names it.</summary>
/// <param name="Node">The node it leaves.</param>
/// <param name="Path">Its key.</param>
public sealed record CanvasPlace(string Node, string Path);

/// <summary>What came of a command, for the script.</summary>
/// <param name="Done">False when it was refused, and the canvas is as it was.</param>
/// <param name="Said">What happened, or why it was refused.</param>
public sealed record CanvasAnswer(bool Done, string? Said = null)
{
    /// <summary>The node to put the focus on.</summary>
    public string? Focus { get; init; }

    /// <summary>True when work goes on in the fields of the node.</summary>
    public bool Fields { get; init; }

    /// <summary>What was copied.</summary>
    public string? Copied { get; init; }
}
