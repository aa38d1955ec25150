using System.Globalization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Live;

/// <summary>A published version with how many accounts reached each node and are there now (mock-up 04b).</summary>
public sealed partial class LivePage : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, NodeCount> byNode = new(StringComparer.Ordinal);
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyCollection<NodeId> selected = [];
    private LiveViewOpening? view;
    private JourneyLayout layout = JourneyLayout.Of(JourneyDocument.Empty);
    private JourneyCounts? counts;
    private ComponentScript script = null!;
    private (int Id, int? Number)? loaded;
    private bool stale;

    [Parameter] public int Id { get; set; }

    /// <summary>The version shown; null for the one that new entries travel.</summary>
    [SupplyParameterFromQuery(Name = "version")] public int? Number { get; set; }

    /// <summary>The node whose accounts are listed.</summary>
    [SupplyParameterFromQuery(Name = "node")] public string? Node { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    private NodeCount? ChosenNode => Node is not null && byNode.TryGetValue(Node, out var count) ? count : null;

    private long Stopped => counts?.Nodes.Sum(node => node.Stopped) ?? 0;

    /// <summary>Asked by the page's module every few seconds while the page is in sight.</summary>
    [JSInvokable]
    public async Task RefreshAsync()
    {
        if (view?.Version is not { } version)
            return;
        var answer = await Gateway.AskAsync(new CountJourney(Id, version.Number));
        stale = !answer.Succeeded;
        if (answer.Succeeded)
            Take(answer.Value);
        StateHasChanged();
    }

    public ValueTask DisposeAsync() => script.DisposeAsync();

    protected override void OnInitialized() => script = new(Browser, "./Features/Journeys/Designer/Live/LivePage.razor.js");

    protected override async Task OnParametersSetAsync()
    {
        if (loaded != (Id, Number))
            await LoadAsync();
        selected = Node is null ? [] : [new NodeId(Node)];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await script.AttachAsync("watch", script.Reference(this), Pause.TotalMilliseconds);
    }

    private async Task LoadAsync()
    {
        loaded = (Id, Number);
        var answer = await Gateway.AskAsync(new ReadLiveView(Id, Number));
        (view, refusals) = (answer.Value, answer.Succeeded ? null : answer.Refusals);
        byNode.Clear();
        counts = null;
        if (view is null)
            return;
        layout = JourneyLayout.Of(view.Document);
        await RefreshAsync();
    }

    private void Take(JourneyCounts counted)
    {
        counts = counted;
        byNode.Clear();
        foreach (var node in counted.Nodes)
            byNode[node.NodeId] = node;
    }

    /// <summary>Shows a version, and the accounts of a node of it; both stand in the address.</summary>
    private void Go(string? version, string? node)
    {
        var number = version ?? Number?.ToString(CultureInfo.InvariantCulture);
        var query = new[] { number is null ? null : $"version={number}", node is null ? null : $"node={node}" }.Where(part => part is not null).ToList();
        Navigation.NavigateTo($"/journeys/{Id}/live{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}", replace: version is null);
    }

    private JourneyNode? NodeOf(NodeCount count) => view?.Document.Node(new NodeId(count.NodeId));

    private static string N(long? number) => number?.ToString("N0", CultureInfo.CurrentCulture) ?? "–";

    private RenderFragment Foot(JourneyNode node) => builder =>
    {
        if (!byNode.TryGetValue(node.Id.Value, out var count) || node.Settings is Domain.Journeys.Nodes.PeopleMergeSettings)
            return;
        builder.OpenComponent<NodeCounts>(0);
        builder.AddComponentParameter(1, nameof(NodeCounts.Count), count);
        builder.CloseComponent();
    };

    private RenderFragment Badge(PathPlace place) => builder =>
    {
        if (byNode.TryGetValue(place.Node.Value, out var count) && count.Paths.Count > 1 && count.Paths.FirstOrDefault(path => path.Key == place.PathKey)?.Passed is { } passed)
            builder.AddContent(0, $" · {N(passed)}");
    };
}
