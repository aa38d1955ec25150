using Bunit;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Tests.Shell.Components;

public sealed class PagedGridTests : ComponentTest
{
    readonly List<ListState> asked = [];
    Func<ListState, Task<PageOf<Row>>> answer = state => Task.FromResult(Page(state, 120));
    ListState? wanted;
    IReadOnlySet<object> selected = new HashSet<object>();

    [Fact]
    public void A_list_asks_for_one_page_and_shows_it()
    {
        var grid = Show(new ListState { Page = 2, Size = 25 });

        Assert.Single(asked);
        Assert.Equal(25, grid.FindAll("tr[data-row]").Count);
        Assert.Contains("Row 26", grid.Find("tr[data-row]").TextContent, StringComparison.Ordinal);
        Assert.Equal("26–50 of 120", grid.Find(".pager .end").TextContent);
    }

    [Fact]
    public void Another_state_asks_again_and_other_columns_do_not()
    {
        var grid = Show(new ListState());

        Set(grid, new ListState { Columns = ["size"] });
        Assert.Single(asked);
        Assert.Equal(["Name", "Size"], grid.FindAll("th").Skip(1).Select(head => head.TextContent.Trim()));

        Set(grid, new ListState { Page = 2 });
        Assert.Equal([1, 2], asked.Select(state => state.Page));
    }

    [Fact]
    public void While_it_loads_the_rows_stay_and_are_dimmed()
    {
        var grid = Show(new ListState { Size = 25 });
        var slow = new TaskCompletionSource<PageOf<Row>>();
        answer = _ => slow.Task;

        Set(grid, new ListState { Size = 25, Page = 2 });
        Assert.Equal("true", grid.Find("section").GetAttribute("aria-busy"));
        Assert.Equal(25, grid.FindAll("tr[data-row]").Count);
        Assert.NotNull(grid.Find(".dim"));

        slow.SetResult(Page(new ListState { Size = 25, Page = 2 }, 120));
        grid.WaitForAssertion(() => Assert.Contains("Row 26", grid.Find("tr[data-row]").TextContent, StringComparison.Ordinal));
        Assert.Empty(grid.FindAll(".dim"));
    }

    [Fact]
    public void A_late_answer_to_what_is_no_longer_asked_is_dropped()
    {
        var grid = Show(new ListState { Size = 25 });
        var late = new TaskCompletionSource<PageOf<Row>>();
        answer = _ => late.Task;
        Set(grid, new ListState { Size = 25, Page = 2 });
        answer = state => Task.FromResult(Page(state, 120));
        Set(grid, new ListState { Size = 25, Page = 3 });

        late.SetResult(Page(new ListState { Size = 25, Page = 2 }, 120));

        grid.WaitForAssertion(() => Assert.Contains("Row 51", grid.Find("tr[data-row]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_keeps_the_rows_and_can_be_tried_again()
    {
        var grid = Show(new ListState { Size = 25 });
        answer = _ => throw new InvalidOperationException("no database");

        Set(grid, new ListState { Size = 25, Sort = "name" });
        Assert.Contains("could not be loaded", grid.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(25, grid.FindAll("tr[data-row]").Count);

        answer = state => Task.FromResult(Page(state, 120));
        await grid.Find("[role=alert] button").ClickAsync();
        Assert.Empty(grid.FindAll("[role=alert]"));
    }

    [Fact]
    public void A_capped_total_says_that_there_is_more()
    {
        answer = state => Task.FromResult(Page(state, 10_000) with { TotalIsCapped = true });

        var grid = Show(new ListState());

        Assert.Equal("1–50 of 10,000+", grid.Find(".pager .end").TextContent);
        Assert.False(grid.Find("[aria-label='Next page']").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Nothing_yet_and_nothing_that_fits_are_told_apart()
    {
        answer = _ => Task.FromResult(PageOf<Row>.Empty);

        Assert.Contains("Nothing here yet", Show(new ListState()).Markup, StringComparison.Ordinal);
        var filtered = Show(new ListState { Search = "zzz" });
        Assert.Contains("Nothing fits", filtered.Markup, StringComparison.Ordinal);

        await filtered.Find(".empty button").ClickAsync();
        Assert.Equal("", wanted!.Search);
    }

    [Fact]
    public async Task A_head_sorts_and_says_so()
    {
        var grid = Show(new ListState { Sort = "name", Page = 3 });

        Assert.Equal("ascending", grid.Find("th button.sort").GetAttribute("data-order"));
        Assert.Equal("Name, sorted ascending", grid.Find("th button.sort").GetAttribute("aria-label"));
        await grid.Find("th button.sort").ClickAsync();

        Assert.Equal(("name", true, 1), (wanted!.Sort, wanted.Descending, wanted.Page));
    }

    [Fact]
    public async Task Keys_select_one_a_range_the_page_and_nothing()
    {
        var grid = Show(new ListState { Size = 25 });

        await grid.InvokeAsync(() => grid.Instance.ToggleAt(2));
        Assert.Equal([3], selected);
        Set(grid, new ListState { Size = 25 });
        Assert.Equal("true", grid.Find("tr[data-row='2']").GetAttribute("aria-selected"));

        await grid.InvokeAsync(() => grid.Instance.ExtendTo(2, 0));
        Assert.Equal([1, 2, 3], selected.Order());
        await grid.InvokeAsync(grid.Instance.SelectPage);
        Assert.Equal(25, selected.Count);
        Set(grid, new ListState { Size = 25 });
        await grid.InvokeAsync(grid.Instance.ClearSelection);
        Assert.Empty(selected);
    }

    [Fact]
    public async Task A_selection_stays_from_page_to_page()
    {
        var grid = Show(new ListState { Size = 25 });
        await grid.InvokeAsync(() => grid.Instance.ToggleAt(0));

        Set(grid, new ListState { Size = 25, Page = 2 });
        await grid.InvokeAsync(() => grid.Instance.ToggleAt(0));

        Assert.Equal([1, 26], selected.Order());
    }

    static PageOf<Row> Page(ListState state, int total) =>
        new([.. Enumerable.Range(state.Request.Skip + 1, Math.Min(state.Request.Take, total - state.Request.Skip)).Select(id => new Row(id, $"Row {id}"))], total);

    static RenderFragment Columns => builder =>
    {
        builder.OpenComponent<GridColumn<Row>>(0);
        builder.AddComponentParameter(1, "Key", "name");
        builder.AddComponentParameter(2, "Title", "Name");
        builder.AddComponentParameter(3, "Sortable", true);
        builder.AddComponentParameter(4, "Fixed", true);
        builder.AddComponentParameter(5, "ChildContent", (RenderFragment<Row>)(row => cell => cell.AddContent(0, row.Name)));
        builder.CloseComponent();
        builder.OpenComponent<GridColumn<Row>>(6);
        builder.AddComponentParameter(7, "Key", "size");
        builder.AddComponentParameter(8, "Title", "Size");
        builder.AddComponentParameter(9, "ShownAtFirst", false);
        builder.CloseComponent();
    };

    IRenderedComponent<PagedGrid<Row>> Show(ListState state) => Render<PagedGrid<Row>>(p => p
        .Add(g => g.State, state)
        .Add(g => g.Columns, Columns)
        .Add(g => g.Load, Load)
        .Add(g => g.RowKey, row => row.Id)
        .Add(g => g.RowName, row => row.Name)
        .Add(g => g.Selectable, true)
        .Add(g => g.Selected, selected)
        .Add(g => g.SelectedChanged, keys => selected = keys)
        .Add(g => g.OnState, next => wanted = next));

    void Set(IRenderedComponent<PagedGrid<Row>> grid, ListState state) => grid.Render(p => p.Add(g => g.State, state).Add(g => g.Selected, selected));

    Task<PageOf<Row>> Load(ListState state, CancellationToken cancellation)
    {
        asked.Add(state);
        return answer(state);
    }

    public sealed record Row(int Id, string Name);
}
