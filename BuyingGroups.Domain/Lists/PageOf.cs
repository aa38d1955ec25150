namespace BuyingGroups.Domain.Lists;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="Rows">The rows of the page, in order; empty behind the last page.</param>
/// <param name="Total">How many rows the list has in all, or the cap when <paramref name="TotalIsCapped"/>.</param>
/// <param name="TotalIsCapped">True when counting stopped at <paramref name="Total"/> because more would have been slow: shown as "10,000+".</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Total, bool TotalIsCapped = false)
{
    /// <summary>A list with nothing in it.</summary>
    public static PageOf<T> Empty { get; } = new([], 0);
}
