using System.Globalization;
using BuyingGroups.Portal.Features.Journeys.Designer.Presence;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Drafts;

/// <summary>Whether the draft is saved, and who else has it open. While it is shown, the browser holds what is not saved and the others see who is here.</summary>
public sealed partial class DraftState : ComponentBase, IAsyncDisposable
{
    private const int MostShown = 2;

    private readonly CancellationTokenSource leaving = new();
    private DraftKeeper? kept;
    private BrowserDrafts? drafts;
    private OpenedDesigner? mine;
    private ITimer? beat;
    private IReadOnlyList<PresentPerson> others = [];

    [Parameter, EditorRequired] public DesignerSession Session { get; set; } = null!;

    [Parameter, EditorRequired] public DraftKeeper Keeper { get; set; } = null!;

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    [Inject] private PresenceBoard Board { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private string Icon => Keeper.Standing switch { DraftStanding.Saved => "cloud_done", DraftStanding.Saving => "cloud_upload", _ => "cloud_off" };

    private string SavedAt
    {
        get
        {
            var at = User.Local(new DateTimeOffset(Keeper.SavedAt, TimeSpan.Zero));
            return at.ToString(at.Date == User.Local(Clock.GetUtcNow()).Date ? "t" : "g", CultureInfo.CurrentCulture);
        }
    }

    private string Why => Keeper.Failure is { } failure ? T.Say(failure) : "";

    public async ValueTask DisposeAsync()
    {
        DesignerBell.Rang -= OnRang;
        if (kept is not null)
            kept.Changed -= Show;
        await leaving.CancelAsync();
        if (beat is not null)
            await beat.DisposeAsync();
        if (drafts is not null)
            await drafts.DisposeAsync();
        if (mine is not null)
            await TryAsync(() => Board.LeaveAsync(mine));
        leaving.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(kept, Keeper))
            return;
        // Published, or another journey at the same address: another keeper, which begins anew.
        if (kept is not null)
            kept.Changed -= Show;
        kept = Keeper;
        kept.Changed += Show;
        if (mine is not null && mine.JourneyId != Session.JourneyId)
            await TryAsync(() => Board.LeaveAsync(mine));
        if (drafts is not null)
            await drafts.DisposeAsync();
        drafts = new BrowserDrafts(Browser, string.Create(CultureInfo.InvariantCulture, $"journey-draft:{User.Id}:{Session.JourneyId}"));
        Keeper.Start(drafts);
        await Keeper.TakeUpAsync(await drafts.FindAsync());
        if (leaving.IsCancellationRequested)
            return;
        if (!int.TryParse(User.Id, CultureInfo.InvariantCulture, out var userId))
            return;
        mine = new OpenedDesigner(mine?.JourneyId == Session.JourneyId ? mine.Id : Guid.NewGuid().ToString("N"), Session.JourneyId, userId, User.Name);
        if (beat is null)
        {
            DesignerBell.Rang += OnRang;
            beat = Clock.CreateTimer(_ => _ = InvokeAsync(StayAsync), null, PresenceBoard.Beat, PresenceBoard.Beat);
        }
        await StayAsync();
    }

    private Task StayAsync() => PresentAsync(designer => Board.StayAsync(designer, leaving.Token));

    private void OnRang(int journeyId)
    {
        if (journeyId == mine?.JourneyId)
            _ = InvokeAsync(() => PresentAsync(designer => Board.LookAsync(designer, leaving.Token)));
    }

    private Task PresentAsync(Func<OpenedDesigner, Task<PresenceLook>> look) => TryAsync(async () =>
    {
        if (mine is null || leaving.IsCancellationRequested)
            return;
        mine = mine with { EditedAt = Keeper.EditedAt };
        // Not on the circuit's thread: who draws does not wait for who is here.
        var seen = await Task.Run(() => look(mine));
        if (!others.SequenceEqual(seen.Others))
        {
            others = seen.Others;
            StateHasChanged();
        }
        if (seen.Version > Session.Version)
            await Keeper.LookAsync();
    });

    /// <summary>Presence is a courtesy: a database that does not answer is told of by the saving.</summary>
    private static async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The next sign of life comes in seconds.
        }
    }

    private string Of(PresentPerson person) => person switch
    {
        { IsSelf: true } => T["You, in another window"],
        { IsEditing: true } => T["{0} is editing", person.Name],
        _ => T["{0} is viewing", person.Name],
    };

    private void Show() => _ = InvokeAsync(StateHasChanged);
}
