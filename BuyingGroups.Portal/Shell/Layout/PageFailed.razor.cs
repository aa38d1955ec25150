using System.Diagnostics;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Layout;

/// <summary>Shown in place of a page whose code threw. Logs the error under the number it shows.</summary>
public sealed partial class PageFailed : ComponentBase
{
    readonly string number = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();

    [Parameter, EditorRequired] public Exception Error { get; set; } = null!;

    [Parameter] public EventCallback OnRetry { get; set; }

    [Inject] ILogger<PageFailed> Logger { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    protected override void OnInitialized() => LogFailure(Logger, number, Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0], Activity.Current?.Id, Error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Page failure {Number} at {Page} ({Activity})")]
    static partial void LogFailure(ILogger logger, string number, string page, string? activity, Exception error);
}
