using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Export;

/// <summary>The ways to take a journey out of the portal.</summary>
public sealed partial class ExportMenu : ComponentBase, IAsyncDisposable
{
    private ComponentScript script = null!;
    private string said = "";

    [Parameter, EditorRequired] public int JourneyId { get; set; }

    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>A published version; null for the draft.</summary>
    [Parameter] public int? Number { get; set; }

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    public ValueTask DisposeAsync() => script.DisposeAsync();

    protected override void OnInitialized() => script = new(Browser, "./Features/Journeys/Designer/Export/ExportMenu.razor.js");

    private string Address(string file, string? more = null)
    {
        var parts = new[] { Number is { } number ? FormattableString.Invariant($"version={number}") : null, more }.Where(part => part is not null);
        return FormattableString.Invariant($"/journeys/{JourneyId}/{file}") + (string.Join('&', parts) is { Length: > 0 } query ? "?" + query : "");
    }

    private string FileName(string ending) => $"{ReadJourneyDocumentHandler.FileStem(Name)}{(Number is { } number ? FormattableString.Invariant($" v{number}") : "")}.{ending}";

    private async Task SavePictureAsync()
    {
        var saved = await script.InvokeAsync<bool>("savePng", Address("drawing.svg"), FileName("png"));
        said = saved ? T["The picture is saved."] : T["The picture could not be made. Take the drawing as SVG instead."];
    }
}
