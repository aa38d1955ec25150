using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BuyingGroups.Portal.Shell.Search;

/// <summary>Ctrl K: one field that looks in every <see cref="ISearchSource"/> the user may see into.</summary>
public sealed partial class SearchDialog : ComponentBase, IDisposable
{
    /// <summary>Fewer letters fit almost everything.</summary>
    const int Shortest = 2;

    const int PerKind = 5;

    /// <summary>Milliseconds without a key before the search starts.</summary>
    const int Pause = 180;

    ModalDialog? dialog;
    readonly LatestRun running = new();
    IReadOnlyList<Found> hits = [];
    string text = "";
    int at;
    bool looking;
    bool failed;

    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] IEnumerable<ISearchSource> Sources { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    [Inject] ILogger<SearchDialog> Logger { get; set; } = null!;

    public Task OpenAsync() => User.IsSignedIn ? dialog!.OpenAsync() : Task.CompletedTask;

    public void Dispose() => running.Dispose();

    Task Typed(string? typed)
    {
        text = typed ?? "";
        return Look(Pause);
    }

    async Task Look(int pause)
    {
        // What was asked before is no longer wanted.
        var cancellation = running.Begin();
        failed = false;
        var wanted = text.Trim();
        if (wanted.Length < Shortest)
        {
            hits = [];
            looking = false;
            return;
        }

        looking = true;
        try
        {
            await Task.Delay(pause, cancellation);
            var found = new List<Found>();
            foreach (var source in Sources.Where(source => User.May(source.Permission)).OrderBy(source => source.Order))
            {
                found.AddRange((await source.FindAsync(wanted, PerKind, cancellation)).Select(hit => new Found(source, hit)));
                cancellation.ThrowIfCancellationRequested();
                // The quick kinds are shown while the slow ones are still looked for.
                hits = [.. found];
                at = Math.Clamp(at, 0, Math.Max(0, hits.Count - 1));
                StateHasChanged();
            }

            hits = found;
            looking = false;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // A newer search is under way and answers instead.
        }
        catch (Exception error)
        {
            LogFailure(Logger, error);
            failed = true;
            looking = false;
        }
    }

    async Task Key(KeyboardEventArgs e)
    {
        switch (e.Key)
        {
            case "ArrowDown" when hits.Count > 0:
                at = (at + 1) % hits.Count;
                break;
            case "ArrowUp" when hits.Count > 0:
                at = (at + hits.Count - 1) % hits.Count;
                break;
            case "Enter" when at < hits.Count:
                await Open(hits[at].Hit);
                break;
        }
    }

    async Task Open(SearchHit hit)
    {
        await dialog!.CloseAsync();
        Navigation.NavigateTo(hit.Href);
    }

    void Forget()
    {
        running.Stop();
        (text, hits, at, looking, failed) = ("", [], 0, false, false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Search everything failed")]
    static partial void LogFailure(ILogger logger, Exception error);

    sealed record Found(ISearchSource Source, SearchHit Hit);
}
