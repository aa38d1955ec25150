using System.Globalization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Settings;

/// <summary>What holds for the whole journey: schedule, re-entry, goal, exit, deduplication. Every change is an edit of the session.</summary>
public sealed partial class JourneySettingsDialog : ComponentBase, IDisposable
{
    private const string LocalForm = "yyyy-MM-ddTHH:mm";

    private ModalDialog? dialog;
    private DesignerSession? watched;

    [Parameter, EditorRequired] public DesignerSession Session { get; set; } = null!;

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    private JourneySettings Now => Session.Document.Settings;

    private IReadOnlyList<JourneyProblem> Own => [.. Session.Problems.Where(problem => problem.Node is null && Settles(problem.Refusal))];

    /// <summary>Opens it.</summary>
    public Task OpenAsync() => dialog!.OpenAsync();

    public void Dispose()
    {
        if (watched is not null)
            watched.Changed -= Show;
    }

    protected override void OnParametersSet()
    {
        if (watched == Session)
            return;
        if (watched is not null)
            watched.Changed -= Show;
        watched = Session;
        watched.Changed += Show;
    }

    // A journey without a start is put right on the canvas, and a filter of a condition at the filter.
    private static bool Settles(Refusal refusal) => refusal is not (Domain.Journeys.Validation.StartMissing or Domain.Journeys.Validation.StartNotAudience or Domain.Journeys.Validation.JourneyTooLarge);

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Task CloseAsync() => dialog!.CloseAsync();

    private Outcome<JourneyEdit> Change(Func<JourneySettings, JourneySettings> change) => Session.Do(document => JourneyEdits.ChangeSettings(document, change(document.Settings)));

    private Outcome<JourneyEdit> Again(Func<ReEntry, ReEntry> change) => Change(settings => settings.ReEntry is { } again ? settings with { ReEntry = change(again) } : settings);

    private string? Local(DateTime? utc) => UserTime.Local(utc, User)?.ToString(LocalForm, CultureInfo.InvariantCulture);

    private DateTime? Utc(string text) => UserTime.Utc(text, User);

    private void Show() => _ = InvokeAsync(StateHasChanged);
}
