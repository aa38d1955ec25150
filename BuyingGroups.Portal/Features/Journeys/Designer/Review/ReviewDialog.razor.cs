using System.Globalization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Settings;
using BuyingGroups.Portal.Features.Journeys.Simulation;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Review;

/// <summary>The last look before a draft goes live: problems, what changed, who would travel it, and when it starts.</summary>
public sealed partial class ReviewDialog : ComponentBase, IDisposable
{
    private const string LocalForm = "yyyy-MM-ddTHH:mm";

    private readonly string group = $"start-{Guid.NewGuid():N}";
    private readonly LatestRun runs = new();
    private ModalDialog? dialog;
    private LiveVersion? live;
    private JourneyDifference? difference;
    private PathCounts? counts;
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyList<Refusal>? countRefusals;
    private PublishedJourney? published;
    private long? inside;
    private bool counting;
    private bool publishing;
    private bool later;
    private string start = "";

    [Parameter, EditorRequired] public DesignerSession Session { get; set; } = null!;

    /// <summary>Writes what is not saved yet, and gives back the version to publish, or why it could not be saved.</summary>
    [Parameter, EditorRequired] public Func<Task<Outcome<int>>> Save { get; set; } = null!;

    /// <summary>The draft went live.</summary>
    [Parameter] public EventCallback<PublishedJourney> OnPublished { get; set; }

    /// <summary>A problem was chosen: puts its node into the middle of the canvas.</summary>
    [Parameter] public EventCallback<NodeId> OnJump { get; set; }

    /// <summary>A problem of the whole journey was chosen.</summary>
    [Parameter] public EventCallback OnSettings { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private int Errors => Session.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>Opens it, and looks at what is live.</summary>
    public async Task OpenAsync()
    {
        (refusals, published, counts, countRefusals, inside, publishing) = (null, null, null, null, null, false);
        var starts = Session.Document.Settings.StartsAt;
        later = starts is { } at && at > Clock.GetUtcNow().UtcDateTime;
        start = (UserTime.Local(later ? starts : Clock.GetUtcNow().UtcDateTime.AddDays(1), User) ?? default).ToString(LocalForm, CultureInfo.InvariantCulture);
        var read = await Gateway.AskAsync(new ReadLiveVersion(Session.JourneyId));
        (live, refusals) = (read.Value, read.Succeeded ? null : read.Refusals);
        // The live version names everything by id; a draft written by hand may name it by name.
        difference = live?.Document is { } before ? JourneyDifference.Of(before, JourneyReferences.Resolve(Session.Document, Session.Catalog)) : null;
        if (Session.Status == JourneyStatus.Live)
            inside = (await Gateway.AskAsync(new CountJourney(Session.JourneyId))).Value?.Inside;
        await dialog!.OpenAsync();
        StateHasChanged();
        if (Errors == 0)
            await CountAsync();
    }

    public void Dispose() => runs.Dispose();

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private Task CloseAsync() => dialog!.CloseAsync();

    private void Closed() => runs.Stop();

    private async Task CountAsync()
    {
        var token = runs.Begin();
        counting = true;
        try
        {
            var answer = await Gateway.AskAsync(new CountPaths(Session.JourneyId, JourneyJson.Write(Session.Document)), token);
            token.ThrowIfCancellationRequested();
            (counts, countRefusals) = (answer.Value, answer.Succeeded ? null : answer.Refusals);
        }
        catch (OperationCanceledException)
        {
            // The dialog was closed.
        }
        counting = false;
        StateHasChanged();
    }

    private async Task GoAsync(JourneyProblem problem)
    {
        await CloseAsync();
        if (problem.Node is not { } node)
        {
            await OnSettings.InvokeAsync();
            return;
        }
        if (problem.PathKey is { } path)
            Session.SelectPath(new PathPlace(node, path));
        else
            Session.Select(node);
        await OnJump.InvokeAsync(node);
    }

    private async Task PublishAsync()
    {
        publishing = true;
        try
        {
            refusals = await TryAsync();
        }
        finally
        {
            publishing = false;
        }
        if (refusals is null && published is { } done)
            await OnPublished.InvokeAsync(done);
    }

    private async Task<IReadOnlyList<Refusal>?> TryAsync()
    {
        var starts = later ? UserTime.Utc(start, User) : null;
        var now = Clock.GetUtcNow().UtcDateTime;
        var kept = Session.Document.Settings.StartsAt;
        // A start that has passed is history and stays; only a new one, or none, is an edit.
        if (starts != kept && (later || kept > now))
        {
            var changed = Session.Do(document => JourneyEdits.ChangeSettings(document, document.Settings with { StartsAt = starts }));
            if (!changed.Succeeded)
                return changed.Refusals;
            if (Errors > 0)
                return null;
        }
        var saved = await Save();
        if (!saved.Succeeded)
            return saved.Refusals;
        var outcome = await Gateway.SendAsync(new PublishJourney(Session.JourneyId, saved.Value));
        published = outcome.Value;
        return outcome.Succeeded ? null : outcome.Refusals;
    }
}
