using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Canvas;
using BuyingGroups.Portal.Features.Journeys.Designer.Export;
using BuyingGroups.Portal.Features.Journeys.Designer.Live;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Compare;

/// <summary>What the draft has that a published version has not, and the other way round: on the drawing and in words.</summary>
public sealed partial class ComparePage : ComponentBase
{
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyCollection<NodeId> selected = [];
    private JourneySheet? draft;
    private JourneySheet? published;
    private JourneyDifference? difference;
    private JourneyLayout layout = JourneyLayout.Of(JourneyDocument.Empty);
    private JourneyCanvas? canvas;
    private NodeId? centre;
    private int number;
    private bool showsDraft = true;
    private (int Id, int? Number)? loaded;

    [Parameter] public int Id { get; set; }

    /// <summary>The version compared with; null for the one that new entries travel.</summary>
    [SupplyParameterFromQuery(Name = "version")] public int? Number { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    private JourneySheet Shown => showsDraft ? draft! : published!;

    protected override Task OnParametersSetAsync() => loaded == (Id, Number) ? Task.CompletedTask : LoadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (centre is not { } node || canvas is null)
            return;
        centre = null;
        await canvas.CentreAsync(node);
    }

    private async Task LoadAsync()
    {
        loaded = (Id, Number);
        (draft, published, difference) = (null, null, null);
        var view = await Gateway.AskAsync(new ReadLiveView(Id, Number));
        if (!view.Succeeded || view.Value.Version is null)
        {
            refusals = view.Succeeded ? [new NothingToCompare(view.Value.Journey.Name)] : view.Refusals;
            return;
        }
        var sheet = await Gateway.AskAsync(new ReadJourneyDrawing(Id));
        refusals = sheet.Succeeded ? null : sheet.Refusals;
        if (!sheet.Succeeded)
            return;
        number = view.Value.Version.Number;
        draft = sheet.Value;
        published = new JourneySheet(sheet.Value.Name, view.Value.Document, view.Value.Catalog);
        difference = JourneyDifference.Of(JourneyReferences.ByName(published.Document, published.Catalog), JourneyReferences.ByName(draft.Document, draft.Catalog));
        Show(showsDraft);
    }

    private void Show(bool ofDraft)
    {
        showsDraft = ofDraft;
        layout = JourneyLayout.Of(Shown.Document);
    }

    /// <summary>Shows the drawing that has the node, and puts it into the middle.</summary>
    private void GoTo(NodeDifference one)
    {
        if (showsDraft != (one.Fate != NodeFate.Removed) && one.Fate != NodeFate.Changed)
            Show(one.Fate != NodeFate.Removed);
        (selected, centre) = ([one.Id], one.Id);
    }

    private string? ClassOf(NodeId node) => difference?.At(node)?.Fate switch
    {
        NodeFate.Added => "added",
        NodeFate.Removed => "removed",
        NodeFate.Changed => "changed",
        _ => "same",
    };

    private RenderFragment Foot(JourneyNode node) => builder =>
    {
        if (difference?.At(node.Id) is not { } one)
            return;
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", $"fate {ClassOf(node.Id)}");
        builder.AddContent(2, one.Fate switch { NodeFate.Added => T["Added"], NodeFate.Removed => T["Removed"], _ => T["Changed"] });
        builder.CloseElement();
    };

    private static string IconOf(NodeFate fate) => fate switch { NodeFate.Added => "add_circle", NodeFate.Removed => "remove_circle", _ => "edit" };

    private static string IconClass(NodeFate fate) => fate switch { NodeFate.Added => "ok", NodeFate.Removed => "bad", _ => "info" };
}

/// <summary>Nothing was published yet that a draft could be compared with.</summary>
/// <param name="Journey">The journey.</param>
public sealed record NothingToCompare(string Journey) : Refusal("Nothing of “{0}” was published yet, so there is nothing to compare the draft with. Publish it first.", Journey);
