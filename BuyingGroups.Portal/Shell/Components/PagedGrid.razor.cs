using System.Globalization;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>
/// The list of the portal: rows of one page from the database, sorted there; columns that can be chosen; selection by mouse and keyboard; a list that was shown
/// is dimmed while the next is loaded, never blanked. It owns no state of its own view: <see cref="State"/> comes from the address (see <see cref="ListPage"/>).
/// </summary>
/// <typeparam name="TItem">A row; it must have a key, see <see cref="RowKey"/>.</typeparam>
public sealed partial class PagedGrid<TItem> : ComponentBase, IAsyncDisposable where TItem : notnull
{
    static readonly int[] Sizes = [25, 50, 100, 200];

    readonly List<GridColumn<TItem>> columns = [];
    readonly LatestRun loads = new();
    ElementReference frame;
    PageOf<TItem>? page;
    ListState? loaded;
    Exception? failure;
    bool loading;

    /// <summary>The columns, as <see cref="GridColumn{TItem}"/>.</summary>
    [Parameter] public RenderFragment? Columns { get; set; }

    /// <summary>What to show; when it changes, the grid loads.</summary>
    [Parameter, EditorRequired] public ListState State { get; set; } = new();

    /// <summary>The user asked for another page, order or size: give it to <c>ListPage.Go</c>.</summary>
    [Parameter] public EventCallback<ListState> OnState { get; set; }

    /// <summary>Asks the database. Cancelled when the user has moved on.</summary>
    [Parameter, EditorRequired] public Func<ListState, CancellationToken, Task<PageOf<TItem>>> Load { get; set; } = null!;

    /// <summary>Raised with every page that arrived, for "37 of 1,284".</summary>
    [Parameter] public EventCallback<PageOf<TItem>> OnLoaded { get; set; }

    /// <summary>What tells rows apart; must have value equality.</summary>
    [Parameter, EditorRequired] public Func<TItem, object> RowKey { get; set; } = null!;

    /// <summary>The name of a row, spoken with its checkbox.</summary>
    [Parameter] public Func<TItem, string>? RowName { get; set; }

    /// <summary>Where Enter and a double click lead; null when rows do not open.</summary>
    [Parameter] public Func<TItem, string?>? RowHref { get; set; }

    /// <summary>The list's spoken name.</summary>
    [Parameter] public string? Label { get; set; }

    [Parameter] public bool Selectable { get; set; }

    /// <summary>The keys of the selected rows; they stay selected from page to page.</summary>
    [Parameter] public IReadOnlySet<object> Selected { get; set; } = new HashSet<object>();

    [Parameter] public EventCallback<IReadOnlySet<object>> SelectedChanged { get; set; }

    /// <summary>Rows of 34 instead of 40 px.</summary>
    [Parameter] public bool Tight { get; set; }

    /// <summary>Shown when there is nothing at all: icon, one sentence, one action.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    /// <summary>Shown when search and filters leave nothing.</summary>
    [Parameter] public RenderFragment? EmptyFiltered { get; set; }

    /// <summary>Explains marks, beside the page size.</summary>
    [Parameter] public RenderFragment? Legend { get; set; }

    [Inject] IJSRuntime Browser { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    [Inject] ILogger<PagedGrid<TItem>> Logger { get; set; } = null!;

    /// <summary>The rows on screen.</summary>
    public IReadOnlyList<TItem> Rows => page?.Rows ?? [];

    /// <summary>The columns for the <see cref="ColumnPicker"/>: all that can be hidden.</summary>
    public IReadOnlyList<ListColumn> PickableColumns => [.. columns.Where(column => !column.Fixed).Select(column => new ListColumn(column.Key, column.Title, column.ShownAtFirst))];

    /// <summary>The keys of the columns shown that could be hidden, in order.</summary>
    public IReadOnlyList<string> ShownKeys => [.. ShownColumns.Where(column => !column.Fixed).Select(column => column.Key)];

    IEnumerable<GridColumn<TItem>> ShownColumns => State.Columns is { } keys
        ? columns.Where(column => column.Fixed).Concat(keys.Select(key => columns.Find(column => column.Key == key && !column.Fixed)).OfType<GridColumn<TItem>>())
        : columns.Where(column => column.Fixed || column.ShownAtFirst);

    bool HasNext => page is not null && (page.TotalIsCapped ? page.Rows.Count == State.Request.Take : State.Request.Skip + page.Rows.Count < page.Total);

    string Range
    {
        get
        {
            var total = page!.Total.ToString("N0", CultureInfo.CurrentCulture) + (page.TotalIsCapped ? "+" : "");
            if (page.Rows.Count == 0) return T["0 of {0}", total];
            var from = (State.Request.Skip + 1).ToString("N0", CultureInfo.CurrentCulture);
            var to = (State.Request.Skip + page.Rows.Count).ToString("N0", CultureInfo.CurrentCulture);
            return T["{0}–{1} of {2}", from, to, total];
        }
    }

    /// <summary>Loads the page again: after a change, or on Retry.</summary>
    public async Task ReloadAsync()
    {
        var cancellation = loads.Begin();
        loaded = State;
        loading = true;
        failure = null;
        try
        {
            var answer = await Load(State, cancellation);
            cancellation.ThrowIfCancellationRequested();
            page = answer;
            loading = false;
            await OnLoaded.InvokeAsync(answer);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error)
        {
            LogFailure(Logger, error);
            failure = error;
            loading = false;
        }

        StateHasChanged();
    }

    internal void Add(GridColumn<TItem> column)
    {
        columns.Add(column);
        StateHasChanged();
    }

    internal void Remove(GridColumn<TItem> column) => columns.Remove(column);

    // The first page is asked for after the first render (see OnAfterRenderAsync), when the columns have made themselves known. A choice of columns needs no new rows.
    protected override Task OnParametersSetAsync() => loaded is not null && !loaded.WithColumns(null).Equals(State.WithColumns(null)) ? ReloadAsync() : Task.CompletedTask;

    Task OpenAsync(TItem row)
    {
        if (RowHref?.Invoke(row) is { } href) Navigation.NavigateTo(href);
        return Task.CompletedTask;
    }

    string NameOf(TItem row) => RowName?.Invoke(row) ?? RowKey(row).ToString() ?? "";

    string SortSpoken(GridColumn<TItem> column) => State.Sort != column.Key
        ? T["Sort by {0}", column.Title]
        : State.Descending ? T["{0}, sorted descending", column.Title] : T["{0}, sorted ascending", column.Title];

    [LoggerMessage(Level = LogLevel.Error, Message = "A list could not be loaded")]
    static partial void LogFailure(ILogger logger, Exception error);
}
