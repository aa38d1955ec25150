using System.Globalization;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Lists;

/// <summary>What a list says when its search and filters leave nothing: which one of them to drop to see the most, and how to clear them all.</summary>
public sealed partial class FilteredEmpty : ComponentBase, IDisposable
{
    /// <summary>Filters that are tried; each costs a count.</summary>
    private const int MostTried = 6;

    private readonly CancellationTokenSource leaving = new();
    private Drop? best;
    private ListState? tried;

    /// <summary>What there is none of: "No group fits these filters".</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>What the list can be filtered by.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<ListFilter> Filters { get; set; } = [];

    [Parameter, EditorRequired] public ListState State { get; set; } = new();

    /// <summary>The user asked for another view: give it to <c>ListPage.Go</c>.</summary>
    [Parameter] public EventCallback<ListState> OnState { get; set; }

    /// <summary>How many rows a state shows; true when there are more than were counted.</summary>
    [Parameter, EditorRequired] public Func<ListState, CancellationToken, Task<(int Total, bool IsCapped)>> Count { get; set; } = null!;

    /// <summary>One more sentence.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (State == tried)
            return;
        (tried, best) = (State, null);
        // With one filter "Clear filters" says it all.
        if (State.Filters.Count + (State.Search.Length > 0 ? 1 : 0) < 2)
            return;
        var state = State;
        Drop? found = null;
        try
        {
            foreach (var one in Without(state).Take(MostTried))
            {
                var (total, isCapped) = await Count(one.State.WithSize(1), leaving.Token);
                if (total > (found?.Total ?? 0))
                    found = one with { Total = total, IsCapped = isCapped };
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            return;
        }
        if (state == tried)
            best = found;
    }

    private IEnumerable<Drop> Without(ListState state)
    {
        if (state.Search.Length > 0)
            yield return new Drop(state.WithSearch(null), T["the search for “{0}”", state.Search]);
        foreach (var (key, values) in state.Filters)
        {
            if (Filters.FirstOrDefault(filter => filter.Key == key) is { } filter)
                yield return new Drop(state.WithoutFilter(key), T["“{0}”", ListFilters.Sentence(T, filter, values)]);
        }
    }

    private string Offer(Drop drop) => drop.IsCapped
        ? T["Drop {0}: more than {1} fit", drop.What, drop.Total.ToString("N0", CultureInfo.CurrentCulture)]
        : T.Count(drop.Total, "Drop {1}: {0} fits", "Drop {1}: {0} fit", drop.What);

    private sealed record Drop(ListState State, string What, int Total = 0, bool IsCapped = false);
}
