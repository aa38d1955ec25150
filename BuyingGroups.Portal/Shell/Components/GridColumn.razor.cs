using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>A column of a <see cref="PagedGrid{TItem}"/>: <c>&lt;GridColumn TItem="Row" Key="stage" Title="…" Sortable&gt;@context.Stage&lt;/GridColumn&gt;</c>.</summary>
public sealed partial class GridColumn<TItem> : ComponentBase, IDisposable where TItem : notnull
{
    /// <summary>Its key in the address: shown columns, and the sort key the query understands.</summary>
    [Parameter, EditorRequired] public string Key { get; set; } = "";

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter] public bool Sortable { get; set; }

    /// <summary>The first click on the head sorts largest first: for scores and dates.</summary>
    [Parameter] public bool DescendingFirst { get; set; }

    /// <summary>Figures and dates stand at the right.</summary>
    [Parameter] public bool Right { get; set; }

    /// <summary>Goes first when the window is narrow.</summary>
    [Parameter] public bool HideWhenNarrow { get; set; }

    /// <summary>False: only there when chosen in the column picker.</summary>
    [Parameter] public bool ShownAtFirst { get; set; } = true;

    /// <summary>Cannot be hidden or moved: the name.</summary>
    [Parameter] public bool Fixed { get; set; }

    /// <summary>Explains the head on hovering.</summary>
    [Parameter] public string? Hint { get; set; }

    [Parameter] public RenderFragment<TItem>? ChildContent { get; set; }

    [CascadingParameter] PagedGrid<TItem> Grid { get; set; } = null!;

    internal string CssClass => (Right ? "r " : "") + (HideWhenNarrow ? "hide-t" : "");

    protected override void OnInitialized() => Grid.Add(this);

    public void Dispose() => Grid.Remove(this);
}
