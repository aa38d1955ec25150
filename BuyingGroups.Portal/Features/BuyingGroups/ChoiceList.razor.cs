using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Radio buttons over a list that is searched and paged in the database.</summary>
/// <typeparam name="TItem">What a row is.</typeparam>
public sealed partial class ChoiceList<TItem> : ComponentBase, IDisposable
{
    private const int Size = 8;

    private readonly CancellationTokenSource _leaving = new();
    private PageOf<TItem>? rows;
    private IReadOnlyList<Refusal>? refusals;
    private string search = "";
    private int page = 1;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public string SearchLabel { get; set; } = "";

    /// <summary>The name of the radio group; unique on the page.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>Said when there is nothing to choose.</summary>
    [Parameter] public string EmptyText { get; set; } = "";

    [Parameter, EditorRequired] public Func<PageRequest, string, CancellationToken, Task<PageOf<TItem>>> Load { get; set; } = null!;

    [Parameter, EditorRequired] public Func<TItem, int> Key { get; set; } = null!;

    [Parameter, EditorRequired] public Func<TItem, string> Text { get; set; } = null!;

    /// <summary>A quiet word at the right.</summary>
    [Parameter] public Func<TItem, string?>? Detail { get; set; }

    /// <summary>The key of the row chosen.</summary>
    [Parameter] public int? Selected { get; set; }

    [Parameter] public EventCallback<int?> SelectedChanged { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private Task SearchAsync(string text)
    {
        (search, page) = (text, 1);
        return ReadAsync();
    }

    private Task TurnAsync(int by)
    {
        page += by;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            rows = await Load(new PageRequest(page, Size), search, _leaving.Token);
            refusals = null;
            // One thing to choose from is chosen.
            if (Selected is null && search.Length == 0 && rows.Total == 1)
                await SelectedChanged.InvokeAsync(Key(rows.Rows[0]));
        }
        catch (RefusedException refused)
        {
            refusals = refused.Refusals;
        }
        catch (OperationCanceledException)
        {
            // The user left while it was loading.
        }
    }
}
