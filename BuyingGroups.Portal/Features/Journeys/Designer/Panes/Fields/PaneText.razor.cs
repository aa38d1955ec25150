using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Fields;

/// <summary>
/// A text of the settings. What is typed becomes one step of undo per pause, not per letter; leaving the field, choosing another node or closing the
/// pane ends a step at once, so that nothing typed is lost. A refused text stays as typed, with the reason.
/// </summary>
public sealed partial class PaneText : PaneInput, IDisposable
{
    /// <summary>So long nobody types within a thought.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    private readonly LatestRun pausing = new();
    private string? typed;
    private string? last;
    private bool saving;
    private bool pending;
    private Refusal? refused;

    /// <summary>The text as it is in the settings.</summary>
    [Parameter] public string? Value { get; set; }

    /// <summary>Puts what was typed into the settings.</summary>
    [Parameter, EditorRequired] public Func<string, Outcome<JourneyEdit>> Save { get; set; } = null!;

    /// <summary>text, url, number, date, time or datetime-local.</summary>
    [Parameter] public string Type { get; set; } = "text";

    [Parameter] public int? MaxLength { get; set; }

    [Parameter] public string? Min { get; set; }

    [Parameter] public string? Max { get; set; }

    [Parameter] public string? Step { get; set; }

    [Parameter] public int Lines { get; set; } = 1;

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public bool HideLabel { get; set; }

    [Parameter] public bool Small { get; set; }

    /// <summary>Problems that are not found by the field's key: those of a path.</summary>
    [Parameter] public IReadOnlyList<JourneyProblem>? Own { get; set; }

    protected override IReadOnlyList<JourneyProblem> Problems => Own ?? base.Problems;

    private string Shown => typed ?? Value ?? "";

    public void Dispose()
    {
        pausing.Dispose();
        if (pending)
            Save(typed ?? "");
    }

    protected override void OnParametersSet()
    {
        if (string.Equals(Value, last, StringComparison.Ordinal))
            return;
        last = Value;
        // Undo, or somebody else's save: what was typed before counts no more. Our own save leaves the field as typed while it has the focus.
        if (!saving && !pending)
            (typed, refused) = (null, null);
    }

    private async Task Typed(string? text)
    {
        (typed, pending) = (text ?? "", true);
        try
        {
            await Task.Delay(Pause, pausing.Begin());
            Commit();
        }
        catch (OperationCanceledException)
        {
            // Typed on, or left.
        }
    }

    private void Committed(ChangeEventArgs change)
    {
        pausing.Stop();
        var text = change.Value as string ?? "";
        if (!string.Equals(text, Value ?? "", StringComparison.Ordinal))
            (typed, pending) = (text, true);
        Commit();
    }

    private void Leave()
    {
        pausing.Stop();
        Commit();
        if (refused is null)
            typed = null;
    }

    private void Commit()
    {
        if (!pending)
            return;
        pending = false;
        saving = true;
        refused = Save(typed ?? "").Refusal;
        saving = false;
    }
}
