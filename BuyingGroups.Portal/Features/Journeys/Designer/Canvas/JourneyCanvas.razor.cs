using System.Globalization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Portal.Features.Journeys.Designer.Keys;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Canvas;

/// <summary>
/// Draws a journey at the places its layout gives: the same drawing for editing, the live view, the simulation and the comparison. Nothing comes from
/// the browser while the pointer moves; at the end one <see cref="CanvasCommand"/> does.
/// </summary>
public sealed partial class JourneyCanvas : ComponentBase, IAsyncDisposable
{
    private readonly AnsweredCommands answered = new();
    private ElementReference element;
    private DesignerKeys? keys;
    private ComponentScript script = null!;
    private IJSObjectReference? drawing;
    private JourneyLayout? linesFrom;
    private ILookup<NodeId, PathLine> lines = Array.Empty<PathLine>().ToLookup(line => line.Place.Node);
    private HashSet<NodeId> people = [];
    private bool fields;

    [Parameter, EditorRequired] public JourneyDocument Document { get; set; } = JourneyDocument.Empty;

    [Parameter, EditorRequired] public JourneyLayout Layout { get; set; } = null!;

    [Parameter] public IReadOnlyCollection<NodeId> Selected { get; set; } = [];

    /// <summary>The path that is selected.</summary>
    [Parameter] public PathPlace? SelectedPath { get; set; }

    /// <summary>Shows the drawing without letting it change.</summary>
    [Parameter] public bool ReadOnly { get; set; }

    /// <summary>The settings of a node in one line.</summary>
    [Parameter] public Func<JourneyNode, string>? Summary { get; set; }

    /// <summary>What is wrong with a node; shown in place of its summary.</summary>
    [Parameter] public Func<NodeId, string?>? Problem { get; set; }

    /// <summary>What a node carries beside its name, such as counts.</summary>
    [Parameter] public RenderFragment<JourneyNode>? NodeFoot { get; set; }

    /// <summary>What a path carries, such as how many would take it.</summary>
    [Parameter] public RenderFragment<PathPlace>? PathBadge { get; set; }

    /// <summary>Further classes of a node: "off", "passed", "here".</summary>
    [Parameter] public Func<NodeId, string?>? NodeClass { get; set; }

    /// <summary>Further classes of a path: "hot", "dim".</summary>
    [Parameter] public Func<PathPlace, string?>? PathClass { get; set; }

    /// <summary>A node was chosen, by a click or a key, on a canvas without <see cref="Commands"/>.</summary>
    [Parameter] public EventCallback<NodeId> OnNodeChosen { get; set; }

    /// <summary>Does what the canvas asks for; null where nothing can be changed.</summary>
    [Parameter] public Func<CanvasCommand, Task<CanvasAnswer>>? Commands { get; set; }

    /// <summary>Work goes on in the fields of the selected node: Enter, or something was inserted.</summary>
    [Parameter] public EventCallback OnFields { get; set; }

    /// <summary>Names the drawing in this browser, for what is kept of it while the connection is away.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>The version of the draft that is shown: what was drawn without a connection is drawn again only on the same.</summary>
    [Parameter] public int Version { get; set; }

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    [Inject] private IStringLocalizer<Text> Texts { get; set; } = null!;

    /// <summary>A command of the script.</summary>
    [JSInvokable]
    public Task<CanvasAnswer> DoAsync(CanvasCommand command) => answered.OnceAsync(command, AnswerAsync);

    /// <summary>The list of keys was asked for.</summary>
    [JSInvokable]
    public Task KeysAsync() => keys?.OpenAsync() ?? Task.CompletedTask;

    /// <summary>Puts a node into the middle of the window and the focus on it.</summary>
    public async Task CentreAsync(NodeId node, bool focus = true)
    {
        if (drawing is not null)
            await drawing.InvokeVoidAsync("centre", node.Value, focus);
    }

    public ValueTask DisposeAsync() => script.DisposeAsync();

    protected override void OnInitialized() => script = new(Browser, "./Features/Journeys/Designer/Canvas/JourneyCanvas.razor.js");

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(linesFrom, Layout))
            return;
        linesFrom = Layout;
        lines = Layout.Paths.ToLookup(line => line.Place.Node);
        people = [.. JourneyEdits.ForPeople(Document)];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (fields)
        {
            fields = false;
            await OnFields.InvokeAsync();
        }
        if (firstRender)
            drawing = await script.AttachAsync("attach", element, script.Reference(this), CanvasTexts.All(Texts), Name);
    }

    private async Task<CanvasAnswer> AnswerAsync(CanvasCommand command)
    {
        if (Commands is not null)
        {
            var answer = await Commands(command);
            fields |= answer.Fields;
            StateHasChanged();
            return answer;
        }
        if (command is { Verb: "select" or "fields", Nodes: [var node] })
            await OnNodeChosen.InvokeAsync(new NodeId(node));
        return new(true);
    }

    private IReadOnlyList<PathLine> LinesOf(NodeId node) => [.. lines[node]];

    private string? Target(PathPlace place) => Path(place)?.To is { } to && Document.Nodes.ContainsKey(to) ? to.Value : null;

    private string? Branch(PathPlace place) => Path(place)?.Kind == PathKind.Branch ? "yes" : null;

    private JourneyPath? Path(PathPlace place) => Document.Node(place.Node)?.Paths.FirstOrDefault(path => string.Equals(path.Key, place.PathKey, StringComparison.Ordinal));

    private static string At(LayoutBox box) => string.Create(CultureInfo.InvariantCulture, $"translate:{box.X:0.#}px {box.Y:0.#}px");

    private static string Place(LayoutBox box) =>
        string.Create(CultureInfo.InvariantCulture, $"translate:{box.X:0.#}px {box.Y:0.#}px;width:{box.Width:0.#}px;height:{box.Height:0.#}px");
}
